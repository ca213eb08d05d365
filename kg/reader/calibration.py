"""From a product of scores to how often such an attribution is right.

A logistic curve with two parameters, fitted on articles that were kept from training.
"""

import math
from dataclasses import dataclass

_EDGE = 1e-6
PLACES = 4
"""Decimals that are kept, so that output is stable."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """``probability = sigmoid(slope * logit(score) + shift)``."""

    slope: float
    shift: float

    def probability(self, score: float) -> float:
        """Calibrated and rounded.

        >>> Calibration(slope=1.0, shift=0.0).probability(0.25)
        0.25
        """
        bounded = min(max(score, _EDGE), 1 - _EDGE)
        logit = math.log(bounded / (1 - bounded))
        return round(1 / (1 + math.exp(-(self.slope * logit + self.shift))), PLACES)


def expected_calibration_error(probabilities: list[float], right: list[bool], bins: int = 10) -> float:
    """Mean distance of probability and share of right ones over bins of equal width, weighted by size."""
    sums = [[0, 0.0, 0] for _ in range(bins)]
    for probability, is_right in zip(probabilities, right, strict=True):
        row = sums[min(int(probability * bins), bins - 1)]
        row[0] += 1
        row[1] += probability
        row[2] += is_right
    return sum(abs(given - true) for _, given, true in sums) / max(len(right), 1)
