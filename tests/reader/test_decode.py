"""The chain of labels against all its paths."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.reader.decode import Marginals, best_labels, kept_apart
from kg.reader.labels import LABELS, Piece, Role, labels_of, may_follow, pieces_of

SEEDS = st.integers(0, 10_000)


def chain(seed: int, count: int) -> tuple[np.ndarray, np.ndarray]:
    numbers = np.random.default_rng(seed)
    transitions = np.where(may_follow(), numbers.normal(size=(7, 7)), -1e4)
    return numbers.normal(size=(count, 7)) * 2, transitions


def weight(path: tuple[int, ...], scores: np.ndarray, transitions: np.ndarray) -> float:
    """The score of one path; a text cannot begin inside a span."""
    start = -1e4 if LABELS[path[0]].startswith("I") else 0.0
    moves = sum(transitions[one, other] for one, other in itertools.pairwise(path))
    return start + moves + sum(scores[word, label] for word, label in enumerate(path))


def all_paths(scores: np.ndarray, transitions: np.ndarray) -> dict[tuple[int, ...], float]:
    paths = itertools.product(range(len(LABELS)), repeat=len(scores))
    return {path: float(np.exp(weight(path, scores, transitions))) for path in paths}


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.integers(1, 4))
def test_the_best_path_is_the_best_of_all(seed: int, count: int) -> None:
    scores, transitions = chain(seed, count)
    paths = all_paths(scores, transitions)

    assert tuple(best_labels(scores, transitions)) == max(paths, key=lambda path: paths[path])


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.integers(0, 3), st.integers(1, 4), st.sampled_from(Role))
def test_a_span_is_as_probable_as_the_paths_that_hold_it(
    seed: int, start: int, size: int, role: Role
) -> None:
    scores, transitions = chain(seed, 4)
    piece = Piece(start, min(start + size, 4), role)
    paths = all_paths(scores, transitions)
    legal = {path: value for path, value in paths.items() if value > 0}
    holding = sum(value for path, value in legal.items() if piece in pieces_of(path))

    assert Marginals(scores, transitions).of_span(piece) == pytest.approx(
        holding / sum(legal.values()), abs=1e-9
    )


@given(SEEDS, st.integers(1, 30))
def test_label_probabilities_sum_to_one(seed: int, count: int) -> None:
    assert Marginals(*chain(seed, count)).of_labels().sum(axis=1) == pytest.approx(np.ones(count))


@given(SEEDS, st.integers(1, 40))
def test_labels_and_spans_say_the_same(seed: int, count: int) -> None:
    labels = best_labels(*chain(seed, count))

    assert labels_of(pieces_of(labels.tolist()), count).tolist() == labels.tolist()


@given(SEEDS, st.integers(2, 30), st.data())
def test_no_span_goes_on_over_a_break(seed: int, count: int, data: st.DataObject) -> None:
    scores, transitions = chain(seed, count)
    breaks = np.array(data.draw(st.lists(st.integers(0, 2), min_size=count, max_size=count)))
    labels = best_labels(kept_apart(scores, breaks), transitions)

    for piece in pieces_of(labels.tolist()):
        assert not breaks[piece.start + 1 : piece.end].any()


def test_nothing_has_no_labels() -> None:
    assert best_labels(np.zeros((0, 7)), np.zeros((7, 7))).tolist() == []
    assert Marginals(np.zeros((0, 7)), np.zeros((7, 7))).of_labels().shape == (0, 7)


def test_a_long_text_stays_exact() -> None:
    scores, transitions = chain(1, 5_000)

    assert np.isfinite(Marginals(scores, transitions).of_labels()).all()
