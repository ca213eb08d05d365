"""What is said of an event in words holds on every day on which the page is read."""

import datetime

import pytest

from kg.views.content_rows import RowEvent
from kg.views.event_words import days_of, told_as

MARCH, MAY, JULY = (datetime.date(2031, month, 2) for month in (3, 5, 7))


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (None, None, ""),
        (MARCH, None, "2031-03-02 or later"),
        (None, MAY, "2031-05-02 or earlier"),
        (MAY, MAY, "2031-05-02"),
        (MARCH, MAY, "2031-03-02 to 2031-05-02"),
    ],
)
def test_days_in_words(earliest, latest, words):
    assert days_of(RowEvent("e", "visit", earliest=earliest, latest=latest)) == words


@pytest.mark.parametrize(
    ("factuality", "told_on", "words"),
    [
        (3.0, [JULY], "as having happened"),
        (1.0, [JULY], "as probably having happened"),
        (3.0, [MARCH], "as certain to come"),
        (1.0, [MARCH], "as to be expected"),
        (-0.5, [MARCH], "without saying whether it will come"),
        (-1.0, [MARCH, MARCH], "as hardly to be expected"),
        (-3.0, [MARCH], "as not going to come"),
        (3.0, [MARCH, JULY], "as a fact"),
        (3.0, [MAY], "as a fact"),
        (1.0, [JULY, None], "as likely"),
        (1.0, [], "as likely"),
        (None, [JULY], ""),
    ],
)
def test_a_plan_never_happened_and_a_deed_is_never_to_come(factuality, told_on, words):
    event = RowEvent("e", "visit", earliest=MAY, latest=MAY, factuality=factuality)
    assert told_as(event, told_on) == words


def test_without_days_nothing_is_said_of_time():
    assert told_as(RowEvent("e", "visit", factuality=0.0), [MAY]) == "without saying whether it is so"
