"""Make kg/reader/data/lemmas.tsv: dictionary forms that the rules of kg.reader.lemmas miss.

    python -m training.make_lemmas DATA > kg/reader/data/lemmas.tsv

Input: train parts of GUM, without the genres for non-commercial use, and EWT. Only form, tag and lemma are
kept, where the treebanks agree on them and the rules give another; no text. Forms are cut as the reader cuts
words: of "don't" they are "don" and "'t".
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kg.reader.lemmas import by_rule
from training.conllu import Sentence, Token, read_conllu
from training.gum import read_gum
from training.treebanks import NON_COMMERCIAL, tree_builder

LEAST_COUNT = 3
LEAST_SHARE = 0.6
"""Of the occurrences of a form with its tag that have the lemma."""
UNKNOWN = "_"
_DIGIT = re.compile(r"\d")
NO_WORDS = frozenset({"NNP", "NNPS", "ADD", "AFX", "FW", "GW", "LS", "$"})
"""Tags of names, addresses, parts of words, foreign words, list marks, currencies."""
NOTICE = "# Form, Penn tag, lemma, where rules would give another; made by training/make_lemmas.py"


@dataclass(frozen=True, slots=True)
class SeenToken:
    """A token as the reader sees it."""

    word: int
    """Number of the first of its words."""
    form: str
    """Its words from first to last, as one."""
    token: Token


def tokens_as_read(sentences: Sequence[Sentence]) -> Iterator[SeenToken]:
    """The tokens of a document; one that shares its word with the token before is left out."""
    built = tree_builder(sentences).finish()
    tokens = [token for sentence in sentences for token in sentence.tokens]
    bounds = np.unique(built.anchors)
    ends = np.append(bounds, len(built.table))[np.searchsorted(bounds, built.anchors) + 1]
    before = -1
    for token, start, end in zip(tokens, built.anchors.tolist(), ends.tolist(), strict=True):
        if start != before:
            yield SeenToken(start, "".join(built.table.forms[start:end]), token)
        before = start


def exceptions(tokens: Iterable[SeenToken]) -> list[tuple[str, str, str]]:
    """Form in small letters, tag, lemma; sorted."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for seen in tokens:
        token = seen.token
        if token.lemma != UNKNOWN and token.xpos not in NO_WORDS and not _DIGIT.search(seen.form):
            found[seen.form.lower(), token.xpos][token.lemma] += 1
    rows = []
    for (form, tag), lemmas in found.items():
        base, count = lemmas.most_common(1)[0]
        sure = count >= LEAST_COUNT and count >= LEAST_SHARE * lemmas.total()
        if sure and base != by_rule(form, tag):
            rows.append((form, tag, base))
    return sorted(rows)


def documents(data: Path) -> Iterator[Sequence[Sentence]]:
    """The train documents that may be used."""
    yield from (
        each.sentences for each in read_gum(data / "gum" / "train") if each.genre not in NON_COMMERCIAL
    )
    yield from (each.sentences for each in read_conllu(data / "ewt" / "train.conllu"))


def main() -> None:
    """Read the treebanks, write the table to standard output."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, help="folder with gum/ and ewt/")
    data = parser.parse_args().data
    rows = exceptions(each for sentences in documents(data) for each in tokens_as_read(sentences))
    print(NOTICE, *("\t".join(row) for row in rows), sep="\n")


if __name__ == "__main__":
    main()
