"""Claims, events and texts of invented articles, as linking gets them."""

import datetime
from decimal import Decimal

from kg.domain import (
    Assertion,
    Claim,
    Event,
    Happening,
    Participant,
    ParticipantRole,
    Place,
    Polarity,
    Quantity,
    Span,
)
from kg.identity import actor_id, claim_id, event_id, issue_id, place_id
from kg.resolution.labels import is_self_contained

MONDAY = datetime.date(2025, 3, 3)


def number(amount: int, unit: str, *, approximate: bool = False, open_end: bool = False) -> Quantity:
    """So many of a unit; at least so many with an open end."""
    least = Decimal(amount)
    return Quantity(least, None if open_end else least, unit, approximate, Span(0, 1))


def claim(
    label: str, about: str = "", predicate: str = "", quantity: Quantity | None = None, *, of: str = ""
) -> Claim:
    """A claim about the actors named in ``about``, with an issue; ``of`` binds it to a statement."""
    names = tuple(each.strip() for each in about.split(",") if each.strip())
    whole = is_self_contained(label, named=bool(names))
    return Claim(
        claim_id(label, statement=None if whole else of or "statement"),
        label,
        tuple(map(actor_id, names)),
        predicate=predicate,
        quantity=quantity,
        issue=issue_id(predicate, names, quantity.unit if quantity else ""),
    )


def assertion(
    of: Claim,
    article: str = "a",
    *,
    speaker: str = "somebody",
    denied: bool = False,
    day: datetime.date | None = MONDAY,
) -> Assertion:
    """One statement of an article that affirms or denies a claim."""
    polarity = Polarity.DENIES if denied else Polarity.AFFIRMS
    return Assertion(article, f"{article} {speaker} {of.id}", (speaker,), polarity, of, day)


def happening(
    lemma: str,
    agent: str,
    patient: str = "",
    *,
    article: str = "a",
    label: str = "",
    place: str = "",
    day: datetime.date | None = None,
    told: datetime.date | None = MONDAY,
) -> Happening:
    """An event of an article: who does it to whom, on which day."""
    parts = ((agent, ParticipantRole.AGENT), (patient, ParticipantRole.PATIENT))
    participants = tuple(Participant(actor_id(name), role) for name, role in parts if name)
    event = Event(
        event_id(lemma, article, agent, patient, place, str(day)),
        label or f"{agent} {lemma} {patient}",
        lemma,
        participants,
        Place(place_id(place), place) if place else None,
        day,
        day,
    )
    return Happening(article, event, told)
