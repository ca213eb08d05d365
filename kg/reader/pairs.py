"""What is told about two spans that may belong together: where they stand to each other.

Each feature is a small class; all classes of all features are numbered through, so that one table of
vectors serves them. The same function feeds training and reading.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.reader.features import Integers, WordTable
from kg.reader.labels import Piece, Role

SIDE = 8
"""Candidates looked at on each side of a span."""
MAX_GAP = 400
"""Words between two spans that may belong together."""
_GAPS = np.array([1, 2, 3, 4, 6, 9, 14, 21, 36, 61, 121])
"""First gap, in words, of each class of distance after the first."""
_FEATURE_SIZES = (2 * (len(_GAPS) + 1), 5, 5, 4, 4, 4, 9, 4)
_RELATIONS: Integers = np.array([2, 1, 0, 3, 4], dtype=np.int32)
"""Class of a step of -2 … 2 sentences or paragraphs."""
_OFFSETS = np.cumsum((0, *_FEATURE_SIZES[:-1]))
CLASSES = sum(_FEATURE_SIZES)
"""Number of classes of all features together."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Spans and the candidates of each, shapes (spans, 2 * SIDE) and (spans, 2 * SIDE, features)."""

    candidates: Integers
    """Index of each candidate; 0 where there is none."""
    possible: NDArray[np.bool_]
    """Whether there is a candidate."""
    features: Integers
    """Numbers below ``CLASSES``."""


def pairs(
    table: WordTable, spans: Sequence[Piece], candidates: Sequence[Piece], all_pieces: Sequence[Piece]
) -> Pairs:
    """Each span with its nearest candidates; all three sequences in text order."""
    ours, theirs = _ranges(spans), _ranges(candidates)
    if not len(ours) or not len(theirs):
        return _no_pairs(len(ours))
    nearest = np.searchsorted(theirs[:, 0], ours[:, 0])[:, None] + np.arange(-SIDE, SIDE)
    inside = (nearest >= 0) & (nearest < len(theirs))
    nearest = np.where(inside, nearest, 0).astype(np.int32)
    left, right = np.broadcast_arrays(ours[:, None, :], theirs[nearest])
    low = np.minimum(left[..., 1], right[..., 1])
    high = np.maximum(np.maximum(left[..., 0], right[..., 0]), low)
    features = _features(table, left, right, _between(all_pieces, low, high)) + _OFFSETS
    return Pairs(nearest, inside & (high - low <= MAX_GAP), features.astype(np.int32))


def _no_pairs(count: int) -> Pairs:
    shape = (count, 2 * SIDE)
    nothing = np.zeros((*shape, len(_FEATURE_SIZES)), dtype=np.int32)
    return Pairs(np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=bool), nothing)


def _ranges(spans: Sequence[Piece]) -> Integers:
    return np.array([(span.start, span.end) for span in spans], dtype=np.int32).reshape(-1, 2)


def _between(all_pieces: Sequence[Piece], low: Integers, high: Integers) -> list[Integers]:
    """For each role, how many spans begin between the two, at most 3."""
    counts = []
    for role in Role:
        starts = np.array([piece.start for piece in all_pieces if piece.role == role], dtype=np.int32)
        counts.append(np.minimum(np.searchsorted(starts, high) - np.searchsorted(starts, low), 3).clip(0))
    return counts


def _features(table: WordTable, left: Integers, right: Integers, between: list[Integers]) -> Integers:
    first, other = left[..., 0], right[..., 0]
    after = (other > first).astype(np.int32)
    gap = np.where(after, other - left[..., 1], first - right[..., 1]).clip(0)
    distance = np.searchsorted(_GAPS, gap, side="right") * 2 + after
    line_start = (table.breaks > 0).astype(np.int32)
    return np.stack(
        [
            distance,
            _relation(table.sentences, left, right),
            _relation(table.paragraphs, left, right),
            *between,
            table.quotes[first] * 3 + table.quotes[other],
            line_start[first] * 2 + line_start[other],
        ],
        axis=-1,
    )


def _relation(numbers: Integers, left: Integers, right: Integers) -> Integers:
    """0 same, 1 the one before, 2 farther before, 3 the one after, 4 farther after."""
    step = np.where(
        right[..., 0] < left[..., 0],
        numbers[right[..., 1] - 1] - numbers[left[..., 0]],
        numbers[right[..., 0]] - numbers[left[..., 1] - 1],
    )
    return np.asarray(_RELATIONS[step.clip(-2, 2) + 2])
