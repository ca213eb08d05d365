"""Which mentions speak of the same thing: each chooses an earlier one, or none, by a learned score.

After Dobrovolskii (2021), *Word-Level Coreference Resolution*: head words are compared, not spans.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.reader.features import Integers

Weights = NDArray[np.float32]
REACH = 100
"""A mention is compared with so many before it, and with the last one that has the same head word."""
_ROWS = 256
"""Mentions that are compared at a time: bounds memory."""
_DISTANCES = (0, 1, 2, 3, 4, 7, 15, 31, 63)
DISTANCE_CLASSES = len(_DISTANCES) + 1


@dataclass(frozen=True, slots=True)
class AntecedentWeights:
    """As in ``training.heads.Antecedents``; shapes (hidden, hidden) unless said."""

    ours: Weights
    ours_bias: Weights
    theirs: Weights
    product: Weights
    distances: Weights
    """(classes of distance, hidden)."""
    same_form: Weights
    """(2, hidden)."""
    score: Weights
    """(hidden,)."""
    score_bias: Weights
    """(1,)."""

    @classmethod
    def of(cls, arrays: Mapping[str, Weights]) -> "AntecedentWeights":
        """From arrays named as in ``heads.npz``."""
        return cls(**{name: arrays[f"layers.antecedents.{name}"] for name in cls.__slots__})


def distance_classes(apart: Integers) -> Integers:
    """Classes of how many mentions a mention lies behind an earlier one."""
    return np.asarray(np.searchsorted(_DISTANCES, apart.clip(0), side="left"), dtype=np.int32)


def chains(weights: AntecedentWeights, vectors: Weights, forms: Sequence[str]) -> list[int]:
    """Number of the thing that each mention speaks of.

    ``vectors`` (mentions, hidden) and ``forms``, the head words, both in text order. Chains are numbered
    in the order in which they begin.
    """
    known: dict[str, int] = {}
    folded = np.array([known.setdefault(form.casefold(), len(known)) for form in forms], dtype=np.int32)
    earlier = _candidates(folded.tolist())
    numbers: list[int] = []
    begun = 0
    for start in range(0, len(forms), _ROWS):
        rows = slice(start, min(start + _ROWS, len(forms)))
        best = _best(weights, vectors, folded, earlier[rows], start)
        for antecedent in best.tolist():
            numbers.append(begun if antecedent < 0 else numbers[antecedent])
            begun += antecedent < 0
    return numbers


def _candidates(forms: Sequence[int]) -> Integers:
    """Earlier mentions that each is compared with, (mentions, 1 + REACH); -1 where there is none."""
    count = len(forms)
    near = np.arange(count)[:, None] - np.arange(1, REACH + 1)[None, :]
    last: dict[int, int] = {}
    same = np.full((count, 1), -1)
    for number, form in enumerate(forms):
        same[number] = last.get(form, -1)
        last[form] = number
    far = np.where(same < near[:, -1:], same, -1)
    return np.hstack([far, near]).clip(-1).astype(np.int32)


def _best(
    weights: AntecedentWeights, vectors: Weights, forms: Integers, earlier: Integers, start: int
) -> Integers:
    """The likeliest antecedent of each of some mentions, counted from ``start``; -1 for none."""
    own = np.arange(start, start + len(earlier))
    ours, theirs = vectors[own], vectors[earlier]
    joint = (ours @ weights.ours.T + weights.ours_bias)[:, None] + (vectors @ weights.theirs.T)[earlier]
    joint += (ours[:, None] * theirs) @ weights.product.T
    joint += weights.distances[distance_classes(own[:, None] - earlier)]
    joint += weights.same_form[(forms[own][:, None] == forms[earlier]).astype(np.int32)]
    scores = np.maximum(joint, 0) @ weights.score + weights.score_bias
    scores[earlier < 0] = -np.inf
    choice = scores.argmax(axis=1)
    rows = np.arange(len(earlier))
    return np.where(scores[rows, choice] > 0, earlier[rows, choice], -1).astype(np.int32)
