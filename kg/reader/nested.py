"""Attributions inside attributions: “X said that Y claimed Z”.

The corpus marks the outer one alone, and so does the network. What it has learned is used once more: each
content is read again as a text of its own, and what is found wholly inside it is an inner attribution. A
content without a verb of saying beside the verb of what is said is not read again.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from kg.reader.drafts import Draft
from kg.reader.features import Case, Integers, WordTable
from kg.reader.labels import Piece
from kg.reader.layers import UPOS
from kg.reader.mode import outside_quotes

FEWEST_WORDS = 6
"""A content needs so many words to hold a source, a cue and a content of its own."""
FEWEST_VERBS = 2
LEAST_SCORE = 0.35
_VERB = UPOS.index("VERB")
_OF_SAYING = [UPOS.index(tag) for tag in ("VERB", "NOUN", "ADJ", "ADV")]
"""What a cue has besides auxiliaries and signs."""


def nested(
    table: WordTable, upos: Integers, outer: Draft, read: Callable[[WordTable], tuple[Draft, ...]]
) -> tuple[Draft, ...]:
    """The attributions inside the contents of ``outer``; ``read`` reads words as a text of their own.

    ``upos`` (words,) holds the classes of the words.
    """
    found: list[Draft] = []
    for piece in outer.contents:
        start = _clause_start(table, piece)
        if _has_room(upos[start : piece.end]):
            inner = (_moved(draft, start) for draft in read(_alone(table.part(start, piece.end))))
            found += [draft for draft in inner if _is_inner(draft, piece, upos)]
    return tuple(found)


def _has_room(upos: Integers) -> bool:
    """Whether so many words can say who said what."""
    return len(upos) >= FEWEST_WORDS and int((upos == _VERB).sum()) >= FEWEST_VERBS


def _clause_start(table: WordTable, piece: Piece) -> int:
    """The first word that a sentence of its own would begin with."""
    start = piece.start
    while start < piece.end and (table.forms[start].lower() == "that" or not table.forms[start][0].isalnum()):
        start += 1
    return start


def _alone(part: WordTable) -> WordTable:
    """Words as a sentence of their own looks: a capital first, and no quotation marks around it all."""
    cases = part.cases.copy()
    cases[0] = max(cases[0], Case.TITLE)
    return replace(part, cases=cases, quotes=outside_quotes(part.quotes))


def _is_inner(draft: Draft, piece: Piece, upos: Integers) -> bool:
    """Whether it says by itself who or what reports, and leaves something for the outer one."""
    if draft.cue is None or draft.source is None or draft.score < LEAST_SCORE:
        return False
    words = sum(each.end - each.start for each in draft.contents)
    says = np.isin(upos[draft.cue.start : draft.cue.end], _OF_SAYING).any()
    return bool(says) and words < piece.end - piece.start


def _moved(draft: Draft, words: int) -> Draft:
    return Draft(
        contents=tuple(piece.moved(words) for piece in draft.contents),
        cue=draft.cue and draft.cue.moved(words),
        source=draft.source and draft.source.moved(words),
        score=draft.score,
    )
