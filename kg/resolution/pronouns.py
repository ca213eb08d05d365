"""Pronouns: which words they are, and whom they mean, by distance, subject, gender and who spoke last."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.domain import Actor, ActorKind, Span
from kg.resolution.figures import Cast
from kg.resolution.genders import PRONOUN_GENDERS
from kg.resolution.knowledge import word_list
from kg.resolution.names import Name
from kg.resolution.scene import Scene
from kg.resolution.tokens import Token

PERSONAL = word_list("personal")
POSSESSIVE = word_list("possessive")
RELATIVE = word_list("pronouns relative")
PRONOUNS = PERSONAL | POSSESSIVE | RELATIVE | word_list("other pronouns")
FIRST_PERSON = word_list("first person")
PLURAL = word_list("plural")
NEUTER = word_list("neuter")

_MANY = word_list("counting pronouns")
_REACH_SENTENCES = 8
"""How far back a pronoun looks."""
_SPOKE, _FIRST, _OWNS, _QUOTED, _UNSURE = 1.5, 0.7, -0.6, -1.0, -0.8
"""Weights: has spoken; first name of its sentence; only a possessive; inside a quotation; gender unknown."""
_FREQUENT = 0.4
_PLURAL_SINGLE = -1.2
"""For a single unnamed person whom ``they`` may mean, against a group."""
_BEST, _LEAST_LEAD = 0.9, 0.55
"""Probability of a pronoun without rivals, and with one just as good."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who spoke, and where the words for the speaker stand."""

    actor: Actor
    span: Span


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun means, and how surely."""

    actor: Actor
    probability: float


def antecedent(
    pronoun: Token, scene: Scene, spoken: Sequence[Spoken], but: frozenset[str] = frozenset()
) -> Antecedent | None:
    """Whom a pronoun of the third person means; None if nobody fits.

    ``spoken`` are the speakers so far, ``but`` identifiers of actors that cannot be meant.
    """
    fits = _FITS[_number(pronoun)]
    scores: dict[str, float] = {}
    actors: dict[str, Actor] = {}
    for actor, score in (*_named(pronoun, scene), *_speakers(pronoun, scene, spoken)):
        if actor.id in but or actor.kind not in fits or not _agrees(pronoun, actor, scene.cast):
            continue
        actors[actor.id] = actor
        scores[actor.id] = max(scores.get(actor.id, -math.inf), score + fits[actor.kind])
    if not scores:
        return None
    ranked = sorted(scores, key=lambda each: (-scores[each], each))
    lead = scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else math.inf
    return Antecedent(actors[ranked[0]], _probability(lead))


def _probability(lead: float) -> float:
    return _BEST - (_BEST - _LEAST_LEAD) * math.exp(-lead)


def _number(pronoun: Token) -> str:
    numbers = ((_MANY, "many"), (PLURAL, "plural"), (NEUTER, "neuter"))
    return next((number for words, number in numbers if pronoun.text.lower() in words), "single")


_FITS: dict[str, dict[ActorKind, float]] = {
    "single": {ActorKind.PERSON: 0.0, ActorKind.ANONYMOUS: 0.0},
    "plural": {
        ActorKind.GROUP: 1.0,
        ActorKind.ORGANIZATION: 0.0,
        ActorKind.GOVERNMENT: -0.5,
        ActorKind.ANONYMOUS: _PLURAL_SINGLE,
        ActorKind.DOCUMENT: -1.0,
    },
    "many": {ActorKind.GROUP: 0.0},
    "neuter": {
        ActorKind.ORGANIZATION: 0.5,
        ActorKind.GOVERNMENT: 0.0,
        ActorKind.DOCUMENT: 0.5,
        ActorKind.GROUP: -0.5,
    },
}
"""Which kinds of actors a pronoun may mean, and how readily."""


def _agrees(pronoun: Token, actor: Actor, cast: Cast) -> bool:
    wanted = PRONOUN_GENDERS.get(pronoun.text.lower(), "")
    figure = cast.figure(actor.id)
    return not wanted or figure is None or figure.gender in (wanted, "")


def _named(pronoun: Token, scene: Scene) -> Iterator[tuple[Actor, float]]:
    wanted = PRONOUN_GENDERS.get(pronoun.text.lower(), "")
    seen: set[int] = set()
    for name in scene.cast.names:
        sentence = scene.tokens[name.first].sentence
        distance = pronoun.sentence - sentence
        if name.first >= pronoun.index or distance > _REACH_SENTENCES:
            continue
        figure = scene.cast.owner(name)
        score = -float(distance) + _FREQUENT * math.log(len(figure.names))
        score += _FIRST * (sentence not in seen) + _OWNS * name.possessive + _OWNS * name.attributive
        score += _UNSURE * bool(wanted and not figure.gender)
        score += _QUOTED * _differently_quoted(name, pronoun, scene.quotations)
        seen.add(sentence)
        yield figure.actor, score


def _differently_quoted(name: Name, pronoun: Token, quotations: Sequence[Span]) -> bool:
    return any(
        span.start <= name.span.start < span.end and not span.start <= pronoun.start < span.end
        for span in quotations
    )


def _speakers(pronoun: Token, scene: Scene, spoken: Sequence[Spoken]) -> Iterator[tuple[Actor, float]]:
    for each in spoken:
        distance = pronoun.sentence - scene.tokens.sentence_at(each.span.start)
        if each.span.start < pronoun.start and 0 <= distance <= _REACH_SENTENCES:
            figure = scene.cast.figure(each.actor.id)
            frequency = math.log(len(figure.names)) if figure else 0.0
            yield each.actor, _SPOKE - distance + _FREQUENT * frequency
