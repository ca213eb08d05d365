"""Signed words: ``… — Volodymyr Zelenskyy (@ZelenskyyUa) October 25, 2024`` under a post or letter."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.domain import Span

_SIGNATURE = re.compile(r"[\s”\"’]*\n\s*(?:[—–―]|--)\s*(?P<line>[^\n]{2,160})")
_RUNNING_TEXT = re.compile(r"(?<![@\w])[a-z]{4,}\b")
"""A signature holds names, roles with capitals and dates; a line with words in lower case is text."""
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH_FIRST = re.compile(r"\b(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})\b")
_DAY_FIRST = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Z][a-z]{2,8})\.?,? (?P<year>\d{4})\b"
)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")


@dataclass(frozen=True, slots=True)
class Signature:
    """The line that signs some words: who (unresolved), and when."""

    span: Span
    """The line without its dash."""
    date: datetime.date | None


def signature_after(content: Sequence[Span], text: str) -> Signature | None:
    """The line with a dash that follows right after the last of the words; None if there is none."""
    match = _SIGNATURE.match(text, content[-1].end)
    if match is None or not match["line"][0].isupper() or _RUNNING_TEXT.search(match["line"]):
        return None
    return Signature(Span(*match.span("line")), date_in(match["line"]))


def date_in(words: str) -> datetime.date | None:
    """The one full date in ``words``; None if there is none, several, or an impossible one.

    >>> date_in("(@name) October 25, 2024"), date_in("on 3 May 2021"), date_in("last Friday")
    (datetime.date(2024, 10, 25), datetime.date(2021, 5, 3), None)
    """
    found = {
        date
        for pattern in (_MONTH_FIRST, _DAY_FIRST, _ISO)
        for match in pattern.finditer(words)
        if (date := _date(match))
    }
    return found.pop() if len(found) == 1 else None


def _date(match: re.Match[str]) -> datetime.date | None:
    month = int(match["month"]) if match["month"].isdigit() else _MONTHS.get(match["month"].lower())
    if month is None:
        return None
    try:
        return datetime.date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
