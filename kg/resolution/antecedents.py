"""Whom a pronoun means: candidates weighed by a log-linear model.

The probability of a candidate is proportional to the exponential of the sum of the weights of its
features; "nobody of them" is one more candidate. The weights were fitted by ``training/antecedents.py``.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.domain import Actor
from kg.resolution.candidates import Anaphor, Hearsay, candidates, context
from kg.resolution.knowledge import antecedent_weights
from kg.resolution.pronouns import Form, Number
from kg.resolution.scene import Scene

_LEAST = 0.4
"""Least probability of an antecedent, below which nobody is meant."""
_LEAST_OF_A_SPEAKER = {Number.ONE: 0.2, Number.THING: 0.1, Number.ROLE: 0.25}
"""The same for a pronoun that speaks, and for a role (``the businessman``): they are rarely nobody known.
A role of something, ``the head of a board``, is more often somebody new."""
_LEAST_UNNAMED = 0.05
"""The same where a source without a name is meant: to be wrong there accuses nobody."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun means, and how surely."""

    actor: Actor
    probability: float


def antecedent(
    anaphor: Anaphor, scene: Scene, heard: Hearsay, *, is_source: bool = False
) -> Antecedent | None:
    """The likeliest actor who is meant by a pronoun of the third person or a description; None if nobody is.

    Its probability leaves room for "nobody of them", which is likely for "it" and inside contents.
    """
    number = anaphor.number
    weights = antecedent_weights()[Number.MANY if number == Number.SOME else number]
    found = candidates(anaphor, scene, heard)
    if not found:
        return None
    scores = [_score(each.features, weights) for each in found]
    nobody = _score(context(anaphor, scene, is_source=is_source), weights)
    best = max(range(len(found)), key=lambda place: (scores[place], -place))
    share = _share(scores[best], [*scores, nobody])
    enough = share >= (_least_of_a_speaker(anaphor, found[best].actor) if is_source else _LEAST)
    return Antecedent(found[best].actor, share) if enough else None


def _least_of_a_speaker(anaphor: Anaphor, actor: Actor) -> float:
    if anaphor.form != Form.DESCRIPTION and not actor.kind.is_named:
        return _LEAST_UNNAMED
    return _LEAST if anaphor.complemented else _LEAST_OF_A_SPEAKER.get(anaphor.number, _LEAST)


def _score(features: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(each, 0.0) for each in features)


def _share(score: float, scores: Iterable[float]) -> float:
    return 1 / sum(math.exp(other - score) for other in scores)
