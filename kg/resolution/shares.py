"""Fractions of something as per cent: "half of", "two-thirds of", "one in five"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.domain import Span
from kg.resolution.amounts import Amount

_DIVISORS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SMALL_PATTERN = "|".join(_SMALL)
_HALF = re.compile(
    r"(?<![\w-])(?<!first )(?<!second )(?<!other )(?<!latter )(?<!and a )half"
    r"(?= (?:of|the|its|their|all|his|her|our|these|those|them)\b)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"\b(?P<count>an?|{_SMALL_PATTERN})[ -](?P<of>{'|'.join(_DIVISORS)})s?\b(?= of\b(?! an?\b)"
    rf"|[ -]majority)",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    rf"\b(?P<count>{_SMALL_PATTERN}|\d{{1,2}}) (?:in|out of)(?: every)? (?P<of>{_SMALL_PATTERN}|\d{{1,4}})\b"
    r"(?![.,]\d| ?%)(?! (?:years?|days?|weeks?|months?|hours?|minutes?|seconds?|decades?))",
    re.IGNORECASE,
)
_TENTH = Decimal("0.1")


def shares_in(text: str, span: Span) -> Iterator[Amount]:
    """The fractions that lie in ``span``, in per cent to one decimal."""
    for match in _HALF.finditer(text, span.start, span.end):
        yield _share(match, 1, 2)
    for match in _FRACTION.finditer(text, span.start, span.end):
        yield _share(match, _number(match["count"]), _DIVISORS[match["of"].lower()])
    for match in _ONE_IN.finditer(text, span.start, span.end):
        count, of = _number(match["count"]), _number(match["of"])
        if 0 < count < of:
            yield _share(match, count, of)


def _share(match: re.Match[str], count: int, of: int) -> Amount:
    percent = Decimal(100 * count) / of
    rounded = percent.quantize(_TENTH)
    return Amount(rounded, rounded, "%", rounded != percent, Span(*match.span()))


def _number(word: str) -> int:
    if word.lower() in ("a", "an"):
        return 1
    return int(word) if word.isdigit() else _SMALL.index(word.lower()) + 1
