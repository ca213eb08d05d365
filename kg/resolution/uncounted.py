"""Numbers that count nothing: clock times, scores, ages, telephone numbers, numbers in names."""

import re
from collections.abc import Iterator

from kg.domain import Span
from kg.resolution.numbered_names import is_in_a_name
from kg.resolution.numbers import SMALL, TENS, Number

_SMALL = "|".join((*SMALL, *TENS))
_CLOCK_TIMES = (
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b|(?= (?:GMT|UTC|local)\b)|h\b)|\b\d{1,2}:\d\d(?::\d\d)?\b",
    r"\b\d{1,2} ?[ap]\.?m\b|\b\d{4} (?:GMT|UTC|hours)\b|\b\w+ o['’]clock\b",
    rf"\bat (?:\d{{1,2}}|{_SMALL}) (?:in the (?:morning|evening)|at night|sharp)\b",
)
_TELEPHONE_NUMBERS = (
    r"\+\d[\d ()-]{6,}\d|\b\d(?:-\d{3}){2}-\d{4}\b|\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b|\b\d{3}-\d{4}\b",
)
_SHARED_SIGNS = (
    r"\b24/7\b|\b\d+/\d+(?:/\d+)?\b(?! (?:hours|miles|years|inch))|\b50[-–]50\b|\bfifty-fifty\b",
)
_AGES = (
    rf"\b(?:\d{{1,3}}|{_SMALL})(?:[-–‑ ]to[-–‑ ]\d+)?[- ](?:and-a-half-)?(?:year|month|week"
    rf"|day)s?[- ]olds?\b",
    r"\b(?:age of|aged?|ages|turn(?:s|ed|ing)) (?:between )?\w+(?:(?:-|–| to | and )\d+)?\b"
    r"(?! (?:\w+ )?(?:years|people)\b)",
    r"(?-i:\b[A-ZÀ-Ž][\w'’-]+), \d{1,3}(?=,(?!\d)|\.(?:\s|$)|;|\))",
    r"(?<=[a-zà-ž] )\(\d{1,3}\)|\bat \d{2}(?=,)",
)
_LABELS = (
    r"(?m:^[ \t]*\d{1,3}[.)](?=\s))|\b\d+(?:\.\d+){2,}\b|(?-i:\b[A-Z][A-Za-z]*[-–]?\d+[A-Za-z]*\b)",
    r"\b(?:articles?|sections?|chapters?|paragraphs?|clauses?|resolutions?|amendments?|pages?|rooms?|gates?"
    r"|channels?|flights?|routes?|highways?|interstate|level|phase|stage|tier|type|grade|no\.|nos\.|numbers?"
    rf"|group of) (?:\d+[a-z]?|{_SMALL})\b(?![.,]\d| (?:per ?cent|percent)|%)",
)
_UNCOUNTED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (*_CLOCK_TIMES, *_TELEPHONE_NUMBERS, *_SHARED_SIGNS, *_AGES, *_LABELS)
)
_SCORE = re.compile(
    r"(?<![\w$€£¥.-])(?P<one>\d{1,3}|[a-z]+)(?: ?[-–] ?| to )(?P<other>\d{1,3}|[a-z]+)\b(?![\d,.]*\d|%| ?per)"
)
_CONTEST = re.compile(
    r"\b(?:won|wins?|winning|lost|lose|losing|beat|beats|beaten|defeat\w*|victory|victories|loss|drew|draw"
    r"|tie|tied|led|lead|leading|score\w*|voted?|votes|voting|ruled|ruling|decision|decided|passed|approved"
    r"|rejected|confirmed|by a)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_PLURAL_BEHIND = re.compile(r" (?!to\b|for\b|in\b)(?:\w+ )?[a-z]{3,}s\b")
_NO_ONE_BEFORE = re.compile(
    r"\b(?:no|this|that|which|any|every|each|another|the|some|last|first|the only|next|loved|square"
    r"|someone|day|at|number|for) $",
    re.IGNORECASE,
)
_NO_ONE_BEHIND = re.compile(
    r" (?:of|another|day|thing|time|way|side|hand|point|reason|that|who|is|was|has|had|in|on|at|to|and|or"
    r"|by|with|for|can|could|will|would|should|must|may|might|more|knows?|else|as|after|the|a|an|now|yet|so"
    r"|but|because|if|there|here|when|where|night|morning)\b|[.,;:!?’'\n]"
)
_STANDS_ALONE = re.compile(
    r"\b(?:the|these|those|both|all|other|its|their|his|her|our|my|your) $", re.IGNORECASE
)


def uncounted_in(text: str, span: Span) -> Iterator[Span]:
    """Characters of ``span`` whose numbers count nothing."""
    for pattern in _UNCOUNTED:
        for match in pattern.finditer(text, span.start, span.end):
            yield Span(*match.span())
    for match in _SCORE.finditer(text, span.start, span.end):
        if _is_score(text, match):
            yield Span(*match.span())


def _is_score(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers are the result of a contest: they fall, or the words before speak of one."""
    sides = [_small_number(match["one"]), _small_number(match["other"])]
    if None in sides or match["one"].isdigit() != match["other"].isdigit():
        return False
    falls = (sides[0] or 0) >= (sides[1] or 0)
    grouped = re.match(r",\d{3}", text[match.end() :]) is not None
    before = text[max(0, match.start() - 60) : match.start()]
    if before.lower().endswith("from "):
        return False
    contest = _CONTEST.search(before) is not None
    return (falls and not grouped) or (contest and not _PLURAL_BEHIND.match(text, match.end()))


def _small_number(word: str) -> int | None:
    return int(word) if word.isdigit() else SMALL.get(word)


def is_uncounted(text: str, number: Number) -> bool:
    """Whether a number is a pronoun ("no one") or a part of a name ("Boeing 737", "the Big Four")."""
    before = text[max(0, number.span.start - 30) : number.span.start]
    if number.span.of(text).lower() == "one" and _is_pronoun(text, before, number.span.end):
        return True
    return is_in_a_name(text, number)


def _is_pronoun(text: str, before: str, end: int) -> bool:
    """Whether "one" is no number: "no one", "one of them"."""
    return end == len(text) or bool(_NO_ONE_BEFORE.search(before) or _NO_ONE_BEHIND.match(text, end))


def stands_alone(text: str, span: Span) -> bool:
    """Whether a number word without a noun stands for one that was told before: "the two said"."""
    return text[span.start].isalpha() and _STANDS_ALONE.search(text, 0, span.start) is not None
