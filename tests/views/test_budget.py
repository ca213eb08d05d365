"""Size and speed of the page of ten thousand statements. Generous bounds: the machine may be busy."""

import statistics

import pytest

from kg.views.rendering import render_page
from tests.views.invented import make_rows

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def large():
    return render_page(make_rows(10_000), title="Ten thousand statements")


@pytest.mark.slow
def test_ten_thousand_statements_fit_in_six_megabytes(large):
    assert len(large.encode()) <= 6 * MEGABYTE


@pytest.mark.slow
@pytest.mark.browser
def test_ten_thousand_statements_are_ready_in_two_and_a_half_seconds(open_page, large):
    ready = [
        open_page(large).evaluate("performance.getEntriesByName('ready')[0].startTime") for _ in range(5)
    ]
    assert statistics.median(ready) <= 2500
