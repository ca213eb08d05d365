"""Fits how probable an attribution is, on articles that were not trained on."""

import numpy as np

from kg.reader.calibration import Calibration

IDENTITY = Calibration(slope=1.0, shift=0.0)
_EDGE = 1e-4
_ROUNDS = 50


def fitted(scores: list[float], right: list[bool]) -> Calibration:
    """The logistic curve of the highest likelihood, by Newton's method."""
    bounded = np.clip(np.array(scores), _EDGE, 1 - _EDGE)
    inputs = np.stack([np.log(bounded / (1 - bounded)), np.ones(len(bounded))], axis=1)
    wanted = np.array(right, dtype=float)
    curve = np.array([1.0, 0.0])
    for _ in range(_ROUNDS):
        given = 1 / (1 + np.exp(-inputs @ curve))
        weights = given * (1 - given)
        curvature = inputs.T @ (inputs * weights[:, None]) + 1e-6 * np.eye(2)
        curve = curve + np.linalg.solve(curvature, inputs.T @ (wanted - given))
    return Calibration(slope=float(curve[0]), shift=float(curve[1]))
