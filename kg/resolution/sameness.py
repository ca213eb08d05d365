"""Whether two actors of different articles are the same, with the evidence in words."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from kg.domain import Actor, ActorKind
from kg.identity import key
from kg.resolution import knowledge
from kg.resolution.forms import is_acronym, is_suffix
from kg.resolution.knowledge import word_list
from kg.resolution.transliteration import skeleton

_SAME_LETTERS, _SPELLING, _MIDDLE, _SHORT_GIVEN, _NEAR = 0.97, 0.95, 0.92, 0.85, 0.82
"""Probability for persons: equal letters, equal in transliteration, one middle name more, a short form of the
given name, a given name one or two letters away."""
_EQUAL_BODY, _EXPLAINED = 0.95, 0.9
"""Probability for bodies: equal names, an acronym that an article explains."""
_NEAR_SIMILARITY = 0.85
_NEAR_LENGTH = 6
"""From this length on a given name may differ by a letter and still be the same."""
_COMPANY_ENDINGS = word_list("company endings")


@dataclass(frozen=True, slots=True)
class Evidence:
    """How sure it is that two actors are one, and why."""

    probability: float
    words: str


@dataclass(frozen=True, slots=True)
class _PersonName:
    first: str
    middle: tuple[str, ...]
    last: str
    generation: str

    @classmethod
    def of(cls, name: str) -> "_PersonName | None":
        """A full name taken apart; None for a single name, which says too little."""
        words = name.replace(",", " ").split()
        plain = [skeleton(word) for word in words if not is_suffix(word)]
        generation = next((word.rstrip(".").lower() for word in words if is_suffix(word)), "")
        if len(plain) < 2 or not all(plain):
            return None
        return cls(plain[0], tuple(plain[1:-1]), plain[-1], generation)


def block_keys(actor: Actor) -> frozenset[str]:
    """Keys under which an actor is compared: two actors without a common one are never the same."""
    if actor.kind == ActorKind.PERSON:
        return frozenset(f"person {name.last}" for name in _person_names(actor))
    return frozenset(f"body {name}" for name in _body_names(actor))


def compare(one: Actor, other: Actor) -> Evidence | None:
    """The evidence that two named actors are the same; None if they are not, or nothing tells."""
    if (one.kind == ActorKind.PERSON) != (other.kind == ActorKind.PERSON):
        return None
    return _compare_persons(one, other) if one.kind == ActorKind.PERSON else _compare_bodies(one, other)


def _person_names(actor: Actor) -> Iterator[_PersonName]:
    for name in (actor.name, *actor.aliases):
        parsed = _PersonName.of(name)
        if parsed is not None and not name.startswith("@"):
            yield parsed


def _compare_persons(one: Actor, other: Actor) -> Evidence | None:
    mine, theirs = _PersonName.of(one.name), _PersonName.of(other.name)
    if mine is None or theirs is None or mine.generation != theirs.generation or mine.last != theirs.last:
        return None
    if not _middles_agree(mine.middle, theirs.middle):
        return None
    given = _compare_given(mine.first, theirs.first)
    if given is None:
        return None
    same_letters = key(one.name) == key(other.name)
    probability = _SAME_LETTERS if same_letters else given.probability
    if mine.middle != theirs.middle:
        probability = min(probability, _MIDDLE)
    return Evidence(probability, f"{given.words}, equal last name: {_both(one, other)}")


def _both(one: Actor, other: Actor) -> str:
    return " = ".join(sorted((one.name, other.name)))


def _middles_agree(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Equal, missing on one side, or an initial of the other."""
    if not mine or not theirs:
        return True
    return len(mine) == len(theirs) and all(
        a.startswith(b) or b.startswith(a) for a, b in zip(mine, theirs, strict=True)
    )


def _compare_given(mine: str, theirs: str) -> Evidence | None:
    if mine == theirs:
        return Evidence(_SPELLING, "equal given name")
    if any({mine, theirs} <= group for group in _short_forms()):
        return Evidence(_SHORT_GIVEN, "short form of the given name")
    near = DamerauLevenshtein.normalized_similarity(mine, theirs) >= _NEAR_SIMILARITY
    if near and min(len(mine), len(theirs)) >= _NEAR_LENGTH and mine[-1] == theirs[-1]:
        return Evidence(_NEAR, "given name spelled alike")
    return None


@functools.cache
def _short_forms() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(skeleton, group)) for group in knowledge.short_given_names())


def _body_names(actor: Actor) -> frozenset[str]:
    return frozenset(_body_key(name) for name in (actor.name, *actor.aliases)) - {""}


def _body_key(name: str) -> str:
    """The key of a body's name without a leading article, the dots of an acronym and a company's ending."""
    full = knowledge.institutions().get(name, (name, None))[0]
    words = key(full.replace(".", "") if " " not in full else full).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[-1] in _COMPANY_ENDINGS:
        words = words[:-1]
    return " ".join(words)


def _compare_bodies(one: Actor, other: Actor) -> Evidence | None:
    if _body_key(one.name) == _body_key(other.name):
        return Evidence(_EQUAL_BODY, f"equal name: {_both(one, other)}")
    for short, full in ((one, other), (other, one)):
        explained = _body_key(short.name) in {_body_key(alias) for alias in full.aliases}
        if explained and is_acronym(short.name, full.name):
            return Evidence(_EXPLAINED, f"acronym that an article explains: {_both(one, other)}")
    return None
