"""The invented statements are as many, as long and as unevenly spread as those of the news."""

import statistics
from collections import Counter

import pytest

from tests.views.invented import make_rows


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_lengths_and_the_tail_are_those_of_the_news(count):
    rows = make_rows(count)
    lengths = [len(row.words.split()) for row in rows]
    assert len(rows) == count == len({row.id for row in rows})
    assert 14 <= statistics.median(lengths) <= 26
    assert max(lengths) >= 45
    speakers = Counter(speaker.id for row in rows for speaker in row.speakers)
    assert 0.01 < speakers.most_common(1)[0][1] / count < 0.08
    assert sum(number == 1 for number in speakers.values()) > len(speakers) / 3


def test_the_same_seed_gives_the_same_rows():
    assert make_rows(200) == make_rows(200)
    assert make_rows(200) != make_rows(200, seed=8)
