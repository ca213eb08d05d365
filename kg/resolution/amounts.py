"""Numbers with the units beside them, two of them joined where they bound one range."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.domain import Span
from kg.resolution.numbers import Number
from kg.resolution.units import sign_before, unit_after

_MINUS = re.compile(r"(?<![\w)%])(?:minus |[-−])$", re.IGNORECASE)
_AND_HALF = re.compile(r" and a half\b")
_HALF = Decimal("0.5")
_JOINT = re.compile(r" ?(?:[-–—]|--) ?| to | or ")
_AND = re.compile(r" and ")
_BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang\w+|anywhere|anything|somewhere|var(?:y|ies|ied|ying)|estimates?)(?: \w+)? (?P<from>from )$",
    re.IGNORECASE,
)
_CHANGING = re.compile(
    r"\b(?:rose|rise[ns]?|rising|fell|fall(?:s|en|ing)?|grew|jumped|dropped|climbed|slipped|gained|lost|up"
    r"|down|cut|raised)(?: by)? $"
)
_WINDOW = 40
_THOUSAND = 1000
_ALTERNATIVES = 3
"""How many times as much the second of two alternatives may be: "two or three"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of something, before the words around bound it."""

    least: Decimal
    most: Decimal
    unit: str
    """Empty if no unit of money or measure stands beside the number."""
    approximate: bool
    span: Span
    """The number with its sign and unit."""
    scale: Decimal = Decimal(1)
    """What the last words of the number multiply with."""

    @property
    def is_exact(self) -> bool:
        """Whether it is one value."""
        return self.least == self.most


def amounts_in(text: str, span: Span, numbers: Iterable[Number]) -> Iterator[Amount]:
    """The numbers with their units; "10 to 12" and "between 4% and 5%" are one amount."""
    waiting = [_amount(text, span, number) for number in numbers]
    while waiting:
        first = waiting.pop(0)
        joined = _joined(text, span, first, waiting[0]) if waiting else None
        if joined:
            waiting.pop(0)
        yield joined or first


def _amount(text: str, span: Span, number: Number) -> Amount:
    """A number with its sign, its minus and its unit of measure."""
    start, end, unit = number.span.start, number.span.end, ""
    least, most = number.least, number.most
    sign, beside = sign_before(text, start), unit_after(text, number)
    if sign:
        start, unit = max(sign.span.start, span.start), sign.name
    if beside and beside.span.end <= span.end and unit in ("", beside.name):
        end, unit = beside.span.end, beside.name
        if half := _AND_HALF.match(text, end, span.end):
            least, most, end = least + _HALF, most + _HALF, half.end()
    if minus := _MINUS.search(text, max(span.start, start - len("minus ")), start):
        least, most, start = -most, -least, minus.start()
    return Amount(least, most, unit, number.approximate, Span(start, end), number.scale)


def _joined(text: str, span: Span, first: Amount, second: Amount) -> Amount | None:
    gap = text[first.span.end : second.span.start]
    window = max(span.start, first.span.start - _WINDOW)
    before = text[window : first.span.start]
    between, ranging = _BETWEEN.search(before), _RANGING.search(before)
    if between:
        is_range = _AND.fullmatch(gap) is not None
    else:
        is_range = _JOINT.fullmatch(gap) is not None and _is_range(before, gap, first, second)
    least = _scaled(first, second)
    if not (is_range and _same_unit(first, second) and least < second.most):
        return None
    opens = between.start() if between else ranging.start("from") if ranging else len(before)
    unit = first.unit or second.unit
    return Amount(least, second.most, unit, False, Span(window + opens, second.span.end), second.scale)


def _same_unit(first: Amount, second: Amount) -> bool:
    return first.is_exact and second.is_exact and (first.unit in ("", second.unit) or not second.unit)


def _is_range(before: str, gap: str, first: Amount, second: Amount) -> bool:
    """Whether two joined amounts bound a range, and are no change from one to the other."""
    if _RANGING.search(before):
        return True
    if gap == " or ":
        return second.most <= _ALTERNATIVES * first.least and first.scale == second.scale
    if gap == " to " and _FROM.search(before):
        return False
    return not (first.unit and _CHANGING.search(before))


def _scaled(first: Amount, second: Amount) -> Decimal:
    """The lower bound with what it shares with the upper: "5 to 6 million", "10-12,000"."""
    if first.scale != 1 or first.least < 1:
        return first.least
    scale = second.scale if second.scale >= _THOUSAND else Decimal(1)
    if scale == 1 and first.least < _THOUSAND <= second.most and second.most % _THOUSAND == 0:
        scale = Decimal(_THOUSAND)
    return first.least * scale if first.least * scale < second.most else first.least
