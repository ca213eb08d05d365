"""How alike two claims are: few features that a person can check, weighed by logistic regression."""

import functools
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.domain import Claim
from kg.resolution import knowledge
from kg.resolution.knowledge import word_list
from kg.resolution.meanings import Meanings
from kg.resolution.stems import stem
from kg.resolution.wordings import Time, Wording, wording

SYNONYM = 0.9
"""Likeness of two words of one class of synonyms."""
_MANY = 3
"""So many words without a partner are as bad as more."""
_MATCHED = 0.6
"""Likeness from which on a word has a partner."""
_CLASHES = frozenset(
    {
        frozenset({Time.DONE, Time.AHEAD}),
        frozenset({Time.DONE, Time.DUTY}),
        frozenset({Time.AHEAD, Time.DUTY}),
    }
)
_MUTUAL = frozenset(map(stem, word_list("mutual verbs")))
"""Stems of verbs whose two sides may change places."""


@dataclass(frozen=True, slots=True)
class Side:
    """A claim as it is compared."""

    claim: Claim
    wording: Wording

    @classmethod
    def of(cls, claim: Claim) -> "Side":
        """A claim with its words taken apart."""
        return cls(claim, wording(claim.label, claim.predicate))


def unshared_words(one: Side, other: Side) -> Iterator[str]:
    """The words, as they stand, of either that the other lacks: their meanings have to be learnt."""
    for mine, theirs in ((one, other), (other, one)):
        yield from (word for key, word in mine.wording.words.items() if key not in theirs.wording.words)


def features(one: Side, other: Side, cosine: float, meanings: Meanings) -> dict[str, float]:
    """What speaks for and against two claims being one, by name; 0 where nothing tells.

    ``cosine`` is the likeness of the two labels; ``meanings`` knows their unshared words.
    """
    mine, theirs = one.wording, other.wording
    partners = [_partners(mine, theirs, meanings), _partners(theirs, mine, meanings)]
    covers = sorted(sum(each) / len(each) if each else 1.0 for each in partners)
    alone = [sum(likeness < _MATCHED for likeness in each) for each in partners]
    return {
        "cosine": cosine,
        "least cover": covers[0],
        "most cover": covers[1],
        "alone on both sides": min(*alone, _MANY),
        "alone on one side": min(max(alone), _MANY),
        "shared names": _share(mine.names, theirs.names),
        "other names": float(_differ(mine.names, theirs.names)),
        "same about": _share(frozenset(one.claim.about), frozenset(other.claim.about)),
        "other about": float(_differ(frozenset(one.claim.about), frozenset(other.claim.about))),
        "other dates": float(_exclude(mine.calendar, theirs.calendar)),
        "other figures": float(_exclude(mine.figures, theirs.figures)),
        "other quantifiers": float(_exclude(mine.quantifiers, theirs.quantifiers)),
        "other time": float(frozenset({mine.time, theirs.time}) in _CLASHES),
        "changed places": float(_changed_places(one, other)),
        "same predicate": float(_same_predicate(one, other)),
        "antonym": float(bool(antonyms_between(mine, theirs))),
    }


def probability(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """By logistic regression; the weight of ``""`` is the constant."""
    score = weights[""] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return round(1 / (1 + math.exp(-score)), 4)


def _partners(mine: Wording, theirs: Wording, meanings: Meanings) -> list[float]:
    """For each content word the likeness of the likeliest one of the other wording."""
    return [
        1.0
        if key in theirs.words
        else max((_alike(word, each, meanings) for each in theirs.words.values()), default=0.0)
        for key, word in mine.words.items()
    ]


def _alike(one: str, other: str, meanings: Meanings) -> float:
    if classes_of(one) & classes_of(other):
        return SYNONYM
    return min(SYNONYM, meanings.likeness(one, other)) if meanings.knows(one, other) else 0.0


@functools.cache
def _classes() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, words in enumerate(knowledge.synonyms()):
        for word in words:
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def classes_of(word: str) -> frozenset[int]:
    """Numbers of the classes of synonyms that hold a word in any of its forms."""
    return _classes().get(stem(word), frozenset())


def _share(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Of the smaller of two sets the share that the other holds, 0–1."""
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def _differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether each has something that the other lacks."""
    return bool(mine - theirs) and bool(theirs - mine)


def _exclude(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both tell something, and nothing in common."""
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _same_predicate(one: Side, other: Side) -> bool:
    """Whether the main verb of either, or a word of its class, stands in the other."""
    return any(
        stem(mine.claim.predicate) in theirs.wording.words
        or any(classes_of(mine.claim.predicate) & classes_of(word) for word in theirs.wording.words)
        for mine, theirs in ((one, other), (other, one))
    )


def _changed_places(one: Side, other: Side) -> bool:
    """Whether who does it to whom is the other way round, with the same verb."""
    verb, mine, theirs = stem(one.claim.predicate), one.wording, other.wording
    if verb != stem(other.claim.predicate) or verb in _MUTUAL:
        return False
    return bool(mine.doers & theirs.others) and bool(mine.others & theirs.doers)


@functools.cache
def _opposites() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sides in knowledge.antonyms():
        for mine, theirs in (sides, sides[::-1]):
            for word in mine:
                found.setdefault(stem(word), set()).update(map(stem, theirs))
    return {word: frozenset(others) for word, others in found.items()}


def antonyms_between(mine: Wording, theirs: Wording) -> tuple[tuple[str, str], ...]:
    """Stems of the one of which the other has the opposite and not the word itself, with that opposite."""
    ours, yours = mine.stems - theirs.stems, theirs.stems - mine.stems
    return tuple(
        sorted((word, each) for word in ours for each in _opposites().get(word, frozenset()) & yours)
    )
