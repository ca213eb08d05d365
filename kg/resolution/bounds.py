"""What the words around an amount make of it: "at least", "nearly", "or more"."""

import re
from dataclasses import dataclass

from kg.domain import Quantity, Span
from kg.resolution.amounts import Amount


@dataclass(frozen=True, slots=True)
class _Modifier:
    """Words beside a number that open one of its sides or blur it."""

    pattern: re.Pattern[str]
    keeps_least: bool = True
    keeps_most: bool = True
    approximate: bool = False


def _before(words: str, **changes: bool) -> _Modifier:
    return _Modifier(re.compile(rf"(?<![\w-])(?:{words}) ?$", re.IGNORECASE), **changes)


def _behind(words: str, **changes: bool) -> _Modifier:
    return _Modifier(re.compile(words, re.IGNORECASE), **changes)


_DEGREE = r"(?:(?:well|far|significantly|much|considerably|comfortably|still|even) )?"
_BEFORE = (
    _before(
        r"(?:just|slightly|a little|a bit|a shade|marginally) (?:over|under|above|below|more than|less than"
        r"|fewer than)|(?:just )?shy of",
        approximate=True,
    ),
    _before(
        r"(?:no|not) (?:more|greater|larger|higher) than|up to|at(?: the)? most|as (?:many|much|high|long"
        r"|far) as"
        rf"|{_DEGREE}(?:fewer|less|lower|smaller) than|under|below|(?:an? )?maximum(?: of)?|not exceeding"
        rf"|within",
        keeps_least=False,
    ),
    _before(
        r"at(?: the very)? least|(?:no|not) (?:fewer|less) than|upwards? of|(?:an? )?minimum(?: of)?"
        rf"|as (?:few|little) as|{_DEGREE}(?:more|greater|larger|higher) than|{_DEGREE}(?:over|above)"
        r"|in excess of|exceed(?:s|ed|ing)|north of",
        keeps_most=False,
    ),
    _before(
        r"about|around|some|roughly|approximately|approx\.?|nearly|almost|close to|(?:an? )?estimated"
        r"|perhaps|maybe|probably|something like|in the (?:region|order|neighbou?rhood|vicinity) of"
        r"|on the order of|circa|ca?\.|~|more or less|virtually",
        approximate=True,
    ),
)
_BEHIND = (
    _behind(r" or (?:more|greater|older)\b|-plus\b|\+", keeps_most=False),
    _behind(r" or (?:less|fewer|under)\b", keeps_least=False),
    _behind(r" or so\b|[- ]odd\b|-ish\b|-something\b", approximate=True),
)
_DURATIONS = frozenset({"minute", "hour", "day", "night", "week", "month", "year", "decade"})
"""Units before which "over" tells how long, not how much."""
_OF_TIME = frozenset({"over", "under", "above", "below"})
_WINDOW = 40


def end_with_words(text: str, span: Span, limit: int) -> int:
    """Where the words behind a number end that bound or blur it: "200 or more" demonstrators."""
    matches = (modifier.pattern.match(text, span.end, limit) for modifier in _BEHIND)
    return next((match.end() for match in matches if match), span.end)


def bounded(text: str, span: Span, amount: Amount) -> Quantity:
    """The amount as the words before and behind it inside ``span`` bound it."""
    start, heard = amount.span.start, []
    while found := _modifier_before(text, span, start, amount.unit):
        modifier, start = found
        heard.append(modifier)
    end = end_with_words(text, amount.span, span.end)
    heard += [each for each in _BEHIND if end > amount.span.end and each.pattern.match(text, amount.span.end)]
    return Quantity(
        amount.least if all(each.keeps_least for each in heard) else None,
        amount.most if all(each.keeps_most for each in heard) else None,
        amount.unit,
        amount.approximate or any(each.approximate for each in heard),
        Span(start, end),
    )


def _modifier_before(text: str, span: Span, start: int, unit: str) -> tuple[_Modifier, int] | None:
    """The longest modifier that ends at ``start``, with where it begins."""
    window = max(span.start, start - _WINDOW)
    found = ((match.start(), each) for each in _BEFORE if (match := each.pattern.search(text, window, start)))
    begin, modifier = min(found, key=lambda each: each[0], default=(start, None))
    if modifier is None or (unit in _DURATIONS and text[begin:start].strip().lower() in _OF_TIME):
        return None
    return modifier, begin
