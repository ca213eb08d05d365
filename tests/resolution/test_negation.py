import re

import pytest

from kg.domain import Span
from kg.resolution.negation import applied, negation
from kg.resolution.syntax import Syntax
from tests.resolution.trees import syntax_of

TAGS = {
    **dict.fromkeys(("Otto",), "Otto PROPN NNP"),
    **dict.fromkeys(("they", "it"), "they PRON PRP"),
    **dict.fromkeys(("did", "has", "have", "is"), "do AUX VBD"),
    **dict.fromkeys(("wo", "can", "cannot"), "can AUX MD"),
    **dict.fromkeys(("not", "n't", "n’t"), "not PART RB"),
    **dict.fromkeys(("never",), "never ADV RB"),
    **dict.fromkeys(("no",), "no DET DT"),
    **dict.fromkeys(("longer",), "longer ADV RBR"),
    **dict.fromkeys(("yet",), "yet ADV RB"),
    **dict.fromkeys(("only",), "only ADV RB"),
    **dict.fromkeys(("all",), "all DET DT"),
    **dict.fromkeys(("nobody",), "nobody PRON NN"),
    **dict.fromkeys(("soldier", "plan", "threat"), "soldier NOUN NN"),
    **dict.fromkeys(("to",), "to PART TO"),
    **dict.fromkeys(("failed",), "fail VERB VBD"),
    **dict.fromkeys(("came", "come", "works"), "come VERB VBD"),
}
WORD = re.compile(r"n['’]t\b|\w+?(?=n['’]t\b)|\w+")


def syntax(text: str, tree: str) -> Syntax:
    """The tree of a text from head and relation of each word."""
    places = zip(WORD.findall(text), tree.split(), strict=True)
    return syntax_of(text, "\n".join(f"{TAGS[word]} {place.replace(':', ' ')}" for word, place in places))


def root_of(tree: str) -> int:
    return [place.endswith(":root") for place in tree.split()].index(True)


@pytest.mark.parametrize(
    ("text", "tree", "without"),
    [
        ("Otto did n’t come", "3:nsubj 3:aux 3:advmod 3:root", "Otto did come"),
        ("Otto didn’t come", "3:nsubj 3:aux 3:advmod 3:root", "Otto did come"),
        ("Otto won't come", "3:nsubj 3:aux 3:advmod 3:root", "Otto will come"),
        ("Otto cannot come", "2:nsubj 2:aux 2:root", "Otto can come"),
        ("Otto never came", "2:nsubj 2:advmod 2:root", "Otto came"),
        ("Otto no longer works", "3:nsubj 2:advmod 3:advmod 3:root", "Otto works"),
        ("they have not yet come", "4:nsubj 4:aux 4:advmod 4:advmod 4:root", "they have come"),
        ("no soldier came", "1:det 2:nsubj 2:root", "soldier came"),
        ("nobody came", "1:nsubj 1:root", "somebody came"),
        ("Otto has no plan", "1:nsubj 1:root 3:det 1:obj", "Otto has plan"),
        ("it is no threat", "3:nsubj 3:cop 3:det 3:root", "it is threat"),
        ("Otto failed to come", "1:nsubj 1:root 3:mark 1:xcomp", "Otto did come"),
    ],
)
def test_negation_is_taken_out(text: str, tree: str, without: str) -> None:
    edits = negation([root_of(tree)], syntax(text, tree), text)
    assert " ".join(applied(edits, Span(0, len(text)), text).split()) == without


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Otto came", "1:nsubj 1:root"),
        ("Otto not only came", "3:nsubj 3:advmod 3:advmod 3:root"),
        ("not all came", "1:advmod 2:nsubj 2:root"),
        ("nobody never came", "2:nsubj 2:advmod 2:root"),
    ],
)
def test_what_is_not_negated(text: str, tree: str) -> None:
    assert negation([root_of(tree)], syntax(text, tree), text) == ()
