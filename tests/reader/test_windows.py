"""Cutting long texts."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.reader.windows import CORE_PIECES, MARGIN_PIECES, Window, windows

SENTENCES = st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=90), max_size=12)
"""The pieces of each word of each sentence."""


def cut(sentences: Sequence[Sequence[int]]) -> list[Window]:
    """The windows over sentences of words with so many pieces."""
    numbers = np.repeat(np.arange(len(sentences)), [len(each) for each in sentences]).astype(np.int32)
    return list(windows([count for each in sentences for count in each], numbers))


@given(SENTENCES)
def test_every_word_is_decided_once(sentences: list[list[int]]) -> None:
    decided = [word for window in cut(sentences) for word in range(window.core_start, window.core_end)]

    assert decided == list(range(sum(map(len, sentences))))


@given(SENTENCES)
def test_no_window_is_larger_than_the_network_can_see(sentences: list[list[int]]) -> None:
    counts = [count for each in sentences for count in each]
    for window in cut(sentences):
        assert window.start <= window.core_start < window.core_end <= window.end
        assert sum(counts[window.core_start : window.core_end]) <= CORE_PIECES
        assert sum(counts[window.start : window.end]) <= CORE_PIECES + 2 * MARGIN_PIECES


@given(SENTENCES)
def test_a_sentence_that_fits_is_decided_by_one_window(sentences: list[list[int]]) -> None:
    ends = {window.core_end for window in cut(sentences)}
    start = 0
    for each in sentences:
        inner = range(start + 1, start + len(each))
        assert sum(each) > CORE_PIECES or ends.isdisjoint(inner)
        start += len(each)


def test_the_margin_shows_what_lies_around() -> None:
    first, second, _ = cut([[1] * 900])

    assert (first.start, first.end) == (0, CORE_PIECES + MARGIN_PIECES)
    assert (second.start, second.end) == (CORE_PIECES - MARGIN_PIECES, 2 * CORE_PIECES + MARGIN_PIECES)
