"""Cutting long texts."""

from hypothesis import given
from hypothesis import strategies as st

from kg.reader.windows import CORE_PIECES, MARGIN_PIECES, windows

COUNTS = st.lists(st.integers(1, 12), max_size=600)


@given(COUNTS)
def test_every_word_is_decided_once(counts: list[int]) -> None:
    decided = [word for window in windows(counts) for word in range(window.core_start, window.core_end)]

    assert decided == list(range(len(counts)))


@given(COUNTS)
def test_no_window_is_larger_than_the_network_can_see(counts: list[int]) -> None:
    for window in windows(counts):
        assert window.start <= window.core_start < window.core_end <= window.end
        assert sum(counts[window.core_start : window.core_end]) <= CORE_PIECES
        assert sum(counts[window.start : window.end]) <= CORE_PIECES + 2 * MARGIN_PIECES


def test_the_margin_shows_what_lies_around() -> None:
    first, second, _ = windows([1] * 600)

    assert (first.start, first.end) == (0, CORE_PIECES + MARGIN_PIECES)
    assert (second.start, second.end) == (CORE_PIECES - MARGIN_PIECES, 2 * CORE_PIECES + MARGIN_PIECES)
