"""The roles a word can play, and how spans become labels of words and back."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from kg.reader.features import Integers


class Role(IntEnum):
    """The three parts of an attribution."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


def begin(role: Role) -> int:
    """Label of the first word of a span."""
    return 1 + 2 * role


def inside(role: Role) -> int:
    """Label of the other words of a span."""
    return 2 + 2 * role


def may_follow() -> np.ndarray:
    """Whether label j may follow label i, shape (labels, labels): inside follows its own role alone."""
    allowed = np.ones((len(LABELS), len(LABELS)), dtype=bool)
    for role in Role:
        allowed[:, inside(role)] = False
        allowed[[begin(role), inside(role)], inside(role)] = True
    return allowed


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A run of words in one role, half-open word numbers."""

    start: int
    end: int
    role: Role

    def moved(self, words: int) -> "Piece":
        """The same span so many words farther on."""
        return Piece(self.start + words, self.end + words, self.role)


def labels_of(pieces: Iterable[Piece], count: int) -> Integers:
    """Labels of ``count`` words; a shorter span wins over a longer one that it would overlap."""
    labels = np.zeros(count, dtype=np.int32)
    for piece in sorted(pieces, key=lambda each: each.start - each.end):
        labels[piece.start : piece.end] = inside(piece.role)
        labels[piece.start] = begin(piece.role)
        if piece.end < count and labels[piece.end] in _INSIDE:
            labels[piece.end] -= 1
    return labels


_INSIDE = frozenset(inside(role) for role in Role)
