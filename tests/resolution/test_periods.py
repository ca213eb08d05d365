"""Arithmetic of the calendar."""

import datetime

import pytest

from kg.domain import Period
from kg.resolution import periods

LEAP_DAY = datetime.date(2024, 2, 29)


def between(first: str, last: str) -> Period:
    return Period(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (periods.week(LEAP_DAY), between("2024-02-26", "2024-03-03")),
        (periods.weekend(LEAP_DAY), between("2024-03-02", "2024-03-03")),
        (periods.month(2024, 0), between("2023-12-01", "2023-12-31")),
        (periods.season(2022, "winter"), between("2022-12-01", "2023-02-28")),
        (periods.part("late", periods.month(2024, 2)), between("2024-02-21", "2024-02-29")),
        (periods.part("mid", periods.years(2023, 2023)), between("2023-05-01", "2023-08-31")),
        (periods.part("early", periods.years(1990, 1999)), between("1990-01-01", "1993-12-31")),
        (periods.part("late", periods.day(LEAP_DAY)), periods.day(LEAP_DAY)),
        (periods.around(LEAP_DAY, "quarter"), between("2024-01-01", "2024-03-31")),
        (periods.around(LEAP_DAY, "century"), between("2001-01-01", "2100-12-31")),
    ],
)
def test_a_period_has_its_days(found: Period, expected: Period) -> None:
    assert found == expected


@pytest.mark.parametrize(
    ("count", "unit", "day"),
    [
        (1, "year", "2025-02-28"),
        (-1, "month", "2024-01-29"),
        (-48, "hour", "2024-02-27"),
        (2, "week", "2024-03-14"),
    ],
)
def test_a_day_is_moved_by_units(count: int, unit: str, day: str) -> None:
    assert periods.moved(LEAP_DAY, count, unit) == datetime.date.fromisoformat(day)
