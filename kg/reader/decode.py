"""From scores of labels to spans: those that a linear chain finds probable, none over another.

The chain runs over the words of a whole text: what lies in which window plays no part. Not the best
sequence of labels is taken but the spans that agree best, in expectation, with what is there: a span whose
end is unsure counts with its other ends too, so that the likeliest of them is kept and not none.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
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
LEAST_PROBABILITY = 0.03
"""Less probable spans are not looked at."""
LEAST_AGREEMENT = 0.3
"""Expected agreement below which a span costs more than it brings; chosen on articles kept from training."""
_SHARPNESS = 6
"""Power of the overlap of two spans: nearly only the exact one and its next neighbours count."""
LONGEST = 1_000
"""No span has more words."""


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

    def spans(self, least: float = LEAST_PROBABILITY) -> dict[Piece, float]:
        """Every span likelier than ``least``, with the probability that exactly these words form it."""
        if not len(self._scores):
            return {}
        return {piece: found for role in Role for piece, found in self._spans(role, least)}

    def _spans(self, role: Role, least: float) -> Iterator[tuple[Piece, float]]:
        first, within = begin(role), inside(role)
        begun = self._forward[:, first] - self._total
        alone = begun + self._onward(first, role)
        goes_on = self._scores[:, within] + self._transitions[within, within]
        longer = np.cumsum(goes_on) + self._onward(within, role)
        before = np.cumsum(goes_on) - self._transitions[first, within] + self._transitions[within, within]
        for start in np.flatnonzero(begun + self._backward[:, first] > np.log(least)):
            paths = begun[start] + longer[start + 1 : start + LONGEST] - before[start]
            whole = np.exp(np.concatenate([alone[start : start + 1], paths]))
            for more in np.flatnonzero(whole > least):
                yield Piece(int(start), int(start + more + 1), role), float(whole[more])

    def _onward(self, last: int, role: Role) -> Floats:
        """Log sum of all ways to go on after each word, labelled ``last``, without prolonging the span."""
        onward = self._transitions[last] + self._scores[1:] + self._backward[1:]
        others = np.delete(onward, inside(role), axis=1)
        tops = others.max(axis=1, initial=_IMPOSSIBLE)
        return np.append(tops + np.log(np.exp(others - tops[:, None]).sum(axis=1)), 0.0)


def _forward(scores: Floats, transitions: Floats) -> Floats:
    """Log sum over all ways to reach each label of each word, the word included."""
    if not len(scores):
        return np.zeros(scores.shape)
    begun = np.concatenate([_started(scores)[None], scores[1:]])
    moves, gains = np.exp(transitions), _gains(begun)
    rows, scales = np.zeros(scores.shape), np.ones(len(scores))
    row = gains[0]
    for word in range(len(scores)):
        row = row if not word else (row @ moves) * gains[word]
        scales[word] = row.sum()
        rows[word] = row = row / scales[word]
    return np.asarray(np.log(rows + _TINY) + np.cumsum(np.log(scales) + _tops(begun))[:, None])


def _backward(scores: Floats, transitions: Floats) -> Floats:
    """Log sum over all ways on from each label of each word, the word excluded."""
    moves, gains = np.exp(transitions), _gains(scores)
    rows, scales = np.ones(scores.shape), np.ones(len(scores))
    for word in range(len(scores) - 2, -1, -1):
        row = moves @ (gains[word + 1] * rows[word + 1])
        scales[word] = row.sum()
        rows[word] = row / scales[word]
    logs = np.log(scales) + np.append(_tops(scores)[1:], 0.0)
    return np.asarray(np.log(rows + _TINY) + np.cumsum(logs[::-1])[::-1, None])


def _gains(scores: Floats) -> Floats:
    """Exponentials of scores, at most 1 in each word."""
    return np.asarray(np.exp(scores - _tops(scores)[:, None]))


def _tops(scores: Floats) -> Floats:
    return np.asarray(scores.max(axis=-1))


def _log_sum(values: Floats) -> float:
    """Log of the sum of exponentials."""
    top = values.max()
    return float(top + np.log(np.exp(values - top).sum()))


def agreement(spans: Mapping[Piece, float]) -> dict[Piece, float]:
    """How well each span agrees with the text, in expectation.

    The sum of the probabilities of all spans of its role, each weighted by its overlap (Jaccard, in words,
    to the power ``_SHARPNESS``).
    """
    ordered = sorted(spans)
    found = dict(spans)
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.start >= one.end:
                break
            if other.role == one.role:
                shared = _overlap(one, other) ** _SHARPNESS
                found[one] += shared * spans[other]
                found[other] += shared * spans[one]
    return found


def _overlap(one: Piece, other: Piece) -> float:
    """Words in both, divided by words in either, of spans that overlap."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (one.end - one.start + other.end - other.start - shared)


def chosen(gains: Mapping[Piece, float], least: float = LEAST_AGREEMENT) -> tuple[Piece, ...]:
    """The spans that do not overlap and whose gains exceed ``least`` by the most in all, in order.

    Weighted interval scheduling: the best choice up to each span's end takes the span or leaves it.
    """
    by_end = sorted(gains, key=lambda piece: (piece.end, piece.start, piece.role))
    ends = [piece.end for piece in by_end]
    best, taken = [0.0], list[int | None]()
    for number, piece in enumerate(by_end):
        before = bisect_right(ends, piece.start, 0, number)
        gain = best[before] + gains[piece] - least
        taken.append(before if gain > best[-1] else None)
        best.append(max(gain, best[-1]))
    return tuple(sorted(_taken(by_end, taken)))


def _taken(by_end: Sequence[Piece], taken: Sequence[int | None]) -> Iterator[Piece]:
    number = len(by_end)
    while number:
        before = taken[number - 1]
        if before is not None:
            yield by_end[number - 1]
        number = number - 1 if before is None else before


def roles_of(pieces: Sequence[Piece], role: Role) -> tuple[Piece, ...]:
    """The spans of one role, in text order."""
    return tuple(piece for piece in pieces if piece.role == role)
