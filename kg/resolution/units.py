"""What a number is a number of: money, measures, counted things."""

import bisect
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.domain import Span, Word
from kg.resolution import knowledge
from kg.resolution.numbers import Number
from kg.resolution.plurals import singular

_SHORT = 2
"""Forms up to this length are abbreviations: no plural of their own, case matters."""
_FEWEST_WON = 100
"""Of fewer nobody speaks as money: "three won gold"."""
_NOUN_RUN = 7
"""How many words behind a number may lead to the noun that it counts."""
_WORD = re.compile(r"\s*(?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*)")
_OF = re.compile(r" of (?:(?:the|its|their|his|her|our|these|those|all)\b ?)*", re.IGNORECASE)
_COMPOUND = re.compile(r"-(?P<noun>[a-z]{3,})\b(?!-old)")
_HARMED = re.compile(
    r"(?: of (?:them|whom))?(?: (?:others?|more))?(?: (?:was|were|are|had been|have been"
    r"|remain(?:ed)?))?(?: still)? (?:dead|killed|wounded|injured|hurt|missing|arrested|detained"
    r"|hospitali[sz]ed|displaced|homeless|captured)\b"
)
_ENDS_NOUNS = frozenset(
    {
        *("a", "an", "the", "in", "on", "at", "by", "for", "from", "to", "with", "without", "within"),
        *("over", "under", "into", "onto", "after", "before", "during", "since", "until", "and", "or"),
        *("but", "nor", "than", "that", "which", "who", "whom", "whose", "when", "where", "while"),
        *("as", "if", "because", "so", "is", "are", "was", "were", "be", "been", "being", "has"),
        *("have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must"),
        *("shall", "should", "not", "said", "says", "told", "he", "she", "it", "they", "we", "i"),
        *("you", "there", "here", "this", "these", "those", "its", "their", "his", "her", "our", "of"),
        *("per", "against", "between", "among", "through", "about", "around", "off", "out", "up"),
        *("down", "across", "along", "amid", "despite", "near", "toward", "towards", "then"),
        *("last", "next", "ago", "yesterday", "today", "tomorrow", "now", "yet"),
    }
)
_NO_UNIT = frozenset({"strong", "odd", "plus", "ish", "fold", "something", "year", "and"})
_MODIFYING = ("nummod", "compound", "amod", "det", "flat", "advmod")
_NOUNS = frozenset({"NOUN", "PROPN"})
_NO_PHRASE = frozenset({"AUX", "PUNCT", "ADP", "PRON", "CCONJ", "SCONJ"})
_POUNDS = re.compile(r"[ -]?pounds?\b(?P<weighed> (?:of|heavier|lighter)\b)?")


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit beside a number, and the characters it takes."""

    name: str
    span: Span


def sign_before(text: str, start: int) -> Measured | None:
    """The sign or code of a currency that ends right before ``start``."""
    match = _signs().search(text, max(0, start - 6), start)
    return Measured(_names("sign")[match["form"]], Span(*match.span())) if match else None


def unit_after(text: str, number: Number) -> Measured | None:
    """The currency or the unit of measure that follows a number: ``%``, "km", "million dollars"."""
    end = number.span.end
    match = _after().match(text, end)
    if match and not (match["form"] == "won" and number.least < _FEWEST_WON):
        form = match["form"]
        key = form if form in _names("after") else form.lower().removesuffix("s")
        return Measured(_names("after").get(key) or _names("after")[form.lower()], Span(*match.span()))
    if match := _POUNDS.match(text, end):
        is_money = not match["weighed"] and number.scale >= 1000
        return Measured(
            "GBP" if is_money else "pound",
            Span(end, match.start("weighed") if match["weighed"] else match.end()),
        )
    return None


def counted(text: str, span: Span, limit: int, words: Sequence[Word] = ()) -> Measured | None:
    """What the number in ``span`` counts, as a lemma, with the characters grown to the number, if any.

    The tree of the sentence tells if there is one, else the next plural noun before ``limit``.
    """
    if match := _COMPOUND.match(text, span.end, limit):
        noun = match["noun"]
        return Measured("" if noun in _NO_UNIT else singular(noun) or noun, Span(*match.span()))
    if _HARMED.match(text, span.end, limit):
        return Measured("person", span)
    noun = _governing(span, words) if words else None
    noun = noun or _next_plural(text, span.end, limit)
    return Measured(_names("after").get(noun, noun), span) if noun else None


def _governing(span: Span, words: Sequence[Word]) -> str | None:
    """Lemma of the noun behind a number that it modifies or that ``of`` joins to it."""
    place = bisect.bisect_left(words, span.end, key=lambda word: word.span.end)
    if place >= len(words) or not span.overlaps(words[place].span):
        return None
    head = place
    while span.overlaps(words[head].span) and words[head].relation.startswith(_MODIFYING):
        head = words[head].head
    if head > place and _is_noun_phrase(words[place + 1 : head + 1]):
        return _lemma(words[head])
    reach = words[place + 1 : place + 1 + _NOUN_RUN]
    joined = (
        word
        for word in reach
        if word.head == place and word.relation.startswith("nmod") and word.tag in _NOUNS
    )
    noun = next(joined, None)
    return _lemma(noun) if noun else None


def _is_noun_phrase(words: Sequence[Word]) -> bool:
    """Whether words lead to a noun without a verb or a mark between."""
    return words[-1].tag in _NOUNS and not any(word.tag in _NO_PHRASE for word in words)


def _lemma(word: Word) -> str:
    return singular(word.lemma) or word.lemma


def _next_plural(text: str, start: int, limit: int) -> str | None:
    of = _OF.match(text, start, limit)
    run = _noun_run(text, of.end() if of else start, limit)
    for index, word in enumerate(run):
        if noun := singular(word):
            following = run[index + 1] if index + 1 < len(run) else ""
            is_modifier = word.islower() and following.islower() and singular(following) is not None
            if not is_modifier:
                return noun if noun[0].isupper() and of else noun.lower()
    return run[0] if of and run and run[0][0].isupper() else None


def _noun_run(text: str, start: int, limit: int) -> list[str]:
    """The next words up to a mark or a word that no noun phrase holds."""
    run: list[str] = []
    while len(run) < _NOUN_RUN and (match := _WORD.match(text, start, limit)):
        if match["word"].lower() in _ENDS_NOUNS or "\n" in match[0]:
            break
        run.append(match["word"])
        start = match.end()
    return run


def only_noun(text: str, start: int, limit: int) -> str | None:
    """The noun after "one": a known one, else the first word."""
    run = _noun_run(text, start, limit)
    known = (word for word in run if word in knowledge.nouns())
    return next(known, run[0] if run and run[0].islower() else None)


@functools.cache
def _names(place: str) -> dict[str, str]:
    """Name of a unit by its form; those behind a number under small letters unless abbreviations."""
    wanted = ("sign",) if place == "sign" else ("currency", "measure")
    return {
        form.lower() if place != "sign" and len(form) > _SHORT else form: unit.name
        for unit in knowledge.units()
        if unit.place in wanted
        for form in unit.forms
    }


@functools.cache
def _signs() -> re.Pattern[str]:
    forms = sorted(_names("sign"), key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?P<form>{'|'.join(map(re.escape, forms))}) ?$")


@functools.cache
def _after() -> re.Pattern[str]:
    forms = sorted(_names("after"), key=len, reverse=True)
    long = (re.escape(form) for form in forms if len(form) > _SHORT)
    short = (re.escape(form) for form in forms if len(form) <= _SHORT)
    return re.compile(rf"[ \u00a0-]?(?P<form>(?i:{'|'.join(long)})s?|{'|'.join(short)})(?!\w|-old|-half)")
