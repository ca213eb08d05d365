"""Names as people type them: "zelensky", "N. Korea", "US", without accents, misspelt by a letter.

The rules below are tried in order; the first by which anything matches decides, and all that match by it
are meant (two Clintons are both asked about). Names come before descriptions.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from kg.errors import UnknownNameError
from kg.identity import key
from kg.transliteration import skeleton

LEAST_LIKENESS = 77.0
"""Of 100: "volodimir" is 78 like "volodymyr", "iran" is 75 like "iraq"."""

SHORTEST_FUZZY = 4
"""A shorter word is not misspelt but another one: "UN", "UK"."""

LEAST_NEARNESS = 60.0
"""Of 100: whom to offer for a name that is not there; "marchuc" is 73 near to "olena marchuk"."""

MOST_OFFERED = 3

_SMALL_WORDS = frozenset({"a", "an", "and", "for", "of", "the"})
_INITIALS = re.compile(r"\b(?:\w )+\w\b")


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """Something of the graph that can be asked for by a name."""

    name: str
    """The preferred one."""
    iri: str
    others: tuple[str, ...] = ()
    is_named: bool = True
    """False for a source that an article only describes: "an aide to Zelensky" is not Zelensky."""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All named things of one kind: actors, or articles."""

    kind: str
    """In the words of an error message: ``actor``, ``article``."""
    entries: tuple[Named, ...]

    @classmethod
    def of(cls, kind: str, rows: Iterable[tuple[str, str, str | None, bool]]) -> "NameIndex":
        """From rows of IRI, preferred name, another name and ``is_named``; one row per other name."""
        others: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
        for iri, name, other, is_named in rows:
            others[name, iri, is_named].update({other} if other else ())
        entries = (
            Named(name, iri, tuple(sorted(found)), is_named)
            for (name, iri, is_named), found in others.items()
        )
        return cls(kind, tuple(sorted(entries)))

    def find(self, asked: str) -> tuple[Named, ...]:
        """All that ``asked`` can mean; never empty. Raises ``UnknownNameError`` with the nearest names."""
        found = self._found_by(_RULES, asked)
        if not found:
            raise self.missed(asked)
        return found

    def search(self, asked: str) -> tuple[Named, ...]:
        """All that ``asked`` can mean, and all with its words in a name or a description, in any spelling.

        Never empty. Raises ``UnknownNameError`` with the nearest names.
        """
        spelled = (entry for entry in self.entries if _has_words(entry, asked))
        found = {*self._found_by(_RULES, asked), *spelled}
        if not found:
            raise self.missed(asked)
        return tuple(sorted(found))

    def called(self, asked: str) -> tuple[Named, ...]:
        """All whose preferred name it is; may be empty."""
        return self._found_by((_by_preferred_name,), asked)

    def find_surely(self, asked: str) -> tuple[Named, ...]:
        """All that have ``asked`` as a name or as words of one, not what is only like it; may be empty."""
        return self._found_by(_SURE_RULES, asked)

    def _found_by(self, rules: Iterable["Rule"], asked: str) -> tuple[Named, ...]:
        words = folded(asked)
        for rule in rules:
            found = rule(words, self.entries) if words else ()
            if found:
                return tuple(sorted(entry for entry in found if entry.is_named) or sorted(found))
        return ()

    def missed(self, asked: str) -> UnknownNameError:
        """The error for a name that nothing here has; it offers the nearest."""
        names = (entry.name for entry in self.entries)
        return UnknownNameError(self.kind, asked, names, nearest=self.nearest(asked))

    def nearest(self, asked: str) -> list[str]:
        """At most three names that are like it: of named things first, the likest first."""
        scores = {entry: _nearness(folded(asked), entry) for entry in self.entries}
        near = (entry for entry, score in scores.items() if score >= LEAST_NEARNESS)
        ordered = sorted(near, key=lambda entry: (not entry.is_named, -scores[entry], entry.name))
        return list(dict.fromkeys(entry.name for entry in ordered))[:MOST_OFFERED]


def _nearness(asked: str, entry: Named) -> float:
    """How near one of an entry's names is, 0 to 100: half its words, each with its likest, half the whole."""
    names = [folded(name) for name in (entry.name, *entry.others)]
    return max((_mean_likeness(asked.split(), name.split()) + fuzz.ratio(asked, name)) / 2 for name in names)


def _mean_likeness(words: Sequence[str], others: Sequence[str]) -> float:
    best = [max((fuzz.ratio(word, other) for other in others), default=0.0) for word in words]
    return sum(best) / len(best) if best else 0.0


@lru_cache(maxsize=100_000)
def folded(words: str) -> str:
    """Words without case, accents, script, punctuation and leading article; initials are one word.

    >>> folded("The U.S."), folded("Zélensky"), folded("N. Korea")
    ('us', 'zelensky', 'n korea')
    """
    plain = key(anyascii(words)).removeprefix("the ")
    return _INITIALS.sub(lambda found: found[0].replace(" ", ""), plain)


def initials(words: str) -> str:
    """The first letters of folded words, without the small ones.

    >>> initials("office of the president")
    'op'
    """
    return "".join(word[0] for word in words.split() if word not in _SMALL_WORDS)


Rule = Callable[[str, Iterable[Named]], list[Named]]


def _any_name(test: Callable[[str, str], bool]) -> Rule:
    """The rule by which an entry is meant if the test holds for one of its names."""

    def rule(asked: str, entries: Iterable[Named]) -> list[Named]:
        return [
            entry
            for entry in entries
            if any(test(asked, folded(name)) for name in (entry.name, *entry.others))
        ]

    return rule


def _by_preferred_name(asked: str, entries: Iterable[Named]) -> list[Named]:
    return [entry for entry in entries if folded(entry.name) == asked]


def _is_part(asked: str, name: str) -> bool:
    return set(asked.split()) <= set(name.split())


def _has_words(entry: Named, asked: str) -> bool:
    """Whether all the words are among those of one name, transliterations of a word being one."""
    wanted = _spellings(asked)
    return bool(wanted) and any(wanted <= _spellings(name) for name in (entry.name, *entry.others))


@lru_cache(maxsize=100_000)
def _spellings(words: str) -> frozenset[str]:
    return frozenset(map(skeleton, words.split())) - {""}


def _is_short(asked: str, name: str) -> bool:
    """Whether one abbreviates the other: "n korea", "us" for "united states", or the other way round."""
    return _abbreviates(asked, name) or _abbreviates(name, asked)


def _abbreviates(short: str, full: str) -> bool:
    if len(short) > 1 and short == initials(full):
        return True
    words, wholes = short.split(), full.split()
    return len(words) == len(wholes) > 1 and all(
        whole == word or (len(word) == 1 and whole.startswith(word))
        for word, whole in zip(words, wholes, strict=True)
    )


def _by_likeness(asked: str, entries: Iterable[Named]) -> list[Named]:
    """The entries most like it, word by word, if they are like it at all."""
    scores = {
        entry: max(_likeness(asked, folded(name)) for name in (entry.name, *entry.others))
        for entry in entries
    }
    best = max(scores.values(), default=0.0)
    return [entry for entry, score in scores.items() if score == best >= LEAST_LIKENESS]


def _likeness(asked: str, name: str) -> float:
    """How like the least like word of ``asked`` is to a word of the name, 0 to 100."""
    return min(
        max((_word_likeness(word, other) for other in name.split()), default=0.0) for word in asked.split()
    )


def _word_likeness(word: str, other: str) -> float:
    if min(len(word), len(other)) < SHORTEST_FUZZY:
        return 100.0 * (word == other)
    return fuzz.ratio(word, other)


_SURE_RULES: tuple[Rule, ...] = (_by_preferred_name, _any_name(str.__eq__), _any_name(_is_part))

_RULES: tuple[Rule, ...] = (*_SURE_RULES, _any_name(_is_short), _by_likeness)
