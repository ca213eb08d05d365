"""The claim that a statement expresses: its wording, whom it is about, and whether articles may share it."""

import re
from collections.abc import Sequence

from kg.domain import Attribution, Claim, Span, words_of
from kg.identity import claim_id, key
from kg.resolution.about import Topic

_QUOTATION_MARKS = '"“”„«»'
_BORDER = " ‘’'`,;:—–-"
_THAT = re.compile(r"^that\s+(?=\S)", re.IGNORECASE)
_DEIXIS = re.compile(
    r"(?<![^\W_])(i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|he|him|his|himself|she|her|hers|herself|it|its|"
    r"itself|they|them|their|theirs|themselves|this|that|these|those|here|there|now|then|today|yesterday|tomorrow|tonight|"
    r"ago|last|next|who|which|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?![^\W_])",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(r"['’](?=(?:s|m|re|ve|ll|d|t)\b)", re.IGNORECASE)
_SPOKEN = re.compile(r"[^\W_]+")
_PROPOSITION = 4
"""Words of a claim that articles may share, at least."""
_RELAYED_SHARE = 0.8
"""Share of the outer words from which on the outer statement only relays the inner one."""


def wording(content: Sequence[Span], text: str) -> str:
    """The words of a content in one line, without marks at its borders and an introducing ``that``.

    A quotation mark at the border stays if its partner stands inside.
    """
    line = _THAT.sub("", " ".join(words_of(content, text).split()))
    bare = line.strip(_BORDER + _QUOTATION_MARKS)
    quotes_inside = any(mark in bare for mark in _QUOTATION_MARKS)
    return (line.strip(_BORDER) if quotes_inside else bare) or line


def is_self_contained(words: str, *, named: bool) -> bool:
    """Whether a wording means the same in every article: a name in it, no pronoun, no "here" or "now".

    A few words are no proposition ("endorsed | Otto Lind") and belong to their statement.

    >>> is_self_contained("Northland has sent 12,000 troops to Eastmark", named=True)
    True
    >>> is_self_contained("we will win in Eastmark", named=True)
    False
    """
    return named and len(words.split()) >= _PROPOSITION and not _DEIXIS.search(_CONTRACTED.sub(" ", words))


def make_claim(label: str, statement: str, topics: Sequence[Topic], *, bound: bool = False) -> Claim:
    """The claim of one statement, with the actors it speaks of in text order; if ``bound``, its alone."""
    about = tuple(dict.fromkeys(topic.actor.id for topic in topics))
    shared = not bound and is_self_contained(label, named=bool(about)) and bool(key(label))
    return Claim(claim_id(label, statement=None if shared else statement), label, about)


def only_relays(outer: Attribution, inner: Sequence[Attribution], text: str) -> bool:
    """Whether inner attributions cover nearly all the letters that the outer one says."""
    said = {
        offset
        for span in outer.content
        for word in _SPOKEN.finditer(text, span.start, span.end)
        if word[0].lower() != "that"
        for offset in range(*word.span())
    }
    parts = (span for each in inner for span in (*each.content, *each.source, *each.cue))
    covered = {offset for span in parts for offset in range(span.start, span.end)}
    return bool(inner) and len(said & covered) >= _RELAYED_SHARE * len(said)
