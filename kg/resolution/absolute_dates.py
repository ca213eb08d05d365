"""Dates that the calendar knows: days, months, years, seasons, with or without their year."""

import datetime
import re

from kg.domain import Period
from kg.resolution import periods
from kg.resolution.periods import UNKNOWN
from kg.resolution.standpoint import Standpoint, begun, in_year, part, stepped, word

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS = {
    form: number
    for number, name in enumerate(MONTH_NAMES, start=1)
    for form in (name.lower(), name[:3].lower())
} | {"sept": 9}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_FIXED_DAYS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "fourth of july": (7, 4),
    "valentine's day": (2, 14),
}
_LONG_ENOUGH = 4
"""Abbreviations up to this length may be names or words without a number beside them: "Jan", "Mar"."""
_NAMES_AND_VERBS = frozenset({"march", "april", "may", "june", "august"})
_SURE_BEFORE = re.compile(
    r"\b(?:in|since|until|till|during|early|mid|late|end|start|beginning|of)[ -]$", re.IGNORECASE
)
_LIKELY_BEFORE = re.compile(
    r"\b(?:by|before|after|from|through|for|to|between|than|and|or|following)[ -]$", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"(?!(?:The|In|This|Last|Next) $)\b[A-Z]\w+ $")
_EVERY = re.compile(r"\b(?:each|every) $", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:an?|the|its|their|his|her|this|that|['’]s) $", re.IGNORECASE)
_NOUN_BEHIND = re.compile(r" (?!on\b|of\b|to\b)[a-z]{3,}")
_NAME_BEHIND = re.compile(r" [A-Z][a-zà-ž]+")
_NAMESAKE = re.compile(r"\b(?:Mrs?|Ms|Miss|Minister|Theresa)\.? May\b")
_COUNTED_BEHIND = re.compile(
    r"[ -](?:people|persons|soldiers|troops|men|women|children|workers|jobs|homes|members|per ?cent|km"
    r"|kilomet\w+|met(?:re|er)s|miles|tons|tonnes|dollars|euros?|pounds|feet|hours|days|years|shares|points"
    r"|odd|or so|block)\b|[%+°]|-(?:strong|odd|plus|member|year)"
)
_BOUND_BEFORE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|least|than|over|up to|only|most"
    r"|estimated)\s$",
    re.IGNORECASE,
)
_WORD_BEHIND = re.compile(r"[ -][a-z]")
_SURE_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|from|of|during|before|after|through|between|year|to|and|the|for)[ -]$",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    r"(?:^|[^.!?\"“\n] )"
    r"(?:[A-Z][\w’'-]*(?<!['’]s)|No\.|number|room|flight|page|route|resolution|unit)[ -]$|[-–/]$"
)
_MODERN = 1900
"""Years before this one need a preposition."""
_LEAP_YEAR = 2024


def days_of_month(match: re.Match[str], at: Standpoint) -> Period | None:
    """One day of a month, or some in a row."""
    number, first = _month_number(match), _number(match["day"])
    last = _number(word(match, "last") or match["day"])
    if not first <= last <= periods.length_of_month(_LEAP_YEAR, number):
        return None

    def make(year: int) -> Period:
        length = periods.length_of_month(year, number)
        return Period(
            datetime.date(year, number, min(first, length)), datetime.date(year, number, min(last, length))
        )

    return in_year(make, match, at)


def month(match: re.Match[str], at: Standpoint) -> Period | None:
    """A month or a part of it: "mid-October", "last May"."""
    if not (match["year"] or match["which"] or _is_month(match)):
        return None
    number = _month_number(match)
    if (step := word(match, "step")) and at.issued:
        return stepped(lambda year: periods.month(year, number), step, at.issued)
    return in_year(lambda year: periods.month(year, number), match, at)


def _is_month(match: re.Match[str]) -> bool:
    """Whether a month without day and year is one, and not a name or a verb."""
    name, text = match["month"].lower(), match.string
    before = text[max(0, match.start() - 12) : match.start()]
    if word(match, "part") or word(match, "side") or word(match, "step"):
        return True
    is_sure = _SURE_BEFORE.search(before) is not None
    may_be_name = name == "may" and (before.endswith("of ") or not is_sure)
    if _EVERY.search(before) or (may_be_name and _NAMESAKE.search(text)):
        return False
    if is_sure or (_DETERMINER.search(before) and _NOUN_BEHIND.match(text, match.end())):
        return True
    if name not in _NAMES_AND_VERBS and len(name.rstrip(".")) > _LONG_ENOUGH:
        return not _NAME_BEFORE.search(before)
    return bool(_LIKELY_BEFORE.search(before)) and not _NAME_BEHIND.match(text, match.end())


def season(match: re.Match[str], at: Standpoint) -> Period:
    """A season: "summer 2018", "last winter", "the spring"."""
    name = word(match, "season")
    if step := word(match, "step"):
        found = stepped(lambda year: periods.season(year, name), step, at.issued) if at.issued else UNKNOWN
        return part(match, found)
    return in_year(lambda year: periods.season(year, name), match, at)


def quarter(match: re.Match[str], at: Standpoint) -> Period:
    """A quarter or a half of a year; without its year the last that has begun, unless the future is told."""
    number = _ORDINALS.get(word(match, "number")) or _number(match["number"])
    length = 6 if word(match, "kind") == "half" else 3

    def make(year: int) -> Period:
        return periods.months(year, length * (number - 1) + 1, length)

    if at.issued and not (at.future or word(match, "year") or word(match, "which")):
        return begun(make, at.issued)
    return in_year(make, match, at)


def fixed_day(match: re.Match[str], at: Standpoint) -> Period:
    """A feast that has its day: "Christmas Eve"."""
    number, day = _FIXED_DAYS[word(match, "name").replace("’", "'")]
    return in_year(lambda year: periods.day(datetime.date(year, number, day)), match, at)


def numeric(match: re.Match[str], _at: Standpoint) -> Period | None:
    """Year, month and day in figures."""
    return _valid(int(match["year"]), int(match["month"]), int(match["day"]))


def slashed(match: re.Match[str], _at: Standpoint) -> Period | None:
    """Day before month or month before day, if the figures tell which."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    found = {each for each in (_valid(year, first, second), _valid(year, second, first)) if each}
    if not found:
        return None
    return found.pop() if len(found) == 1 else UNKNOWN


def bare_year(match: re.Match[str], at: Standpoint) -> Period | None:
    """A year or a part of it: "2011", "late 2022"."""
    year = int(match["year"])
    if word(match, "part") or word(match, "side"):
        return in_year(lambda number: periods.years(number, number), match, at)
    return periods.years(year, year) if _is_year(match, year) else None


def _is_year(match: re.Match[str], year: int) -> bool:
    """Whether four figures are a year, and count or name nothing."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    if _COUNTED_BEHIND.match(match.string, match.end()):
        return False
    if _BOUND_BEFORE.search(before) and _WORD_BEHIND.match(match.string, match.end()):
        return False
    return bool(_SURE_YEAR.search(before)) or (year >= _MODERN and not _LABEL_BEFORE.search(before))


def years_in_a_row(match: re.Match[str], _at: Standpoint) -> Period | None:
    """From one year to another: "2019-2021", "2022-23"."""
    first, last = int(match["year"]), match["last"]
    if word(match, "joint").strip() == "and" and not match[0].lower().startswith("between"):
        return None
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return periods.years(first, end) if first < end <= first + 100 else None


def decade(match: re.Match[str], _at: Standpoint) -> Period:
    """Ten years: "the late 1990s", "the '80s" (of the last century)."""
    first = int(match["year"] or "19" + match["short"])
    return part(match, periods.years(first, first + 9))


def century(match: re.Match[str], _at: Standpoint) -> Period:
    """A hundred years: "the 19th century"."""
    number = int(match["number"])
    return periods.years(max(100 * number - 99, 1), 100 * number)


def _number(words: str) -> int:
    """The figures of "14th"."""
    return int(re.sub(r"\D", "", words))


def _month_number(match: re.Match[str]) -> int:
    return _MONTHS[match["month"].lower().rstrip(".")]


def _valid(year: int, month: int, day: int) -> Period | None:
    try:
        return periods.day(datetime.date(year, month, day))
    except ValueError:
        return None
