"""Attributions inside attributions: “X said that Y claimed Z”.

The corpus marks the outer one alone, and so does the network. What it has learned is used once more: each
content is read again as a text of its own, and what is found wholly inside it is an inner attribution.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.reader.drafts import Draft
from kg.reader.features import WordTable
from kg.reader.labels import Piece
from kg.reader.mode import outside_quotes

FEWEST_WORDS = 6
"""A content needs so many words to hold a source, a cue and a content of its own."""
LEAST_SCORE = 0.2


@dataclass(frozen=True, slots=True)
class Nested:
    """An inner attribution and the one that holds it."""

    draft: Draft
    outer: Draft


def nested(
    table: WordTable, outer: Draft, read: Callable[[WordTable], tuple[Draft, ...]]
) -> tuple[Nested, ...]:
    """The attributions inside the contents of ``outer``; ``read`` reads words as a text of their own."""
    found = []
    for piece in outer.contents:
        if piece.end - piece.start >= FEWEST_WORDS:
            inner = read(_alone(table, piece))
            found += [Nested(_moved(draft, piece.start), outer) for draft in inner if _is_inner(draft, piece)]
    return tuple(found)


def _alone(table: WordTable, piece: Piece) -> WordTable:
    part = table.part(piece.start, piece.end)
    return replace(part, quotes=outside_quotes(part.quotes))


def _is_inner(draft: Draft, piece: Piece) -> bool:
    """Whether it says by itself who or what reports, and leaves something for the outer one."""
    words = sum(each.end - each.start for each in draft.contents)
    return draft.cue is not None and draft.score >= LEAST_SCORE and words < piece.end - piece.start


def _moved(draft: Draft, words: int) -> Draft:
    return Draft(
        contents=tuple(piece.moved(words) for piece in draft.contents),
        cue=draft.cue and draft.cue.moved(words),
        source=draft.source and draft.source.moved(words),
        score=draft.score,
    )
