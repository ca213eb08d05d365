"""The wording of a claim, taken apart for comparison: content words, names, dates, time, who does what."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from kg.resolution import knowledge
from kg.resolution.knowledge import word_list
from kg.resolution.stems import stem

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-‐‑’'&][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_FUNCTION_WORDS = word_list("function words") | word_list("auxiliaries") | word_list("numbers")
_EMPTY = frozenset(
    map(stem, ("make", "hold", "take", "go", "come", "get", "remain", "stay", "percent", "million"))
)
"""Verbs that mean nothing without their object, and words of numbers."""
_CALENDAR = word_list("calendar") - {"may", "march", "am", "pm", "sat", "sun", "mar", "jan", "est"}
_MONTHS_IN_CAPITALS = frozenset({"May", "March"})
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
"""As written: numbers of that size are given a comma or a unit more often than not."""
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_LONGEST_NAME = 3
"""Words of a state's or institution's name that is known as a whole, at most."""
_PASSIVE_GAP = 3
"""Words between a form of *be* and the verb, at most."""


class Time(Enum):
    """Whether the words tell of what happened, of what is ahead or of what ought to be."""

    DONE = "done"
    AHEAD = "ahead"
    DUTY = "duty"
    OPEN = "open"


_DUTY = re.compile(r"\b(?:must|should|ought|have to|has to)\b|^Do\b")
"""Also orders, of which the negation was taken out ("Do [not] shoot him")."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|may|might|could|(?:is|are) (?:not )?to|going to|about to|set to|due to be|"
    r"(?:plans?|intends?|wants?|expects?|expected|likely|aims?|vows?|prepar\w+) to)\b"
)
_DONE = re.compile(
    r"\b(?:was|were|did|had|(?:has|have|having) (?:\w+ ){0,2}(?:been|\w+ed|\w+en|\w+n|sent|left|held))\b"
)


@dataclass(frozen=True)
class Wording:
    """What a claim's words tell when they are compared."""

    words: dict[str, str]
    """Content words as they stand, by stem; names, numbers and dates left out."""
    names: frozenset[str]
    """Words of names in small letters; of a state, its people and its capital the name of the state."""
    stems: frozenset[str]
    """Of all words but names, function words too."""
    figures: frozenset[str]
    dates: tuple[frozenset[str], frozenset[str], frozenset[str]]
    """Days of the week, months and years."""
    quantifiers: frozenset[str]
    time: Time
    doers: frozenset[str]
    """Stems and names on the side of who does it; empty if the verb was not found."""
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    """As written, a possessive ending cut off."""
    name: str
    """Canonical name, empty for a word."""


_QUANTIFIERS = {"all": "all", "every": "all", "most": "most", "some": "some", "few": "some", "half": "half"}
"""Words that tell how much of something is meant; those of one meaning do not exclude each other."""


@functools.lru_cache(maxsize=1 << 16)
def wording(label: str, predicate: str) -> Wording:
    """The wording of a claim with its main verb (a lemma, empty if unknown)."""
    pieces = _pieces(label)
    lower = [piece.text.lower() for piece in pieces]
    words = {stem(piece.text): piece.text.lower() for piece in pieces if _is_content(piece)}
    doers, others = _sides(pieces, predicate)
    return Wording(
        words=words,
        names=frozenset(piece.name for piece in pieces if piece.name),
        stems=frozenset(stem(piece.text) for piece in pieces if not piece.name),
        figures=frozenset(text.replace(",", "") for text in lower if text[0].isdigit()),
        dates=_dates(pieces),
        quantifiers=frozenset(_QUANTIFIERS[word] for word in lower if word in _QUANTIFIERS),
        time=_time(label, lower, predicate),
        doers=doers,
        others=others,
    )


def _pieces(label: str) -> list[_Piece]:
    tokens = [_POSSESSIVE.sub("", token) for token in _TOKEN.findall(label)]
    return list(_named([token for token in tokens if token]))


def _named(tokens: Sequence[str]) -> Iterator[_Piece]:
    """The words, with known names of several words as one piece."""
    place = 0
    while place < len(tokens):
        for length in range(min(_LONGEST_NAME, len(tokens) - place), 0, -1):
            words = " ".join(tokens[place : place + length])
            known = _known_names().get(words)
            if known or length == 1:
                yield _Piece(words, known or _name(words, first=place == 0))
                place += length
                break


def _name(word: str, *, first: bool) -> str:
    """The word in small letters if its capital shows a name, else nothing."""
    lower = word.lower()
    if not word[0].isupper() or _is_date(word) or word in knowledge.titles() or lower in _FUNCTION_WORDS:
        return ""
    return "" if first and lower in knowledge.common_words() else lower


@functools.cache
def _known_names() -> dict[str, str]:
    states = (knowledge.state_by_capital(), knowledge.state_by_demonym(), knowledge.state_by_name())
    known = {name: state.lower() for names in states for name, state in names.items()}
    return known | {name: full.lower() for name, (full, _) in knowledge.institutions().items()}


def _is_date(word: str) -> bool:
    return word in _MONTHS_IN_CAPITALS or (word[0].isupper() and word.lower() in _CALENDAR)


def _dates(pieces: Sequence[_Piece]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    named = {piece.text.lower() for piece in pieces if _is_date(piece.text)}
    days = frozenset(word[:3] for word in named if word.endswith("day"))
    months = frozenset(word[:3] for word in named if not word.endswith("day"))
    return days, months, frozenset(piece.text for piece in pieces if _YEAR.fullmatch(piece.text))


def _is_content(piece: _Piece) -> bool:
    word = piece.text.lower()
    named = piece.name or piece.text in knowledge.titles() or _is_date(piece.text)
    return not (named or word[0].isdigit() or word in _FUNCTION_WORDS or stem(word) in _EMPTY)


def _time(label: str, words: Sequence[str], predicate: str) -> Time:
    for time, pattern in ((Time.DUTY, _DUTY), (Time.AHEAD, _AHEAD), (Time.DONE, _DONE)):
        if pattern.search(label):
            return time
    past = predicate and any(
        stem(word) == stem(predicate) and (word.endswith("ed") or word in knowledge.dictionary_forms())
        for word in words
    )
    return Time.DONE if past else Time.OPEN


def _sides(pieces: Sequence[_Piece], predicate: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words on the side of the doer and those on the other, passive or not."""
    verb = stem(predicate.split(maxsplit=1)[0]) if predicate else ""
    lower = [piece.text.lower() for piece in pieces]
    place = next((number for number, word in enumerate(lower) if verb and stem(word) == verb), None)
    if place is None:
        return frozenset(), frozenset()
    before, after = _terms(pieces[:place]), _terms(pieces[place + 1 :])
    passive = not _BE.isdisjoint(lower[max(0, place - _PASSIVE_GAP) : place])
    if not passive:
        return before, after
    by = lower.index("by", place) if "by" in lower[place:] else len(lower)
    return _terms(pieces[by + 1 :]), before | _terms(pieces[place + 1 : by])


def _terms(pieces: Sequence[_Piece]) -> frozenset[str]:
    return frozenset(piece.name or stem(piece.text) for piece in pieces if piece.name or _is_content(piece))
