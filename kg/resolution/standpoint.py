"""From where a date is told, and what a date without its year means from there."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.domain import Period
from kg.resolution import periods
from kg.resolution.periods import UNKNOWN

STEPS = {"last": -1, "this": 0, "the": 0, "next": 1, "coming": 1, "": 0}
"""Years, months, weeks from the present one."""
_FAR = 300
"""Days beyond which nobody names a month without its year, whatever the tense."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where a date is told."""

    issued: datetime.date | None
    """Day of the article."""
    anchor: Period | None
    """The date told last, to which "two days later" refers."""
    future: bool | None
    """Whether the words around speak of what lies ahead; None if they do not tell."""


def word(match: re.Match[str], name: str) -> str:
    """What a group of a pattern matched, in small letters; empty if it matched nothing or is not there."""
    return (match.groupdict().get(name) or "").lower()


def part(match: re.Match[str], period: Period) -> Period:
    """The part of a period that the words before it name."""
    named = (word(match, "part") or word(match, "side")).removeprefix("the ").split(" ")[0]
    return periods.part(named, period) if named and period != UNKNOWN else period


def nearest(make: Callable[[int], Period], at: Standpoint) -> Period:
    """The period of the year that the words mean: the next, the last, or the one less far away."""
    if at.issued is None:
        return UNKNOWN
    made = [make(at.issued.year + step) for step in (-1, 0, 1)]
    behind = [each for each in made if each.earliest and each.earliest <= at.issued]
    ahead = [each for each in made if each.latest and each.latest >= at.issued]
    days_behind = (at.issued - (behind[-1].latest or at.issued)).days
    days_ahead = ((ahead[0].earliest or at.issued) - at.issued).days
    if at.future is None or max(days_behind, days_ahead) > _FAR:
        return ahead[0] if 2 * max(days_ahead, 0) < days_behind else behind[-1]
    return ahead[0] if at.future else behind[-1]


def _year(match: re.Match[str], at: Standpoint) -> int | None:
    """The year that a date gives, by its number or against the article's."""
    if year := word(match, "year"):
        return int(year)
    if (which := word(match, "which")) and at.issued:
        return at.issued.year + STEPS[which]
    return None


def in_year(make: Callable[[int], Period], match: re.Match[str], at: Standpoint) -> Period:
    """The period of the year that the match gives, else of the year that it means."""
    year = _year(match, at)
    if year is None:
        return UNKNOWN if word(match, "which") else part(match, nearest(make, at))
    return part(match, make(year))


def stepped(make: Callable[[int], Period], step: str, issued: datetime.date) -> Period:
    """The last one that is over, this year's, or the next that has not begun."""
    made = [make(issued.year + years) for years in (-2, -1, 0, 1)]
    if step == "last":
        return [each for each in made if each.latest and each.latest < issued][-1]
    if step == "next":
        return next(each for each in made if each.earliest and each.earliest > issued)
    return made[2]


def begun(make: Callable[[int], Period], issued: datetime.date) -> Period:
    """The last one that has begun: accounts are given of what was."""
    made = [make(issued.year + step) for step in (-1, 0)]
    return [each for each in made if each.earliest and each.earliest <= issued][-1]
