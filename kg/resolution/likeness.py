"""How alike two claims are: few features that a person can check, weighed by logistic regression."""

import functools
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.domain import Claim
from kg.identity import claim_id
from kg.resolution import knowledge
from kg.resolution.knowledge import word_list
from kg.resolution.meanings import Meanings
from kg.resolution.stems import stem
from kg.resolution.wordings import Time, Wording, wording

SYNONYM = 0.9
"""Likeness of two words of one class of synonyms."""
_MANY = 3
"""So many words without a partner are as bad as more."""
MATCHED = 0.6
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


_UNSETTLING = word_list("unsettling")
"""Words under which a claim says less than its other words: it leaves a choice, or makes a condition."""


@dataclass(frozen=True, slots=True)
class Side:
    """A claim as it is compared."""

    claim: Claim
    wording: Wording
    text: str
    """The label, after the actors that it is about without naming them: what is compared by meaning."""
    about: frozenset[str]
    places: frozenset[str]
    """Names in its words that are none of an actor it is about."""
    is_whole: bool
    """Whether it means the same without its article."""

    @classmethod
    def of(cls, claim: Claim) -> "Side":
        """A claim with its words taken apart."""
        words = wording(claim.label, claim.predicate)
        told = {word for actor in claim.about for word in actor.split("-")}
        places = frozenset(name for name in words.names if not told.issuperset(name.split()))
        whole = claim.id == claim_id(claim.label, statement=None)
        return cls(claim, words, _with_actors(claim, words), frozenset(claim.about), places, whole)

    def shares_a_name(self, other: "Side") -> bool:
        """Whether both speak of one actor or name."""
        return not (self.about | self.wording.names).isdisjoint(other.about | other.wording.names)

    def without(self, stems: Iterable[str]) -> "Side":
        """The claim as if it did not say some words."""
        gone = frozenset(stems)
        words = {key: word for key, word in self.wording.words.items() if key not in gone}
        return replace(self, wording=replace(self.wording, words=words))


def _with_actors(claim: Claim, words: Wording) -> str:
    """The label after the names of actors that only its pronouns and descriptions mean."""
    said = {word for name in words.names for word in name.split()}
    names = [actor.rpartition("-")[0].split("-") for actor in claim.about]
    meant = [" ".join(name).title() for name in names if any(name) and said.isdisjoint(name)]
    return f"{', '.join(meant)}: {claim.label}" if meant else claim.label


def unshared_words(one: Side, other: Side) -> Iterator[str]:
    """The words, as they stand, of either that the other lacks: their meanings have to be learnt."""
    for mine, theirs in ((one, other), (other, one)):
        yield from (word for key, word in mine.wording.words.items() if key not in theirs.wording.words)


def features(one: Side, other: Side, cosine: float, meanings: Meanings) -> dict[str, float]:
    """What speaks for and against two claims being one, by name; 0 where nothing tells.

    ``cosine`` is the likeness of the two labels; ``meanings`` knows their unshared words.
    """
    mine, theirs = one.wording, other.wording
    likenesses = [partners(mine, theirs, meanings), partners(theirs, mine, meanings)]
    covers = [sum(each) / len(each) if each else 1.0 for each in likenesses]
    alone = [sum(likeness < MATCHED for likeness in each) for each in likenesses]
    numbers = one.claim.quantity is not None and other.claim.quantity is not None
    return {
        "cosine": cosine,
        "most cover": max(covers),
        "alone on both sides": min(*alone, _MANY),
        "alone on one side": min(max(alone), _MANY),
        "other names": float(_differ(one.places, other.places)),
        "other about": float(_other_about(one, other)),
        "other dates": float(any(map(_exclude, mine.dates, theirs.dates))),
        "other figures": float(_exclude(mine.figures, theirs.figures)),
        "other quantifiers": float(_exclude(mine.quantifiers, theirs.quantifiers)),
        "only if": float(bool(_UNSETTLING & mine.stems) != bool(_UNSETTLING & theirs.stems)),
        "other time": float(frozenset({mine.time, theirs.time}) in _CLASHES),
        "changed places": float(_changed_places(one, other)),
        "same predicate": float(_same_predicate(one, other)),
        "numbers": float(numbers),
        "numbers in one frame": float(numbers and _same_frame(one, other)),
        "antonym": float(bool(antonyms_between(mine, theirs))),
    }


def probability(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """By logistic regression; the weight of ``""`` is the constant."""
    score = weights[""] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return round(1 / (1 + math.exp(-score)), 4)


def partners(mine: Wording, theirs: Wording, meanings: Meanings) -> list[float]:
    """For each content word of the first the likeness of the likeliest one of the other wording, 0–1."""
    alone = [word for key, word in mine.words.items() if key not in theirs.words]
    found = [1.0] * (len(mine.words) - len(alone))
    if not alone or not theirs.words:
        return found + [0.0] * len(alone)
    others = list(theirs.words.values())
    classes = frozenset[int]().union(*map(_classes_of, others))
    likeliest = meanings.table(alone, others).max(axis=1)
    for word, likeness in zip(alone, likeliest, strict=True):
        found.append(min(SYNONYM, SYNONYM if _classes_of(word) & classes else float(likeness)))
    return found


def _numbered(classes: Iterable[Iterable[str]]) -> Mapping[str, frozenset[int]]:
    """Numbers of the classes that hold a word, by its stem."""
    found: dict[str, set[int]] = {}
    for number, words in enumerate(classes):
        for word in words:
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@functools.cache
def _synonyms() -> Mapping[str, frozenset[int]]:
    return _numbered(knowledge.synonyms())


@functools.cache
def _frames() -> Mapping[str, frozenset[int]]:
    return _numbered(knowledge.frames())


def _classes_of(word: str) -> frozenset[int]:
    return _synonyms().get(stem(word), frozenset())


def are_synonyms(one: str, other: str) -> bool:
    """Whether a class of synonyms holds both words, in any of their forms."""
    return not _classes_of(one).isdisjoint(_classes_of(other))


def frames_of(word: str) -> frozenset[int]:
    """Numbers of the frames that hold a word in any of its forms, or its stem."""
    return _frames().get(stem(word), frozenset())


def _same_frame(one: Side, other: Side) -> bool:
    """Whether a frame holds a word of both."""
    mine, theirs = (
        {number for word in (side.claim.predicate, *side.wording.words) for number in frames_of(word)}
        for side in (one, other)
    )
    return not mine.isdisjoint(theirs)


def _differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether each has something that the other lacks."""
    return bool(mine - theirs) and bool(theirs - mine)


def _other_about(one: Side, other: Side) -> bool:
    """Whether each is about somebody of whom the other does not speak; with pronouns that is not known."""
    shared = not one.about.isdisjoint(other.about)
    known = (one.is_whole and other.is_whole) or not shared
    return known and _differ(one.about, other.about)


def _exclude(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both tell something, and nothing in common."""
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _same_predicate(one: Side, other: Side) -> bool:
    """Whether the main verb of either, or a word of its class, stands in the other."""
    return any(
        stem(mine.claim.predicate) in theirs.wording.words
        or any(are_synonyms(mine.claim.predicate, word) for word in theirs.wording.words)
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
