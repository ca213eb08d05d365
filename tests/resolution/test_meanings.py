"""Vectors of texts: each encoded once, and nothing known of those that were not learnt."""

from collections.abc import Sequence

import numpy as np
import pytest

from kg.resolution.meanings import Meanings
from tests.fakes import FakeEncoder


class Counting(FakeEncoder):
    """Remembers what it was given."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.heard += texts
        return super().encode(texts)


def test_each_text_is_encoded_once_and_every_row_is_its_vector() -> None:
    counting = Counting()
    meanings = Meanings(counting.encode)
    meanings.learn(["rain", "snow", "rain"])
    meanings.learn(["snow", "hail"])
    assert counting.heard == ["rain", "snow", "hail"]
    texts = ("hail", "rain", "rain", "snow")
    assert np.array_equal(meanings.matrix(texts), FakeEncoder().encode(texts))


def test_what_was_not_learnt_is_like_nothing() -> None:
    meanings = Meanings(FakeEncoder().encode)
    assert meanings.likeness("rain", "rain") == 0
    meanings.learn(["rain"])
    assert meanings.table(["rain", "snow"], ["rain"]) == pytest.approx(np.array([[1.0], [0.0]]))


def test_nothing_is_encoded_for_nothing() -> None:
    counting = Counting()
    meanings = Meanings(counting.encode)
    meanings.learn([])
    assert counting.heard == []
    assert len(meanings.matrix([])) == 0
