"""Pairs of spans and the linker over them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reader.features import WordTable, word_table
from kg.reader.labels import Piece, Role
from kg.reader.links import LinkerWeights, linked, span_vectors
from kg.reader.pairs import CLASSES, MAX_GAP, SIDE, pairs
from kg.reader.tokenise import words

WIDTH, HIDDEN = 2, 3


def table(count: int) -> WordTable:
    text = "word " * count
    return word_table(text, words(text))


def weights(**changed: np.ndarray) -> LinkerWeights:
    """A linker that says the same of everything, but for what is changed."""
    dense = np.zeros((HIDDEN, 3 * WIDTH), dtype=np.float32)
    plain = {
        "ours": dense,
        "ours_bias": np.ones(HIDDEN, dtype=np.float32),
        "theirs": dense,
        "our_factor": dense,
        "their_factor": dense,
        "places": np.zeros((CLASSES, HIDDEN), dtype=np.float32),
        "none": np.zeros(HIDDEN, dtype=np.float32),
        "score": np.ones(HIDDEN, dtype=np.float32),
    }
    return LinkerWeights(**{**plain, **changed})


CONTENT, NEAR, FAR = Piece(10, 14, Role.CONTENT), Piece(15, 16, Role.CUE), Piece(40, 41, Role.CUE)


def test_words_that_fit_are_linked() -> None:
    vectors = np.zeros((50, WIDTH), dtype=np.float32)
    vectors[FAR.start] = 1.0
    theirs = np.ones((HIDDEN, 3 * WIDTH), dtype=np.float32)

    links = linked(weights(theirs=theirs), table(50), vectors, [CONTENT, NEAR, FAR], (Role.CONTENT, Role.CUE))

    assert links[CONTENT].partner == FAR
    assert links[CONTENT].probability > 0.99


def test_places_that_fit_are_linked() -> None:
    found = pairs(table(50), [CONTENT], [NEAR, FAR], [CONTENT, NEAR, FAR])
    column = next(k for k in range(2 * SIDE) if found.possible[0, k])
    places = np.zeros((CLASSES, HIDDEN), dtype=np.float32)
    places[found.features[0, column, 0]] = 5.0
    vectors = np.zeros((50, WIDTH), dtype=np.float32)

    links = linked(weights(places=places), table(50), vectors, [CONTENT, NEAR, FAR], (Role.CONTENT, Role.CUE))

    assert links[CONTENT].partner == NEAR


def test_none_may_be_the_best() -> None:
    none = weights(none=np.full(HIDDEN, 9.0, dtype=np.float32))

    links = linked(
        none, table(50), np.zeros((50, WIDTH), dtype=np.float32), [CONTENT, NEAR], (Role.CONTENT, Role.CUE)
    )

    assert links[CONTENT].partner is None


@pytest.mark.parametrize("pieces", [[], [CONTENT], [NEAR]])
def test_missing_spans_leave_nothing_to_link(pieces: list[Piece]) -> None:
    vectors = np.zeros((50, WIDTH), dtype=np.float32)

    links = linked(weights(), table(50), vectors, pieces, (Role.CONTENT, Role.CUE))

    assert [link.partner for link in links.values()] == [None] * (CONTENT in pieces)


def test_what_is_too_far_is_no_candidate() -> None:
    far = Piece(CONTENT.end + MAX_GAP + 1, CONTENT.end + MAX_GAP + 2, Role.CUE)

    assert not pairs(table(600), [CONTENT], [far], [CONTENT, far]).possible.any()


SPANS = st.lists(
    st.tuples(st.integers(0, 90), st.integers(1, 9), st.sampled_from(Role)).map(
        lambda t: Piece(t[0], t[0] + t[1], t[2])
    ),
    max_size=40,
    unique=True,
).map(sorted)


@given(SPANS)
def test_candidates_are_of_the_role_asked_for_and_features_known(spans: list[Piece]) -> None:
    ours = [span for span in spans if span.role == Role.CONTENT]
    theirs = [span for span in spans if span.role == Role.CUE]

    found = pairs(table(100), ours, theirs, spans)

    assert found.features.shape[:2] == found.candidates.shape == found.possible.shape == (len(ours), 2 * SIDE)
    assert ((found.features >= 0) & (found.features < CLASSES)).all()
    assert (found.possible.sum(axis=1) <= len(theirs)).all()


def test_a_span_is_its_first_last_and_mean_vector() -> None:
    vectors = np.array([[1, 0], [3, 0], [8, 6]], dtype=np.float32)

    assert span_vectors(vectors, [Piece(0, 3, Role.CONTENT)]).tolist() == [[1, 0, 8, 6, 4, 2]]
