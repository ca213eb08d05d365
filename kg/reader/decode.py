"""From scores of labels to the best legal sequence of labels, and how probable each span is.

The chain runs over the words of a whole text: what lies in which window plays no part.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.reader.features import Integers
from kg.reader.labels import Piece, Role, begin, inside

Floats = NDArray[np.floating[Any]]

_IMPOSSIBLE = -1e4
_TINY = 1e-300
"""Keeps the logarithm of what cannot be finite."""
_INSIDE = np.array([inside(role) for role in Role])


def best_labels(scores: Floats, transitions: Floats) -> Integers:
    """Viterbi: ``scores`` (words, labels) and ``transitions`` (labels, labels) → labels (words,)."""
    if not len(scores):
        return np.zeros(0, dtype=np.int32)
    total = _started(scores)
    came_from = np.zeros(scores.shape, dtype=np.int8)
    for word in range(1, len(scores)):
        stepped = total[:, None] + transitions
        came_from[word] = stepped.argmax(axis=0)
        total = stepped.max(axis=0) + scores[word]
    labels = np.zeros(len(scores), dtype=np.int32)
    labels[-1] = total.argmax()
    for word in range(len(scores) - 1, 0, -1):
        labels[word - 1] = came_from[word, labels[word]]
    return labels


def _started(scores: Floats) -> Floats:
    begun: Floats = scores[0].astype(np.float64)
    begun[_INSIDE] = _IMPOSSIBLE
    return begun


def kept_apart(scores: Floats, breaks: Integers) -> Floats:
    """Scores under which no span goes on over a break before a word; ``breaks`` (words,) is 0 for none."""
    apart = scores.copy()
    apart[np.ix_(np.flatnonzero(breaks), _INSIDE)] = _IMPOSSIBLE
    return apart


class Marginals:
    """Probabilities of a linear chain, by forward and backward sums over the whole text."""

    def __init__(self, scores: Floats, transitions: Floats) -> None:
        self._scores = np.asarray(scores, dtype=np.float64)
        self._transitions = np.asarray(transitions, dtype=np.float64)
        self._forward = _forward(self._scores, self._transitions)
        self._backward = _backward(self._scores, self._transitions)
        self._total = _log_sum(self._forward[-1]) if len(scores) else 0.0

    def of_span(self, piece: Piece) -> float:
        """Probability that exactly these words form a span of this role, no longer and no shorter."""
        scores, moves = self._scores, self._transitions
        first, within = begin(piece.role), inside(piece.role)
        path = self._forward[piece.start, first]
        for word in range(piece.start + 1, piece.end):
            path += moves[first if word == piece.start + 1 else within, within] + scores[word, within]
        last = first if piece.end == piece.start + 1 else within
        return float(np.exp(path + self._ends(piece, last) - self._total))

    def _ends(self, piece: Piece, last: int) -> float:
        """Log sum over all ways to go on after the span without prolonging it."""
        if piece.end == len(self._scores):
            return 0.0
        onward = self._transitions[last] + self._scores[piece.end] + self._backward[piece.end]
        return _log_sum(np.delete(onward, inside(piece.role)))

    def of_labels(self) -> Floats:
        """Probability of each label of each word, shape (words, labels)."""
        return np.exp(self._forward + self._backward - self._total)


def _forward(scores: Floats, transitions: Floats) -> Floats:
    """Log sum over all ways to reach each label of each word, the word included."""
    if not len(scores):
        return np.zeros(scores.shape)
    begun = np.concatenate([_started(scores)[None], scores[1:]])
    moves, gains = np.exp(transitions), _gains(begun)
    rows, logs = np.zeros(scores.shape), np.zeros(len(scores))
    row = gains[0]
    for word in range(len(scores)):
        row = row if not word else (row @ moves) * gains[word]
        scale = row.sum()
        row = row / scale
        rows[word], logs[word] = row, np.log(scale)
    return np.log(rows + _TINY) + np.cumsum(logs + _tops(begun))[:, None]


def _backward(scores: Floats, transitions: Floats) -> Floats:
    """Log sum over all ways on from each label of each word, the word excluded."""
    moves, gains = np.exp(transitions), _gains(scores)
    rows, logs = np.ones(scores.shape), np.zeros(len(scores))
    for word in range(len(scores) - 2, -1, -1):
        row = moves @ (gains[word + 1] * rows[word + 1])
        scale = row.sum()
        rows[word], logs[word] = row / scale, np.log(scale) + _tops(scores[word + 1])
    return np.log(rows + _TINY) + np.cumsum(logs[::-1])[::-1, None]


def _gains(scores: Floats) -> Floats:
    """Exponentials of scores, at most 1 in each word."""
    return np.asarray(np.exp(scores - _tops(scores)[:, None]))


def _tops(scores: Floats) -> Floats:
    return np.asarray(scores.max(axis=-1))


def _log_sum(values: Floats) -> float:
    """Log of the sum of exponentials."""
    top = values.max()
    return float(top + np.log(np.exp(values - top).sum()))


def roles_of(pieces: Sequence[Piece], role: Role) -> tuple[Piece, ...]:
    """The spans of one role, in text order."""
    return tuple(piece for piece in pieces if piece.role == role)
