"""Fitting probabilities."""

from kg.reader.calibration import expected_calibration_error
from training.calibrate import fitted


def test_a_fitted_curve_is_calibrated() -> None:
    scores = [index / 1000 for index in range(1, 1000)]
    right = [score * score > (index * 7919 % 1000) / 1000 for index, score in enumerate(scores)]

    curve = fitted(scores, right)

    assert expected_calibration_error([curve.probability(score) for score in scores], right) < 0.05
    assert expected_calibration_error(scores, right) > 0.1
