"""Dates in a text, absolute or against the day of the article, as the days between which they lie."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.domain import Period, Span
from kg.resolution.date_patterns import RULES, Rule
from kg.resolution.periods import UNKNOWN
from kg.resolution.standpoint import Standpoint
from kg.resolution.tense import tells_future

_ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DatedWords:
    """Words that say when, with what they say: "since May", "14 October"."""

    span: Span
    period: Period
    """Both sides None if nobody can tell when."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """Words before a date that leave one of its sides open."""

    pattern: re.Pattern[str]
    keeps: str
    """What stays: ``from`` its first day on, ``until`` its last, the time ``before`` or ``after`` it."""
    future: bool | None
    """Of what they speak if the other words do not tell."""

    def is_of_another(self, text: str, end: int) -> bool:
        """Whether what goes on behind the date is meant, and not the date: "before Monday's vote"."""
        described = {"before": _POSSESSIVE, "after": _GOES_ON}.get(self.keeps)
        return described is not None and described.match(text, end) is not None

    def applied(self, period: Period) -> Period:
        """The period with its open side."""
        first, last = period.earliest, period.latest
        match self.keeps:
            case "from":
                return Period(first, None)
            case "until":
                return Period(None, last)
            case "before":
                return Period(None, first - _ONE_DAY if first else None)
            case _:
                return Period(last + _ONE_DAY if last else None, None)


def _opening(words: str, keeps: str, future: bool | None, between: str = "on|in|the") -> _Opening:
    return _Opening(re.compile(rf"\b(?:{words}) (?:(?:{between}) )?$", re.IGNORECASE), keeps, future)


_CLOCK = r"(?: \d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?|GMT|o['’]clock)?| noon| midnight)?"
_OPENINGS = (
    _opening(r"since|(?:starting|beginning) (?:from|on|in)|starting|effective", "from", None),
    _opening(r"as early as|as soon as|(?:no|not) (?:earlier|sooner) than", "from", True),
    _opening(rf"(?:until|till|through|by|(?:no|not) later than|as late as){_CLOCK}", "until", True),
    _opening(r"before|prior to|ahead of", "before", None, between="on|in"),
    _opening(r"(?<!s )after", "after", None, between="on|in"),
    _Opening(re.compile(r"(?:(?<=^)|(?<=[.!?,;:] )|(?<=\n))From $"), "from", True),
)
_POSSESSIVE = re.compile(r"['’]")
_GOES_ON = re.compile(r"['’]|[- ](?!(?:and|or|but|when|if|as|at|in|with|the|because)\b)[\w(]")
"""A date that only describes something: "after the 2016 election"."""
_JOINT = re.compile(r" (?P<word>to|and|until|through|till) |(?: ?[-–—] ?)")
_FIRST_OF_TWO = re.compile(r"\b(?P<word>from|between) $", re.IGNORECASE)
_WINDOW = 32


@dataclass(frozen=True, slots=True)
class _Found:
    """A date before the words around it are heard."""

    match: re.Match[str]
    rule: Rule
    standpoint: Standpoint
    period: Period

    def seen_from(self, date: datetime.date, future: bool) -> Period:
        """What it means beside a date that is known."""
        return _read(self.rule, self.match, Standpoint(date, self.standpoint.anchor, future)) or self.period

    @property
    def is_month(self) -> bool:
        """Whether it is a month and no day of it."""
        words = self.match.groupdict()
        return "month" in words and "day" not in words

    def has_neighbour(self, other: "_Found") -> bool:
        """Whether the other date begins when this one is over: "June and July"."""
        end, start = self.period.latest, other.period.earliest
        return (
            end is not None
            and start is not None
            and (end + _ONE_DAY).timetuple()[1:3] == start.timetuple()[1:3]
        )

    @property
    def has_year(self) -> bool:
        """Whether it gives its year itself."""
        return bool(self.match.groupdict().get("year"))


def dates_in(
    text: str,
    span: Span,
    issued: datetime.date | None,
    anchor: Period | None = None,
    *,
    future: bool | None = None,
) -> tuple[DatedWords, ...]:
    """The dates that lie in ``span``, in text order, none overlapping another.

    Dates without a year lie nearest to ``issued``, the day of the article, on the side of which the words
    around speak; ``future`` says which side if the caller knows it. "two days later" counts from the date
    before, or from ``anchor``. What cannot be known has neither side. Words like "since" and "by" belong to
    the span.
    """
    found = list(_found(text, span, Standpoint(issued, anchor, future)))
    dated: list[DatedWords] = []
    while found:
        first = found.pop(0)
        joined = _joined(text, span, first, found[0]) if found else None
        if joined:
            found.pop(0)
        dated.append(joined or _opened(text, span, first))
    return tuple(dated)


def _found(text: str, span: Span, at: Standpoint) -> Iterator[_Found]:
    candidates = sorted(
        (
            (match.start(), -match.end(), index, match)
            for index, rule in enumerate(RULES)
            for match in rule.pattern.finditer(text, span.start, span.end)
        ),
        key=lambda each: each[:3],
    )
    end, anchor = span.start, at.anchor
    for _, _, index, match in candidates:
        if match.start() < end:
            continue
        future = tells_future(text, *match.span()) if at.future is None else at.future
        opening = _opening_before(text, span, match)
        if future is None and opening:
            future = opening[0].future
        standpoint = Standpoint(at.issued, anchor, future)
        period = _read(RULES[index], match, standpoint)
        if period is not None:
            yield _Found(match, RULES[index], standpoint, period)
            end = match.end()
            anchor = period if period.earliest and period.latest else anchor


def _read(rule: Rule, match: re.Match[str], at: Standpoint) -> Period | None:
    """What a rule reads; dates beyond the calendar are unknown."""
    try:
        return rule.read(match, at)
    except (ValueError, OverflowError):
        return UNKNOWN


def _opening_before(text: str, span: Span, match: re.Match[str]) -> tuple[_Opening, int] | None:
    """The words right before a date that leave a side of it open, with where they begin."""
    start = max(span.start, match.start() - _WINDOW)
    for opening in _OPENINGS:
        words = opening.pattern.search(text, start, match.start())
        if words and not opening.is_of_another(text, match.end()):
            return opening, words.start()
    return None


def _opened(text: str, span: Span, found: _Found) -> DatedWords:
    """A date with what stands before it: "since May"."""
    opened = _opening_before(text, span, found.match)
    if opened is None:
        return DatedWords(Span(*found.match.span()), found.period)
    opening, start = opened
    period = found.period if found.period == UNKNOWN else opening.applied(found.period)
    return DatedWords(Span(start, found.match.end()), period)


def _joined(text: str, span: Span, first: _Found, second: _Found) -> DatedWords | None:
    """Two dates as one period: "from Oct. 27 to Nov. 3", "between March 2022 and June 2023"."""
    joint = _JOINT.fullmatch(text, first.match.end(), second.match.start())
    if joint is None:
        return None
    opening = _FIRST_OF_TWO.search(text, max(span.start, first.match.start() - _WINDOW), first.match.start())
    if not _may_join(joint["word"], opening["word"].lower() if opening else "", first, second):
        return None
    start, end = _aligned(first, second)
    if not (start and end and start <= end):
        return None
    return DatedWords(
        Span(opening.start() if opening else first.match.start(), second.match.end()), Period(start, end)
    )


def _may_join(word: str | None, opening: str, first: _Found, second: _Found) -> bool:
    """Whether the words between two dates make one period of them."""
    same_kind = first.rule is second.rule
    if word == "and":
        return opening == "between" or (same_kind and first.is_month and first.has_neighbour(second))
    return opening != "between" and (same_kind or opening == "from")


def _aligned(first: _Found, second: _Found) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day; a date without a year takes it from the other."""
    start, end = first.period.earliest, second.period.latest
    if second.has_year and not first.has_year and end:
        start = first.seen_from(end, future=False).earliest
    elif start and end and end < start:
        end = second.seen_from(start, future=True).latest
    return start, end
