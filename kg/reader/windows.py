"""Cutting a text of any length into windows that the network can see at once.

Each window has a core, whose words it decides, and a margin on both sides that it only sees. Cores follow
each other without a gap, so that every word is decided once, whatever the batch.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CORE_PIECES = 256
MARGIN_PIECES = 64


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


def windows(counts: Sequence[int], core: int = CORE_PIECES, margin: int = MARGIN_PIECES) -> Iterator[Window]:
    """Windows over words with so many pieces each; a window holds at most ``core + 2 * margin`` pieces."""
    core_start = 0
    while core_start < len(counts):
        core_end = _reach(counts, core_start, core)
        yield Window(
            start=_reach_back(counts, core_start, margin),
            end=_reach(counts, core_end, margin),
            core_start=core_start,
            core_end=core_end,
        )
        core_start = core_end


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
