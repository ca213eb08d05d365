"""The best assignment, against trying all."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolution.assignment import best_total

PLACES = st.integers(min_value=0, max_value=4)
WEIGHTS = st.dictionaries(
    st.tuples(PLACES, PLACES), st.floats(min_value=0.01, max_value=1, allow_nan=False), max_size=16
)


@given(WEIGHTS)
def test_it_is_the_best_of_all(weights: dict[tuple[int, int], float]) -> None:
    best = max(sum(weights.get(pair, 0.0) for pair in enumerate(order)) for order in permutations(range(5)))

    assert best_total(weights) == pytest.approx(best)


def test_the_greedy_choice_is_not_the_best() -> None:
    assert best_total({(0, 0): 1.0, (0, 1): 0.9, (1, 0): 0.9}) == pytest.approx(1.8)


def test_nothing_weighs_nothing() -> None:
    assert best_total({}) == 0


def test_many_rows_may_want_one_column() -> None:
    assert best_total({(row, 0): row / 300 for row in range(1, 301)}) == 1.0
