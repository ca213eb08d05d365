"""The best tree against all trees."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.reader.trees import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    roots = [word for word, head in enumerate(heads) if word == head]
    if len(roots) != 1:
        return False
    reached = list(range(len(heads)))
    for _ in heads:
        reached = [heads[word] for word in reached]
    return set(reached) == set(roots)


def weight(heads: tuple[int, ...], scores: np.ndarray) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 100_000), st.integers(1, 5))
def test_no_tree_is_better(seed: int, count: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(count, count)) * 3
    best = max(weight(heads, scores) for heads in product(range(count), repeat=count) if is_tree(heads))

    found = tuple(best_tree(scores).tolist())

    assert is_tree(found)
    assert weight(found, scores) == pytest.approx(best)


@settings(deadline=None)
@given(st.integers(0, 1_000), st.integers(1, 60))
def test_long_sentences_have_one_root(seed: int, count: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(count, count)).astype(np.float32)

    assert is_tree(tuple(best_tree(scores).tolist()))


def test_equal_scores_still_make_a_tree() -> None:
    assert is_tree(tuple(best_tree(np.zeros((6, 6))).tolist()))
