"""Size and speed of the page of ten thousand statements."""

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
    """In processor time of the page's thread: what else the machine does is not the page's work."""
    opened = open_page(large)
    measuring = opened.context.new_cdp_session(opened.page)
    measuring.send("Performance.enable", {"timeDomain": "threadTicks"})
    opened.reload()
    assert opened.evaluate("performance.getEntriesByName('ready').length") == 1
    seconds = {each["name"]: each["value"] for each in measuring.send("Performance.getMetrics")["metrics"]}
    assert 0 < seconds["TaskDuration"] <= 2.5
