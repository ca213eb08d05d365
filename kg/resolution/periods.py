"""Arithmetic of the calendar on periods of days: months, weeks, quarters, seasons, parts of them."""

import calendar
import datetime
from collections.abc import Callable

from kg.domain import Period

UNKNOWN = Period(None, None)

Day = datetime.date
_PARTS = ("early", "mid", "late")
_WORDS_FOR_PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late", "close": "late"}
_FIRST_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each season, north of the equator."""
_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def day(date: Day) -> Period:
    """One day."""
    return Period(date, date)


def month(year: int, number: int) -> Period:
    """A month; ``number`` may leave 1 … 12 and count on into other years."""
    return months(year, number, 1)


def months(year: int, first: int, count: int) -> Period:
    """Several months from the ``first`` of a year on."""
    start = first_of(year, first)
    return Period(start, first_of(year, first + count) - datetime.timedelta(days=1))


def years(first: int, last: int) -> Period:
    """Whole years."""
    return Period(Day(first, 1, 1), Day(last, 12, 31))


def week(date: Day) -> Period:
    """The week of a day, Monday to Sunday."""
    monday = date - datetime.timedelta(days=date.weekday())
    return Period(monday, monday + datetime.timedelta(days=6))


def weekend(date: Day) -> Period:
    """Saturday and Sunday of the week of a day."""
    sunday = week(date).latest or date
    return Period(sunday - datetime.timedelta(days=1), sunday)


def season(year: int, name: str) -> Period:
    """A season; the winter of a year ends in the next."""
    return months(year, _FIRST_MONTHS[name], 3)


def part(name: str, period: Period) -> Period:
    """The early, middle or late part of a month, a year or a decade; of a day the day."""
    name = _WORDS_FOR_PARTS.get(name, name)
    first, last = period.earliest, period.latest
    if name not in _PARTS or first is None or last is None or (last - first).days < 6:
        return period
    if (last - first).days < 31:
        start, end = _MONTH_PARTS[name]
        return Period(first.replace(day=start), min(last, first.replace(day=min(end, last.day))))
    if first.year == last.year and (first.month, last.month) == (1, 12):
        start, end = _YEAR_PARTS[name]
        return months(first.year, start, end - start + 1)
    if last.year - first.year == 9:
        start, end = _DECADE_PARTS[name]
        return years(first.year + start, first.year + end)
    return _third(name, first, last)


def _third(name: str, first: Day, last: Day) -> Period:
    length = (last - first) // 3
    start = first + _PARTS.index(name) * length
    return Period(start, last if name == "late" else start + length)


def moved(date: Day, count: int, unit: str) -> Day:
    """The day that lies exactly ``count`` units after ``date`` (before, if negative).

    ValueError, OverflowError beyond the years 1 … 9999.
    """
    if unit in _MONTHS:
        start = first_of(date.year, date.month + count * _MONTHS[unit])
        return start.replace(day=min(date.day, length_of_month(start.year, start.month)))
    return date + datetime.timedelta(days=int(count * _DAYS[unit]))


def around(date: Day, unit: str) -> Period:
    """The day, week, month, year, decade or century that holds ``date``."""
    return _AROUND.get(unit, day)(date)


def start_of(period: Period) -> Day | None:
    """Its first day, or the last if only that is known."""
    return period.earliest or period.latest


def length_of_month(year: int, number: int) -> int:
    """Its days."""
    return calendar.monthrange(year, number)[1]


def first_of(year: int, number: int) -> Day:
    """First day of a month; ``number`` may leave 1 … 12 and count on into other years."""
    years_on, index = divmod(number - 1, 12)
    return Day(year + years_on, index + 1, 1)


_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {
    "second": 0,
    "minute": 0,
    "hour": 1 / 24,
    "day": 1,
    "night": 1,
    "week": 7,
    "weekend": 7,
    "fortnight": 14,
}
_AROUND: dict[str, Callable[[Day], Period]] = {
    "week": week,
    "weekend": weekend,
    "month": lambda date: month(date.year, date.month),
    "quarter": lambda date: months(date.year, (date.month - 1) // 3 * 3 + 1, 3),
    "year": lambda date: years(date.year, date.year),
    "decade": lambda date: years(date.year // 10 * 10, date.year // 10 * 10 + 9),
    "century": lambda date: years((date.year - 1) // 100 * 100 + 1, (date.year - 1) // 100 * 100 + 100),
}
