"""Dates against the day of the article or against the date told last: "Friday", "two days later"."""

import re

from kg.domain import Period, Span
from kg.resolution import periods
from kg.resolution.numbers import numbers_in
from kg.resolution.periods import UNKNOWN
from kg.resolution.standpoint import STEPS, Standpoint, part, word

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAYS_OFF = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "last night": -1,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_STEPS_ON = {
    "next": 1,
    "following": 1,
    "day after": 1,
    "previous": -1,
    "preceding": -1,
    "day before": -1,
    "same": 0,
}
_IN_A_NAME = re.compile(r"[\w’']\s$")
_NO_WEEKDAY_BEFORE = re.compile(
    r"\b(?:Black|Good|Bloody|Super|Ash|Easter|Palm|Cyber|Holy|Fat|[Oo]n a|[Ee]very|[Ee]ach|[Aa]ny)\s$"
)
_NO_WEEKDAY_BEHIND = re.compile(
    r" (?:Times|Mirror|Telegraph|Express|Mail|Post|Herald|Night (?:Football|Live)|World|Tribune|Sun"
    r"|the 13th)\b"
)
_FRIDAY = 4


def near_day(match: re.Match[str], at: Standpoint) -> Period | None:
    """Today and the days around it; "USA Today" is a name."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    if match["name"] == "Today" and _IN_A_NAME.search(before):
        return None
    if at.issued is None:
        return UNKNOWN
    if word(match, "name") == "overnight":
        return Period(periods.moved(at.issued, -1, "day"), at.issued)
    return periods.day(periods.moved(at.issued, _DAYS_OFF[word(match, "name")], "day"))


def weekday(match: re.Match[str], at: Standpoint) -> Period | None:
    """The last one, today counted, or the next if the future is told; names of papers and feasts are none."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    if _NO_WEEKDAY_BEFORE.search(before) or _NO_WEEKDAY_BEHIND.match(match.string, match.end("weekday")):
        return None
    if at.issued is None:
        return UNKNOWN
    number = next(index for index, name in enumerate(WEEKDAYS) if name.startswith(match["weekday"][:3]))
    until = (number - at.issued.weekday()) % 7
    return periods.day(periods.moved(at.issued, _days_to(until, word(match, "step"), at.future), "day"))


def _days_to(until: int, step: str, future: bool | None) -> int:
    """Days from today to the weekday that is meant; ``until`` the next one, 0 if it is today."""
    if step in ("next", "coming"):
        return until or 7
    if step in ("last", "past"):
        return until - 7
    return until if step == "this" or future or until == 0 else until - 7


def unit(match: re.Match[str], at: Standpoint) -> Period | None:
    """A week, a month, a year: "late last year", "earlier this month", "the end of the year"."""
    name, count = word(match, "unit"), STEPS[word(match, "step")]
    if name in ("day", "hour", "minute", "night"):
        return None
    if at.issued is None:
        return UNKNOWN
    if name == "weekend" and word(match, "step") == "the" and not at.future and at.issued.weekday() < _FRIDAY:
        count = -1
    period = periods.around(periods.moved(at.issued, count, name), name)
    if word(match, "half") == "earlier" and count == 0:
        return Period(period.earliest, at.issued)
    if word(match, "half") == "later" and count == 0:
        return Period(at.issued, period.latest)
    return part(match, period)


def ago(match: re.Match[str], at: Standpoint) -> Period | None:
    """So many units before the article: the day, or the week, month or year that holds it."""
    return _away(match, periods.day(at.issued) if at.issued else None, -1)


def ahead(match: re.Match[str], at: Standpoint) -> Period | None:
    """So many units after the article, if the words around speak of the future: "in two weeks"."""
    return _away(match, periods.day(at.issued) if at.issued else None, 1) if at.future else None


def later(match: re.Match[str], at: Standpoint) -> Period | None:
    """So many units after or before the date told last."""
    sign = -1 if word(match, "way") == "earlier" else 1
    vague = word(match, "vague")
    return UNKNOWN if vague else _away(match, at.anchor, sign)


def _away(match: re.Match[str], start: Period | None, sign: int) -> Period | None:
    count = _count(match)
    if count is None:
        return None
    first = periods.start_of(start) if start else None
    if first is None:
        return UNKNOWN
    if word(match, "vague"):
        return Period(first, None) if sign > 0 else Period(None, first)
    name = _unit_name(match)
    return periods.around(periods.moved(first, sign * count, name), name)


def following(match: re.Match[str], at: Standpoint) -> Period:
    """The next day, the same week, against the date told last."""
    start = periods.start_of(at.anchor) if at.anchor else None
    if start is None:
        return UNKNOWN
    name = word(match, "unit") or "day"
    return periods.around(periods.moved(start, _STEPS_ON[word(match, "way")], name), name)


def stretch(match: re.Match[str], at: Standpoint) -> Period | None:
    """Time up to the article or from it on: "the past two years", "the next 48 hours", "recent weeks"."""
    count = _count(match)
    if count is None:
        return None
    if at.issued is None:
        return UNKNOWN
    is_ahead = word(match, "way") in ("next", "coming")
    if word(match, "unit") == "quarter" and not word(match, "count"):
        return periods.around(periods.moved(at.issued, 1 if is_ahead else -1, "quarter"), "quarter")
    end = None
    if not word(match, "vague") and (word(match, "count") or not word(match, "plural")):
        end = periods.moved(at.issued, count if is_ahead else -count, _unit_name(match))
    return Period(at.issued, end) if is_ahead else Period(end, at.issued)


def day_of_month(match: re.Match[str], at: Standpoint) -> Period | None:
    """The last day of that number, or the next if the future is told: "the 14th"."""
    number = int(match["day"][:-2])
    if at.issued is None:
        return UNKNOWN
    is_over = number < at.issued.day
    step = 1 if at.future and is_over else -1 if not at.future and number > at.issued.day else 0
    start = periods.first_of(at.issued.year, at.issued.month + step)
    has_day = 1 <= number <= periods.length_of_month(start.year, start.month)
    return periods.day(start.replace(day=number)) if has_day else None


def _count(match: re.Match[str]) -> int | None:
    """How many units, 1 if no number is told; None if the words are none."""
    words = word(match, "count")
    if words in ("a", "an", ""):
        return 1
    if "couple" in words:
        return 2
    found = numbers_in(words, Span(0, len(words)))
    return int(found[0].least) if found and found[0].span == Span(0, len(words)) else None


def _unit_name(match: re.Match[str]) -> str:
    return "century" if word(match, "unit") == "centurie" else word(match, "unit")
