"""Precision, recall and F1."""

import pytest

from kg.scores import Score, percent, percents, score_line


def test_nothing_scores_nothing() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0.0, 0.0, 0.0)


def test_documents_add_up() -> None:
    score = Score()
    score.count(1, 2, 4)
    score.count(1, 2, 1)

    assert (score.precision, score.recall) == (0.5, 0.4)
    assert score.f1 == pytest.approx(2 * 0.5 * 0.4 / 0.9)


def test_both_sides_may_count_differently() -> None:
    score = Score()
    score.add(0.5, 1, 2, 4)

    assert (score.precision, score.recall) == (0.5, 0.5)


def test_scores_are_shown_in_percent() -> None:
    score = Score(1, 3, 1, 1)

    assert percent(2 / 3) == 66.7
    assert percents(score) == {"precision": 33.3, "recall": 100.0, "f1": 50.0}
    assert score_line("found", percents(score)) == "found             F1  50.0  precision  33.3  recall 100.0"
