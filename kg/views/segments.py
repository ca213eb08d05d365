"""A text and the spans that statements mark in it → pieces that lie one after the other.

Three layers of spans: what was said (content), who says so (source), and the words that attribute it (cue).
Spans may nest, overlap and be interrupted; HTML elements may not. So the text is cut wherever a span
begins or ends, and each piece knows the statements that it belongs to. A lane is the height at which a
statement is underlined, the same in all its pieces; statements that share a stretch have different lanes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from kg.domain import Span

Marking = Sequence[Span]
"""The spans of one statement, sorted; of its content never empty."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text within which nothing begins or ends; numbers are those of statements, sorted."""

    text: str
    marks: tuple[int, ...] = ()
    """To whose content it belongs."""
    begins: tuple[int, ...] = ()
    """Those of ``marks`` whose first piece it is."""
    sources: tuple[int, ...] = ()
    """Whose speaker it names."""
    cues: tuple[int, ...] = ()
    """Whose attribution it is part of."""

    @property
    def attributes(self) -> tuple[int, ...]:
        """Whose source or cue it is, sorted."""
        return tuple(sorted({*self.sources, *self.cues}))


class _Layer(Enum):
    CONTENT = auto()
    SOURCE = auto()
    CUE = auto()


def pieces(
    text: str, markings: Sequence[Marking], *, sources: Sequence[Marking] = (), cues: Sequence[Marking] = ()
) -> tuple[Piece, ...]:
    """The text in pieces: joined they are the text, and those of a statement are the words of its spans.

    >>> [(piece.text, piece.marks) for piece in pieces("abcd", [[Span(0, 3)], [Span(2, 4)]])]
    [('ab', (0,)), ('c', (0, 1)), ('d', (1,))]
    """
    changes: dict[int, set[tuple[_Layer, int]]] = {0: set(), len(text): set()}
    for layer, marked in zip(_Layer, (markings, sources, cues), strict=True):
        for number, spans in enumerate(marked):
            for offset in (offset for span in spans for offset in (span.start, span.end)):
                changes.setdefault(offset, set()).symmetric_difference_update([(layer, number)])
    opened: set[tuple[_Layer, int]] = set()
    cut = []
    for start, end in pairwise(sorted(changes)):
        opened ^= changes[start]
        found = {layer: tuple(sorted(n for kind, n in opened if kind is layer)) for layer in _Layer}
        marks = found[_Layer.CONTENT]
        begins = tuple(number for number in marks if markings[number][0].start == start)
        cut.append(Piece(text[start:end], marks, begins, found[_Layer.SOURCE], found[_Layer.CUE]))
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
