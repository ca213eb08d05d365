"""Cutting a text of any length into windows that the network can see at once.

Each window has a core, whose words it decides, and a margin on both sides that it only sees. Cores follow
each other without a gap, so that every word is decided once, whatever the batch; they end where a sentence
ends, so that trees are whole, unless a sentence is longer than a core.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kg.reader.features import Integers

CORE_PIECES = 320
MARGIN_PIECES = 32


@dataclass(frozen=True, slots=True)
class Window:
    """Half-open ranges of words: all that is seen, and the core that is decided."""

    start: int
    end: int
    core_start: int
    core_end: int

    @property
    def core(self) -> slice:
        """The words of the core, counted in the window."""
        return slice(self.core_start - self.start, self.core_end - self.start)


def windows(counts: Sequence[int], sentences: Integers) -> Iterator[Window]:
    """Windows over words with so many pieces each; ``sentences`` (words,) are the numbers of theirs.

    A window holds at most ``CORE_PIECES + 2 * MARGIN_PIECES`` pieces.
    """
    core_start = 0
    while core_start < len(counts):
        core_end = _between_sentences(sentences, core_start, _reach(counts, core_start, CORE_PIECES))
        yield Window(
            start=_reach_back(counts, core_start, MARGIN_PIECES),
            end=_reach(counts, core_end, MARGIN_PIECES),
            core_start=core_start,
            core_end=core_end,
        )
        core_start = core_end


def _between_sentences(sentences: Integers, start: int, end: int) -> int:
    """The last end of a sentence after ``start`` and up to ``end``; ``end`` where there is none."""
    if end == len(sentences):
        return end
    begun = int(np.searchsorted(sentences, sentences[end]))
    return begun if begun > start else end


def _reach(counts: Sequence[int], start: int, pieces: int) -> int:
    """The last word, exclusive, up to which ``pieces`` pieces suffice."""
    end = start
    while end < len(counts) and counts[end] <= pieces:
        pieces -= counts[end]
        end += 1
    return end


def _reach_back(counts: Sequence[int], end: int, pieces: int) -> int:
    start = end
    while start and counts[start - 1] <= pieces:
        start -= 1
        pieces -= counts[start]
    return start
