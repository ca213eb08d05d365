"""The question to which a claim with a number is one of several possible answers."""

from collections.abc import Iterable

from kg.domain import Actor, Issue, Quantity
from kg.identity import issue_id
from kg.resolution.inflection import plural
from kg.resolution.wordings import wording

_CURRENCY_LENGTH = 3


def issue_of(label: str, predicate: str, quantity: Quantity | None, about: Iterable[Actor]) -> Issue | None:
    """The issue of a claim that counts something, says what is so and speaks of somebody named.

    Without a name every article's "14 people died" would answer one question; by verb and name alone, every
    poll would. Which wordings ask the same is for ``rival_numbers`` to say.
    """
    names = tuple(sorted({actor.name for actor in about if actor.kind.is_named}))
    if quantity is None or not quantity.unit or not predicate or not names:
        return None
    question = f"{_question(quantity.unit)}: {', '.join(names)} · {predicate}"
    return Issue(issue_id(predicate, names, quantity.unit, *wording(label, predicate).words), question)


def _question(unit: str) -> str:
    """What is asked about a number with this unit.

    >>> _question("soldier"), _question("USD"), _question("%")
    ('How many soldiers', 'How much in USD', 'What share')
    """
    if unit == "%":
        return "What share"
    if unit.isupper() and len(unit) == _CURRENCY_LENGTH:
        return f"How much in {unit}"
    *before, last = unit.split()
    return f"How many {' '.join((*before, plural(last)))}"
