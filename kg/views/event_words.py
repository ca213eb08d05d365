"""An event in words: on which days it lies, and how its tellings put it."""

import datetime
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final

from kg.views.content_rows import RowEvent


class Tense(StrEnum):
    """Where an event lies, seen from the days on which it is told; a page is read on any day."""

    BEHIND = "behind"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


_LEAST: Final = (2.0, 0.5, -0.5, -2.0, -3.0)
"""Factuality from which each of the words of a tense holds."""

_TOLD: Final[Mapping[Tense, tuple[str, ...]]] = {
    Tense.BEHIND: (
        *("as having happened", "as probably having happened", "without saying whether it happened"),
        *("as probably not having happened", "as not having happened"),
    ),
    Tense.AHEAD: (
        *("as certain to come", "as to be expected", "without saying whether it will come"),
        *("as hardly to be expected", "as not going to come"),
    ),
    Tense.UNKNOWN: ("as a fact", "as likely", "without saying whether it is so", "as unlikely", "as not so"),
}


def days_of(event: RowEvent) -> str:
    """The days between which an event lies, in words; empty if nothing is known.

    >>> days_of(RowEvent("e", "visit", earliest=datetime.date(2031, 5, 2)))
    '2031-05-02 or later'
    """
    if event.earliest is None:
        return f"{event.latest} or earlier" if event.latest else ""
    if event.latest is None:
        return f"{event.earliest} or later"
    return str(event.earliest) if event.earliest == event.latest else f"{event.earliest} to {event.latest}"


def told_as(event: RowEvent, told_on: Collection[datetime.date | None]) -> str:
    """How those who tell of an event put it; empty if that is unknown.

    Factuality says how sure the words are, not when the event is: a plan may be as sure as a fact. What is
    said of time holds for all tellings; ``told_on`` are the days of their articles.

    >>> visit = RowEvent("e", "visit", earliest=datetime.date(2031, 5, 2), factuality=1)
    >>> told_as(visit, [datetime.date(2031, 3, 4)]), told_as(visit, [None])
    ('as to be expected', 'as likely')
    """
    if event.factuality is None:
        return ""
    words = zip(_LEAST, _TOLD[_tense(event, told_on)], strict=True)
    return next(called for least, called in words if event.factuality >= least)


def _tense(event: RowEvent, told_on: Collection[datetime.date | None]) -> Tense:
    days = [day for day in told_on if day is not None]
    if not days or len(days) < len(told_on):
        return Tense.UNKNOWN
    if event.latest is not None and event.latest < min(days):
        return Tense.BEHIND
    return Tense.AHEAD if event.earliest is not None and event.earliest > max(days) else Tense.UNKNOWN
