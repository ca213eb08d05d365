"""The chain of labels against all its paths."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.reader.decode import Marginals, agreement, chosen, kept_apart
from kg.reader.labels import LABELS, Piece, Role, labels_of, may_follow

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


def pieces_of(labels: tuple[int, ...]) -> set[Piece]:
    """The spans that a legal sequence of labels stands for."""
    found: list[Piece] = []
    for index, label in enumerate(labels):
        name = LABELS[label]
        if name.startswith("B"):
            found.append(Piece(index, index + 1, Role((label - 1) // 2)))
        elif name.startswith("I"):
            found[-1] = Piece(found[-1].start, index + 1, found[-1].role)
    return set(found)


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(1, 4))
def test_a_span_is_as_probable_as_the_paths_that_hold_it(seed: int, count: int) -> None:
    scores, transitions = chain(seed, count)
    legal = {path: value for path, value in all_paths(scores, transitions).items() if value > 0}
    expected: dict[Piece, float] = {}
    for path, value in legal.items():
        for piece in pieces_of(path):
            expected[piece] = expected.get(piece, 0.0) + value / sum(legal.values())

    found = Marginals(scores, transitions).spans(least=0.05)

    assert found == pytest.approx({piece: value for piece, value in expected.items() if value > 0.05})


SPANS = st.dictionaries(
    st.builds(
        lambda start, size, role: Piece(start, start + size, role),
        st.integers(0, 8),
        st.integers(1, 4),
        st.sampled_from(Role),
    ),
    st.floats(0.1, 1),
    max_size=8,
)


def test_a_span_with_unsure_ends_counts_with_all_of_them() -> None:
    long, longer, other = Piece(0, 10, Role.CONTENT), Piece(0, 11, Role.CONTENT), Piece(0, 10, Role.SOURCE)

    found = agreement({long: 0.3, longer: 0.2, other: 0.1})

    assert found[long] == pytest.approx(0.3 + 0.2 * (10 / 11) ** 6)
    assert found[longer] == pytest.approx(0.2 + 0.3 * (10 / 11) ** 6)
    assert found[other] == 0.1


def gain(pieces: tuple[Piece, ...], spans: dict[Piece, float]) -> float:
    return sum(spans[piece] - 0.35 for piece in pieces)


def overlap(pieces: tuple[Piece, ...]) -> bool:
    return any(one.end > other.start for one, other in itertools.pairwise(sorted(pieces)))


@given(SPANS)
def test_no_other_choice_of_spans_gains_more(spans: dict[Piece, float]) -> None:
    choices = (
        choice for size in range(len(spans) + 1) for choice in itertools.combinations(sorted(spans), size)
    )
    best = max(gain(choice, spans) for choice in choices if not overlap(choice))

    found = chosen(spans, least=0.35)

    assert not overlap(found)
    assert gain(found, spans) == pytest.approx(best)


@given(SEEDS, st.integers(1, 40))
def test_labels_and_spans_say_the_same(seed: int, count: int) -> None:
    pieces = chosen(agreement(Marginals(*chain(seed, count)).spans()))

    assert pieces_of(tuple(labels_of(pieces, count).tolist())) == set(pieces)


@given(SEEDS, st.integers(2, 30), st.data())
def test_no_span_goes_on_over_a_break(seed: int, count: int, data: st.DataObject) -> None:
    scores, transitions = chain(seed, count)
    breaks = np.array(data.draw(st.lists(st.integers(0, 2), min_size=count, max_size=count)))

    for piece in Marginals(kept_apart(scores, breaks), transitions).spans(least=0.01):
        assert not breaks[piece.start + 1 : piece.end].any()


def test_nothing_has_no_spans() -> None:
    nothing = Marginals(np.zeros((0, 7)), np.zeros((7, 7)))

    assert nothing.spans() == {}
    assert chosen({}) == ()


def test_a_long_text_stays_exact() -> None:
    scores, transitions = chain(1, 5_000)

    spans = Marginals(scores, transitions).spans(least=0.2)

    ends = Marginals(scores[-500:], transitions).spans(least=0.2)
    assert {piece.moved(4_500): sure for piece, sure in ends.items() if piece.start > 100} == pytest.approx(
        {piece: sure for piece, sure in spans.items() if piece.start > 4_600}
    )
