"""Numbers in digits and in words: "3,000", "1.5m", "two hundred and fifty", "tens of thousands"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.domain import Span

SMALL = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_PLURALS = {"tens": 10, "scores": 20, **{scale + "s": value for scale, value in _SCALES.items()}}
_SIGNS = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
_FEW, _MANY = 2, 10
"""How many times the scale a bare plural tells of, at least and at most: "hundreds"."""
_HALF = Decimal("0.5")

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d|[.,:/]\d)"
_SCALE = rf"(?:{'|'.join(_SCALES)})\b"
_ONE_WORD = (
    rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(list(SMALL)[:9])}))?\b"
    rf"|(?:{'|'.join(sorted(SMALL, key=len, reverse=True))})\b)"
)
_AND_HALF = r"(?: and a half|-and-a-half)"
_MEASURING = (
    r"long|high|deep|tall|wide|away|apart|north|south|east|west|from|below|above|off|sprint|race|final"
)
_DIVISIBLE = (
    r"(?:hour|day|week|month|year|decade|century|mile|kilomet\w+|degree|percent\w*|point|ton|kilo|lit\w+)"
)
_WORDS = (
    rf"(?:half[ -]an?(?=[ -](?:{_SCALE}|{_DIVISIBLE}))|an?(?=[ -]{_SCALE}| {_DIVISIBLE} and a half)"
    rf"|{_ONE_WORD})(?:{_AND_HALF}?(?:[ -]{_SCALE})+(?:{_AND_HALF}| and[ -]{_ONE_WORD}(?![ -]{_SCALE})"
    rf"|[ -]{_ONE_WORD}(?:[ -]{_SCALE})*)*|{_AND_HALF})?"
)
_FIGURES = (
    rf"{DIGITS}(?: \d/\d(?!\d)| ?[¼½¾]|{_AND_HALF})?"
    rf"(?:(?:[ -]{_SCALE})+{_AND_HALF}?| ?(?:bn|mn|mln|tn)\b|[kb]\b|m\b(?! (?:{_MEASURING})\b))?"
)
_NUMBER = re.compile(rf"(?<![\w./:])(?<![^\W\d_][-–])(?:{_FIGURES}|\b{_WORDS})", re.IGNORECASE)
_VAGUE = re.compile(
    rf"\b(?:(?P<count>several|a few|many|a couple(?: of)?) (?P<scale>{_SCALE})(?: (?P<more>{_SCALE}))?"
    rf"|(?P<outer>tens|{'|'.join(scale + 's' for scale in _SCALES)}) of (?P<inner>\w+s)\b"
    rf"|scores(?= of [a-z])|(?:{'|'.join(scale + 's' for scale in _SCALES)})\b)",
    re.IGNORECASE,
)
_PARTS = re.compile(rf"\d/\d|{DIGITS}|[¼½¾]|and.a.half|[a-z]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in the text; ``least`` and ``most`` differ in "tens of thousands"."""

    least: Decimal
    most: Decimal
    approximate: bool
    span: Span
    scale: Decimal = Decimal(1)
    """What its last words multiply with: a million in "1.2 million"."""


def numbers_in(text: str, span: Span) -> tuple[Number, ...]:
    """The cardinal numbers that lie in ``span``, in text order, whatever they are numbers of."""
    vague = tuple(_vague_numbers(text, span))
    exact = (
        _number(match)
        for match in _NUMBER.finditer(text, span.start, span.end)
        if not any(match.start() < each.span.end and each.span.start < match.end() for each in vague)
    )
    return tuple(sorted((*vague, *exact), key=lambda number: number.span))


def _vague_numbers(text: str, span: Span) -> Iterator[Number]:
    for match in _VAGUE.finditer(text, span.start, span.end):
        words = match[0].lower()
        if match["count"]:
            scale = _SCALES[match["scale"].lower()] * _SCALES.get((match["more"] or "").lower(), 1)
            few, many = (2, 2) if "couple" in words else (_FEW, _MANY)
            yield Number(Decimal(few * scale), Decimal(many * scale), True, Span(*match.span()))
        elif match["inner"] and match["inner"].lower() in _PLURALS:
            scale = _PLURALS[match["outer"].lower()] * _PLURALS[match["inner"].lower()]
            yield _plural(scale, match.start(), match.end())
        else:
            first = words.split()[0]
            yield _plural(_PLURALS[first], match.start(), match.start() + len(first))


def _plural(scale: int, start: int, end: int) -> Number:
    return Number(Decimal(_FEW * scale), Decimal(_MANY * scale), True, Span(start, end))


def _number(match: re.Match[str]) -> Number:
    value, scale = _evaluated([part[0].lower() for part in _PARTS.finditer(match[0])])
    return Number(value, value, False, Span(*match.span()), scale)


def _evaluated(parts: list[str]) -> tuple[Decimal, Decimal]:
    """Value of a number and the scale of its last words."""
    total, current, scale = Decimal(0), Decimal(0), Decimal(1)
    for part in parts:
        factor = _SCALES.get(part) or _LETTERS.get(part)
        if factor is None:
            current += _HALF * scale if part.endswith("half") and part != "half" else _value(part)
            scale = scale if part.startswith("and") else Decimal(1)
        elif factor < 10**3 or not (current or total):
            current, scale = (current or Decimal(1)) * factor, Decimal(factor)
        else:
            total, current = (total + current * factor, Decimal(0)) if current else (total * factor, current)
            scale = Decimal(factor)
    return total + current or Decimal(1), scale  # an article alone is one: "a day and a half"


def _value(part: str) -> Decimal:
    """What one part adds; an article adds nothing, the scale behind it counts as one."""
    if part[0].isdigit() and "/" in part:
        return Decimal(part[0]) / Decimal(part[2])
    if part[0].isdigit():
        return Decimal(part.replace(",", ""))
    if part == "half":
        return _HALF
    return _SIGNS.get(part) or Decimal(SMALL.get(part) or TENS.get(part) or 0)
