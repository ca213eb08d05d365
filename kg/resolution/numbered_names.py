"""Numbers that belong to a name: "Apollo 13", "the Big Four", "the 787" where "Boeing 787" was told."""

import functools
import re

from kg.domain import Span
from kg.resolution import knowledge
from kg.resolution.numbers import Number
from kg.resolution.plurals import singular

_CAPITAL_WORD = re.compile(r"(?P<word>[^\W\d_][\w’'&-]*\.?)[ -]$")
_NAMED = re.compile(r"[^\W\d_][\w’'&-]*\.? (?P<digits>\d{3,4})(?![\d.,]*\d)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n]['\"”’)]*\s*|[\"“‘(]\s*)$")
_TITLE_PLURAL = re.compile(r"[ -][A-Z][a-z]+s\b")
_NEXT_WORD = re.compile(r" (?P<word>[a-z]+)\b")
_DIGITS = re.compile(r"\d+(?:\.\d)?")
_TOO_LARGE = 10_000
"""Names hold smaller numbers only."""
_WINDOW = 30
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def is_in_a_name(text: str, number: Number) -> bool:
    """Whether a number is a part of a name, here or where the text tells the name in full."""
    start = number.span.start
    if text[start].isalpha():
        return _is_capital_word(text, number.span)
    return _follows_a_name(text, number.span) or number.span.of(text) in _named_digits(text)


@functools.lru_cache(maxsize=2)
def _named_digits(text: str) -> frozenset[str]:
    """Three and four figures that stand behind a name somewhere in the text."""
    return frozenset(
        match["digits"]
        for match in _NAMED.finditer(text)
        if _follows_a_name(text, Span(*match.span("digits")))
    )


def _is_capital_word(text: str, span: Span) -> bool:
    """Whether a number word has its capital as a name's part, and not from a sentence or a headline."""
    before = text[max(0, span.start - _WINDOW) : span.start]
    if not text[span.start].isupper() or _SENTENCE_START.search(before):
        return False
    word = _CAPITAL_WORD.search(before)
    in_headline = word is not None and word["word"][0].isupper() and _TITLE_PLURAL.match(text, span.end)
    return not in_headline


def _follows_a_name(text: str, span: Span) -> bool:
    """Whether a word with a capital stands before the figures, and no plural that they count behind."""
    before = text[max(0, span.start - _WINDOW) : span.start]
    word = _CAPITAL_WORD.search(before)
    digits = span.of(text)
    if word is None or not _DIGITS.fullmatch(digits) or float(digits) >= _TOO_LARGE:
        return False
    name = word["word"]
    if name.islower() or name.lower() in _DAYS or _counts_behind(text, span.end):
        return False
    if _SENTENCE_START.search(before[: word.start()]):
        return name.lower() not in knowledge.common_words() and not name.endswith("ed")
    return True


def _counts_behind(text: str, end: int) -> bool:
    """Whether the next word is a plural that is counted: of a headline, or of people."""
    if _TITLE_PLURAL.match(text, end):
        return True
    word = _NEXT_WORD.match(text, end)
    noun = singular(word["word"]) if word else None
    return noun in knowledge.nouns() or noun == "person"
