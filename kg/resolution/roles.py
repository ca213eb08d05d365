"""Which role the article gives to whom, so that ``the governor`` finds the person again."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.domain import Actor, ActorKind
from kg.resolution import knowledge
from kg.resolution.figures import Cast
from kg.resolution.knowledge import word_list
from kg.resolution.names import Name
from kg.resolution.tokens import Token, Tokens

_STOPS = word_list("stops")
_SPEAKING = word_list("speaking")
_APPOSITION_WORDS = 8
_MODIFIERS = 5
_SYNONYMS = {
    "lawmaker": frozenset({"senator", "representative", "congressman", "congresswoman", "legislator"}),
    "legislator": frozenset({"senator", "representative", "congressman", "congresswoman", "lawmaker"}),
    "congressman": frozenset({"representative"}),
    "congresswoman": frozenset({"representative"}),
    "nominee": frozenset({"candidate"}),
    "candidate": frozenset({"nominee"}),
    "spokesperson": frozenset({"spokesman", "spokeswoman"}),
    "judge": frozenset({"justice"}),
    "justice": frozenset({"judge"}),
    "attorney": frozenset({"lawyer"}),
    "lawyer": frozenset({"attorney"}),
}
_PARTIES = {"gop": "republican", "democrat": "democratic", "tory": "conservative"}
"""Words for one party, each with the one that stands for all."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role that the article gives to a person at one place."""

    noun: str
    modifiers: frozenset[str]
    """Lower-case words before the noun: ``republican``, ``vice``."""
    actor: Actor
    index: int
    """Of the token where the person is named."""


def find_roles(tokens: Tokens, cast: Cast) -> tuple[Role, ...]:
    """All roles of named persons, in text order: titles, nouns before the name, appositions."""
    return tuple(
        role
        for name in cast.names
        if cast.owner(name).actor.kind == ActorKind.PERSON
        for noun, modifiers in _roles_of(name, tokens)
        for role in [Role(noun, frozenset(modifiers), cast.owner(name).actor, name.first)]
    )


def _roles_of(name: Name, tokens: Tokens) -> Iterator[tuple[str, Iterable[str]]]:
    held = [knowledge.titles()[title].role for title in name.titles]
    begin = name.first - len(name.titles)
    if any(held):
        named = [role for role in held if role]
        yield named[-1], (*named[:-1], *_modifiers_before(begin, tokens))
    elif begin and _is_role(tokens[begin - 1]) and tokens[begin].gap in (" ", ", "):
        yield tokens[begin - 1].text.lower(), _modifiers_before(begin - 1, tokens)
    yield from _apposed(name, tokens)


def _modifiers_before(index: int, tokens: Tokens) -> Iterator[str]:
    """The words right before a noun, back to the next determiner, preposition or mark."""
    for place in range(index - 1, max(index - 1 - _MODIFIERS, -1), -1):
        token = tokens[place]
        if tokens[place + 1].gap != " " or token.text.lower() in _STOPS or token.possessive:
            return
        yield token.text.lower()


def _apposed(name: Name, tokens: Tokens) -> Iterator[tuple[str, Iterable[str]]]:
    """``Name, the Republican governor of …``."""
    following = tokens[name.last + 1 : name.last + 1 + _APPOSITION_WORDS]
    if not following or not following[0].gap.startswith(","):
        return
    for place, token in enumerate(following):
        if place and (token.gap != " " or (token.text in _STOPS and place > 1)):
            return
        if token.text in _SPEAKING:
            return
        if _is_role(token) and not (place + 1 < len(following) and _is_role(following[place + 1])):
            yield token.text.lower(), _modifiers_before(token.index, tokens)
            return


def _is_role(token: Token) -> bool:
    return not token.capital and knowledge.nouns().get(token.text) == "person"


def holder(noun: str, modifiers: Sequence[str], index: int, roles: Iterable[Role]) -> Role | None:
    """The role that a description at token ``index`` means: best fitting, then nearest before it.

    Who is told apart by a place or a party that the article does not give to the holder must be the only one.
    """
    wanted = noun.lower()
    fitting = [
        role
        for role in roles
        if role.index < index
        and (role.noun == wanted or role.noun in _SYNONYMS.get(wanted, ()))
        and not _contradict(frozenset(modifiers), role.modifiers)
    ]
    best = max(fitting, key=lambda role: (len(role.modifiers & set(modifiers)), role.index), default=None)
    if best is None or best.modifiers & set(modifiers) or not _sides(frozenset(modifiers)):
        return best
    return best if len({role.actor.id for role in fitting}) == 1 else None


def named_later(noun: str, modifiers: Sequence[str], index: int, roles: Iterable[Role]) -> Role | None:
    """The role of the one who has it, if named only after token ``index``: ``A judge … Judge Ann Cole``."""
    wanted = noun.lower()
    same = [role for role in roles if role.noun == wanted or role.noun in _SYNONYMS.get(wanted, ())]
    alone = len({role.actor.id for role in same}) == 1 and all(role.index > index for role in same)
    fits = alone and not any(_contradict(frozenset(modifiers), role.modifiers) for role in same)
    return same[0] if fits else None


def fit(noun: str, modifiers: Sequence[str], index: int, held: Iterable[Role]) -> str:
    """How a description at token ``index`` fits the roles that one person has held so far."""
    before = [role for role in held if role.index < index]
    same = [role for role in before if role.noun == noun or role.noun in _SYNONYMS.get(noun, ())]
    if not same:
        return "another" if before else "untold"
    if all(_contradict(frozenset(modifiers), role.modifiers) for role in same):
        return "contradicts"
    return "in full" if any(role.modifiers & set(modifiers) for role in same) else "fits"


def _contradict(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name a party or a people, or both a place or a state, and not the same."""
    mine, theirs = _sides(one), _sides(other)
    apart = any(
        (mine & kind) and (theirs & kind) and not mine & theirs & kind for kind in (_places(), _parties())
    )
    return apart or ("vice" in one) != ("vice" in other)


def _sides(modifiers: frozenset[str]) -> frozenset[str]:
    """The modifiers that tell which one of several holders is meant; states by one name each."""
    known = _known_sides()
    return frozenset(_PARTIES.get(known[word], known[word]) for word in modifiers if word in known)


@functools.cache
def _places() -> frozenset[str]:
    """The sides that are places and states."""
    states = (state.name for state in knowledge.states())
    return frozenset((*(place.lower() for place in knowledge.places()), *states))


@functools.cache
def _parties() -> frozenset[str]:
    """The sides that are none."""
    return frozenset({*_known_sides().values(), *_PARTIES.values()}) - _places()


@functools.cache
def _known_sides() -> dict[str, str]:
    """Lower-case words for parties, peoples, states and places, each with what it stands for."""
    plain = (*knowledge.collectives(), *knowledge.places(), "deputy", "GOP")
    states = {**knowledge.state_by_name(), **knowledge.state_by_demonym()}
    return {word.lower(): word.lower() for word in plain} | {
        word.lower(): state for word, state in states.items()
    }
