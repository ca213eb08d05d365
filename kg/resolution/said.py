"""What one attribution comes to: its statement, its speakers, whom it speaks of, and what it claims."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.domain import Actor, Attribution, Claim, Issue, Statement
from kg.resolution.about import Topic
from kg.resolution.claims import Expressed
from kg.resolution.speakers import Turn


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution, or a piece of the article's own voice, with all that was found out about it."""

    attribution: Attribution
    turn: Turn
    topics: tuple[Topic, ...]
    """Every mention of an actor in its words."""
    statement: Statement
    expressed: tuple[Expressed, ...] = ()


def actors_of(said: Iterable[Said]) -> dict[str, Actor]:
    """Everybody who speaks, informs or is spoken of in a claim, by identifier."""
    used: dict[str, Actor] = {}
    for each in said:
        for actor in (*(voice.actor for voice in each.turn.voices), *each.turn.informants):
            used.setdefault(actor.id, actor)
        for expressed in each.expressed:
            for topic in expressed.topics:
                used.setdefault(topic.actor.id, topic.actor)
    return used


def claims_of(said: Iterable[Said]) -> tuple[Claim, ...]:
    """Every claim once; of one that is made twice the first, with the events of both."""
    claims: dict[str, Claim] = {}
    for each in said:
        for claim in (expressed.claim for expressed in each.expressed):
            first = claims.setdefault(claim.id, claim)
            claims[claim.id] = replace(first, events=tuple(dict.fromkeys((*first.events, *claim.events))))
    return tuple(claims.values())


def issues_of(said: Iterable[Said]) -> tuple[Issue, ...]:
    """Every issue once, in the order of the claims that address it."""
    found = (expressed.issue for each in said for expressed in each.expressed)
    return tuple({issue.id: issue for issue in found if issue}.values())
