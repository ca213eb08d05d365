from collections.abc import Sequence

import numpy as np
import pytest

from kg.encoding import Encoding
from tests.fakes import FakeEncoder


class Counting(FakeEncoder):
    def __init__(self) -> None:
        self.heard: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.heard += texts
        return super().encode(texts)


def test_each_text_is_encoded_once_and_every_row_is_its_vector() -> None:
    counting = Counting()
    encode = Encoding(lambda: counting)
    first = encode(["rain", "snow", "rain"])
    again = encode(["snow", "hail"])
    assert counting.heard == ["rain", "snow", "hail"]
    assert np.array_equal(first, FakeEncoder().encode(["rain", "snow", "rain"]))
    assert np.array_equal(again[0], first[1])


def test_the_network_is_loaded_only_when_something_is_encoded() -> None:
    def load() -> FakeEncoder:
        raise AssertionError("loaded for nothing")

    assert Encoding(load)([]).shape == (0, 0)
    with pytest.raises(AssertionError, match="for nothing"):
        Encoding(load)(["rain"])
