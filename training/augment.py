"""Other names, other quotation marks, other lines: so that the network leans on none of them.

Names come from newspapers of all continents. A name is swapped word by word, the same way through a window.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from kg.reader.features import Break, Case, WordTable, case_of
from kg.reader.labels import Piece
from kg.reader.quotes import QuoteState
from training.data import LabelledArticle

_WORD = re.compile(r"[^\W\d_]{2,}")
_TITLES = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Sen",
        "Rep",
        "Gov",
        "President",
        "Senator",
        "Minister",
        "Governor",
        "Secretary",
    ]
)
_NO_NAMES = _TITLES | frozenset(
    """House United North South West East New Hill June April May March August II III La Le The State States
    Islamic""".split()  # noqa: SIM905 — a word list
)
_FREQUENT = {
    "Hillary": "first",
    "Clinton": "last",
    "Bernie": "first",
    "Sanders": "last",
    "Jeb": "first",
    "Bush": "last",
}
"""Names that fill the corpus and stand beside no name that newspapers elsewhere know."""
_QUOTE_STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("„", "“"))
_DOUBLE_MARKS = frozenset({"“", "”", '"'})


@dataclass(frozen=True, slots=True)
class Chances:
    """How often each change is made to a window; ``no_quotes``: to a labelled article."""

    names: float
    each_name: float
    quotes: float
    no_quotes: float
    no_case: float
    no_breaks: float
    single_breaks: float


class Names:
    """Which words are parts of names, and the words that may stand for them."""

    def __init__(self, entities: Path, articles: Iterable[Sequence[str]]) -> None:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for kind, words in _entities(entities):
            for part, word in _parts(kind, words):
                counts[word][part] += 1
        self.pools: dict[str, list[str]] = defaultdict(list)
        for word in sorted(counts):
            self.pools[counts[word].most_common(1)[0][0]].append(word)
        known = {word: part for part, pool in self.pools.items() for word in pool}
        self.part_of = _in_use(known, articles)


def _entities(path: Path) -> Iterable[tuple[str, list[str]]]:
    kind, words = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, label = line.partition("\t")
        if words and not (label.startswith("I-") and label[2:] == kind):
            yield kind, words
            words = []
        if label[:2] in {"B-", "I-"}:
            kind = label[2:]
            words.append(word)


def _parts(kind: str, words: list[str]) -> Iterable[tuple[str, str]]:
    """The words of one entity that can be swapped, with their part: first, last, place, acronym, people."""
    plain = [word for word in words if _WORD.fullmatch(word)]
    if kind == "Person" and len(plain) == len(words) > 1:
        yield "first", plain[0]
        yield "last", plain[-1]
    elif kind == "Location" and len(plain) == len(words) == 1 and case_of(plain[0]) == Case.TITLE:
        yield "place", plain[0]
    elif kind == "NORP" and len(plain) == len(words) == 1 and case_of(plain[0]) == Case.TITLE:
        yield "people", plain[0]
    elif kind == "Organization" and len(plain) == len(words) == 1 and case_of(plain[0]) == Case.UPPER:
        yield "acronym", plain[0]


def _in_use(known: dict[str, str], articles: Iterable[Sequence[str]]) -> dict[str, str]:
    """Parts of the words of the articles: the known ones, and those that stand beside known ones."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    neighbours: Counter[tuple[str, str]] = Counter()
    for forms in articles:
        capital.update(form for form in forms if form[0].isupper())
        small.update(form for form in forms if not form[0].isupper())
        neighbours.update(pair for pair in pairwise(forms) if all(each[0].isupper() for each in pair))
    names = {
        form
        for form, count in capital.items()
        if _WORD.fullmatch(form) and form not in _NO_NAMES and small[form.lower()] <= 0.1 * count
    }
    parts = {form: known[form] for form in sorted(names) if form in known} | _FREQUENT
    for _ in range(2):  # surnames make first names known, which make more surnames known
        parts |= _beside(names - parts.keys(), parts, capital, neighbours)
    return parts


def _beside(
    unknown: set[str], parts: dict[str, str], capital: Counter[str], neighbours: Counter[tuple[str, str]]
) -> dict[str, str]:
    """Unknown capitalised words that often follow a first name or a title, or come before a surname."""
    after: Counter[str] = Counter()
    before: Counter[str] = Counter()
    for (left, right), count in neighbours.items():
        after[right] += count * (parts.get(left) == "first" or left in _TITLES)
        before[left] += count * (parts.get(right) == "last")
    found = {form: "first" for form in unknown if before[form] > 0.25 * capital[form]}
    return found | {form: "last" for form in unknown if after[form] > 0.15 * capital[form]}


def changed(table: WordTable, names: Names, chances: Chances, chance: random.Random) -> WordTable:
    """One window's words with some changes; the number of words stays."""
    forms = list(table.forms)
    if chance.random() < chances.names:
        _swap_names(forms, names, chances.each_name, chance)
    if chance.random() < chances.quotes:
        _swap_quotes(forms, table.quotes, chance)
    cases = np.array([case_of(form) for form in forms], dtype=np.int32)
    breaks = table.breaks
    if chance.random() < chances.no_case:
        cases = np.full_like(cases, chance.choice([Case.LOWER, Case.UPPER]))
    if chance.random() < chances.single_breaks:
        breaks = np.minimum(breaks, Break.LINE)
    if chance.random() < chances.no_breaks:
        breaks = np.zeros_like(breaks)
    return replace(table, forms=tuple(forms), cases=cases, breaks=breaks)


def unquoted(article: LabelledArticle) -> LabelledArticle:
    """The article as on pages that have lost their quotation marks: speech is told by its words alone."""
    kept = article.table.quotes != QuoteState.MARK
    if kept.all():
        return article
    place = np.concatenate([[0], np.cumsum(kept)])
    moved = [Piece(int(place[piece.start]), int(place[piece.end]), piece.role) for piece in article.pieces]
    left = {
        number: rank
        for rank, number in enumerate(n for n, piece in enumerate(moved) if piece.end > piece.start)
    }
    return LabelledArticle(
        name=article.name,
        table=_without_marks(article.table, kept),
        pieces=tuple(moved[number] for number in left),
        cue_of=_renumbered(article.cue_of, left),
        source_of=_renumbered(article.source_of, left),
    )


def _without_marks(table: WordTable, kept: np.ndarray) -> WordTable:
    """The words that are kept; a line that began with a mark begins with the word after it."""
    numbers = np.flatnonzero(kept)
    since = np.concatenate([[0], numbers[:-1] + 1])
    return WordTable(
        forms=tuple(table.forms[number] for number in numbers),
        starts=table.starts[numbers],
        ends=table.ends[numbers],
        cases=table.cases[numbers],
        breaks=np.maximum.reduceat(table.breaks, since),
        quotes=np.full(len(numbers), QuoteState.OUTSIDE, dtype=table.quotes.dtype),
        sentences=table.sentences[numbers],
        paragraphs=table.paragraphs[numbers],
    )


def _renumbered(links: dict[int, int], left: dict[int, int]) -> dict[int, int]:
    return {left[one]: left[other] for one, other in links.items() if one in left and other in left}


def _swap_names(forms: list[str], names: Names, each_name: float, chance: random.Random) -> None:
    other: dict[str, str] = {}
    for index, form in enumerate(forms):
        part = names.part_of.get(form)
        if part is None:
            continue
        if form not in other:
            other[form] = chance.choice(names.pools[part]) if chance.random() < each_name else form
        forms[index] = other[form]


def _swap_quotes(forms: list[str], quotes: np.ndarray, chance: random.Random) -> None:
    opening, closing = chance.choice(_QUOTE_STYLES)
    for index, form in enumerate(forms):
        if quotes[index] == QuoteState.MARK and form in _DOUBLE_MARKS:
            opens = index + 1 < len(forms) and quotes[index + 1] == QuoteState.INSIDE
            forms[index] = opening if opens else closing
