"""A text and the spans that statements mark in it → pieces that lie one after the other.

Spans may nest, overlap and be interrupted; HTML elements may not. So the text is cut wherever a span
begins or ends, and each piece knows the statements that it belongs to. A lane is the height at which a
statement is underlined, the same in all its pieces; statements that share a stretch have different lanes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.domain import Span

Marking = Sequence[Span]
"""The spans of one statement, sorted; never empty."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text within which nothing begins or ends."""

    text: str
    marks: tuple[int, ...] = ()
    """Numbers of the statements that it belongs to, sorted."""
    begins: tuple[int, ...] = ()
    """Those of them whose first piece it is."""


def pieces(text: str, markings: Sequence[Marking]) -> tuple[Piece, ...]:
    """The text in pieces: joined they are the text, and those of a statement are the words of its spans.

    >>> [(piece.text, piece.marks) for piece in pieces("abcd", [[Span(0, 3)], [Span(2, 4)]])]
    [('ab', (0,)), ('c', (0, 1)), ('d', (1,))]
    """
    changes: dict[int, set[int]] = {0: set(), len(text): set()}
    for number, spans in enumerate(markings):
        for offset in (offset for span in spans for offset in (span.start, span.end)):
            changes.setdefault(offset, set()).symmetric_difference_update((number,))
    open_marks: set[int] = set()
    cut = []
    for start, end in pairwise(sorted(changes)):
        open_marks ^= changes[start]
        begins = (number for number in open_marks if markings[number][0].start == start)
        cut.append(Piece(text[start:end], tuple(sorted(open_marks)), tuple(sorted(begins))))
    return tuple(cut)


def lanes(markings: Sequence[Marking]) -> tuple[int, ...]:
    """For each statement its lane, from 0: the lowest that is free from its first to its last character.

    >>> lanes([[Span(0, 9)], [Span(2, 4)], [Span(5, 7)], [Span(9, 12)]])
    (0, 1, 1, 0)
    """
    order = sorted(range(len(markings)), key=lambda n: (markings[n][0].start, -markings[n][-1].end, n))
    ends: list[int] = []
    found = [0] * len(markings)
    for number in order:
        start, end = markings[number][0].start, markings[number][-1].end
        lane = next((lane for lane, taken in enumerate(ends) if taken <= start), len(ends))
        ends[lane : lane + 1] = [end]
        found[number] = lane
    return tuple(found)
