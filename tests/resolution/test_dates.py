"""Dates of a text as periods, over a table of invented sentences."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.domain import Period, Span
from kg.resolution.dates import dates_in
from tests.resolution.date_sentences import ISSUED, MISSED, SENTENCES, UNDATED_SENTENCES
from tests.resolution.marked_sentences import marked

ALL = (
    *((sentence, ISSUED) for sentence in (*SENTENCES, *MISSED)),
    *((sentence, None) for sentence in UNDATED_SENTENCES),
)
FLOOR = 0.9


def found_in(text: str, issued: datetime.date | None) -> tuple[tuple[str, str], ...]:
    dates = dates_in(text, Span(0, len(text)), issued)
    return tuple((date.span.of(text), written(date.period)) for date in dates)


def written(period: Period) -> str:
    """A period as the table writes it: ``2024-10-16``, ``2024-10-01..``, ``?``."""
    if period == Period(None, None):
        return "?"
    if period.earliest == period.latest:
        return str(period.earliest)
    return f"{period.earliest or ''}..{period.latest or ''}"


@pytest.mark.parametrize(
    ("sentence", "issued"),
    [
        pytest.param(
            sentence,
            issued,
            id=sentence[:60],
            marks=[pytest.mark.xfail(reason=MISSED[sentence])] if sentence in MISSED else [],
        )
        for sentence, issued in ALL
    ],
)
def test_a_sentence_gives_its_dates(sentence: str, issued: datetime.date | None) -> None:
    expected = marked(sentence)
    assert found_in(expected.text, issued) == expected.found


def test_nine_sentences_in_ten_are_right() -> None:
    right = sum(found_in(marked(sentence).text, issued) == marked(sentence).found for sentence, issued in ALL)
    assert len(ALL) >= 120
    assert right / len(ALL) >= FLOOR


def test_the_anchor_is_the_date_before_the_text() -> None:
    text = "Two days later the town was empty."
    day = datetime.date(2019, 3, 30)
    found = dates_in(text, Span(0, len(text)), ISSUED, Period(day, day))
    assert [each.period for each in found] == [Period(datetime.date(2019, 4, 1), datetime.date(2019, 4, 1))]


@pytest.mark.parametrize(("future", "day"), [(True, 18), (False, 11)])
def test_the_caller_may_know_the_tense(future: bool, day: int) -> None:
    text = "their meeting Friday"
    (found,) = dates_in(text, Span(0, len(text)), ISSUED, future=future)
    assert found.period.earliest == datetime.date(2024, 10, day)


def test_only_the_span_is_read() -> None:
    text = "From 3 May 2021 to 5 June 2021 it rained."
    (found,) = dates_in(text, Span(text.index("5"), len(text)), ISSUED)
    assert found.period == Period(datetime.date(2021, 6, 5), datetime.date(2021, 6, 5))


PIECES = st.sampled_from(
    [
        "May",
        "March",
        "Oct.",
        "14",
        "31",
        "30th",
        "2024",
        "2024-02-31",
        "1999",
        "last",
        "next",
        "this",
        "week",
        "month",
        "year",
        "Monday",
        "since",
        "until",
        "by",
        "from",
        "to",
        "between",
        "and",
        "two",
        "days",
        "ago",
        "later",
        "9999",
        "years",
        "the",
        "0th",
        "century",
        "1990s",
        "early",
        "late",
        "mid-",
        "of",
        "Q3",
        "second",
        "quarter",
        "-",
        "–",
        ",",
        ".",
        "10/11/2012",
        "Sunday",
        "Times",
        "spring",
        "in",
        "9/11",
        "the",
        "end",
        "recent",
        "coming",
        "weeks",
        "a",
        "few",
        "hundred",
        "centuries",
        "weekend",
    ]
)
DAYS = st.none() | st.dates()


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)), DAYS, st.data())
def test_any_text_gives_dates_inside_the_span_apart_and_in_order(
    text: str, issued: datetime.date | None, data: st.DataObject
) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    dates = dates_in(text, span, issued)
    assert all(span.contains(each.span) for each in dates)
    assert all(a.span.end <= b.span.start for a, b in pairwise(dates))
    periods = [each.period for each in dates]
    assert all(each.earliest <= each.latest for each in periods if each.earliest and each.latest)
