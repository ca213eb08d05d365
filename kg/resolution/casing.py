"""Whether a capital makes a name: how the word is written elsewhere and in English, or seen."""

import re
from collections import Counter

from kg.resolution import knowledge
from kg.resolution.knowledge import word_list
from kg.resolution.seen import Seen
from kg.resolution.tokens import Token, Tokens

FUNCTION_WORDS = word_list("function words")
_CALENDAR = word_list("calendar")
_CLOCK = word_list("clock")
_ACRONYMS = frozenset({"US", "UN", "WHO"})
"""Upper-case words that are names although they read as function words in lower case."""
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?$")
_NEGATED = re.compile("n['’]t$")
_PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z]")
_ENDINGS = (("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("ly", ""))
_DERIVED = re.compile(
    r"\w{3}(?:tion|sion|ment|ness|ity|ism|ist|ance|ence|ship|able|ible|less|ous|ive|[ts]tor|ster|tter|nder)s?$"
    r"|\w{4}(?:ing|ed|ly|ers|ors)$"
)
"""Endings of common words; a name with one is taken for a word only where its capital says nothing."""
_SHORT_PART = 3
"""Longest lower-case part of a name with hyphens: Jong-un, Commander-in-Chief; not Russian-backed."""


class Casing:
    """What the capitals of one article are worth."""

    def __init__(self, tokens: Tokens, seen: Seen | None = None) -> None:
        self._seen = seen or Seen()
        cased = [token for token in tokens if not token.uncased]
        self._capital = Counter(token.text.casefold() for token in cased if token.capital)
        self._lower = Counter(token.text.casefold() for token in tokens if not token.capital)
        self._pairs = {
            (tokens[token.index - 1].text, token.text)
            for token in cased
            if token.capital and token.index and not tokens[token.index - 1].uncased
        }

    def is_name(self, token: Token) -> bool:
        """Whether ``token`` may be a word of a name."""
        if not token.capital:
            return False
        if _is_tag(token.text):
            return False
        if not _may_name(token.text):
            return self._is_seen(token) and (_is_acronym(token.text) or not _is_function_word(token))
        return not token.uncased or self._is_name_elsewhere(token.text) or self._is_seen(token)

    def _is_seen(self, token: Token) -> bool:
        """Whether the reader sees the name of a person or a body here."""
        return self._seen.actor_at(token.span) is not None

    def is_pair(self, first: Token, second: Token) -> bool:
        """Whether the two words stand side by side inside a sentence, both with a capital."""
        return first.capital and (first.text, second.text) in self._pairs

    def _is_name_elsewhere(self, word: str) -> bool:
        folded = word.casefold()
        if self._capital[folded] != self._lower[folded]:
            return self._capital[folded] > self._lower[folded]
        return _is_known(word) or not _is_common(folded)


def _is_tag(word: str) -> bool:
    """Whether a word is no name however it is seen: ``R-Utah``, ``EDT``."""
    return bool(_PARTY_AND_STATE.match(word)) or (word.isupper() and word.lower() in _CLOCK)


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _is_function_word(token: Token) -> bool:
    """Whether a word is one; ``May`` and ``Will`` inside a sentence are none, ``I`` is."""
    told = token.uncased or len(token.text) == 1
    return told and token.text.casefold() in FUNCTION_WORDS


def _may_name(word: str) -> bool:
    folded = word.casefold()
    if word in _ACRONYMS or _DOTTED.match(word):
        return True
    if folded in FUNCTION_WORDS or folded in _CALENDAR or folded.rstrip(".") in _CALENDAR:
        return False
    if re.split("['’]", folded)[0] in FUNCTION_WORDS:
        return False
    if _NEGATED.search(folded):
        return False
    _, *parts = re.split("[-‐‑]", word)
    return all(not part.islower() or len(part) <= _SHORT_PART for part in parts)


def _is_common(folded: str) -> bool:
    """Whether a word or what it is a form of is usually written in lower case."""
    stems = (folded.removesuffix(ending) + rest for ending, rest in _ENDINGS if folded.endswith(ending))
    known = any(word in knowledge.common_words() or word in knowledge.nouns() for word in (folded, *stems))
    return known or _DERIVED.search(folded) is not None


def _is_known(word: str) -> bool:
    return (
        word in knowledge.given_names()
        or word in knowledge.titles()
        or word in knowledge.state_by_name()
        or word in knowledge.state_by_capital()
        or word in knowledge.state_by_demonym()
        or word in knowledge.institutions()
        or word in knowledge.places()
        or word in knowledge.collectives()
    )
