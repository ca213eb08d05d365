"""A small published graph of two invented articles, for tests that need a database."""

import datetime
from dataclasses import replace
from pathlib import Path

from kg.domain import (
    Actor,
    ActorKind,
    Article,
    Certainty,
    Claim,
    Event,
    Issue,
    Mode,
    Participant,
    ParticipantRole,
    Place,
    Polarity,
    ResolvedArticle,
    Span,
    Stance,
    Statement,
)
from kg.identity import actor_id, claim_id, event_id, issue_id, place_id, statement_id, unnamed_source_id
from kg.store.database import Database
from kg.store.snapshot import Snapshot
from tests.fakes import article

MARCHUK = Actor(actor_id("Olena Marchuk"), ActorKind.PERSON, "Olena Marchuk")
NORTHLAND = Actor(actor_id("Northland"), ActorKind.GOVERNMENT, "Northland")

REBUILDING = Event(
    event_id("rebuild"),
    "rebuilding of the bridges",
    participants=(
        Participant(MARCHUK.id, ParticipantRole.AGENT),
        Participant(NORTHLAND.id, ParticipantRole.OTHER),
    ),
    place=Place(place_id("Seld"), "Seld"),
    earliest=datetime.date(2031, 5, 2),
    factuality=-0.5,
)
WHO_PAYS = Issue(issue_id("pay", ("Northland",), ""), "Who pays?")

FIRST_TEXT = (
    "📍 “We will rebuild,” Olena Marchuk said on Friday, “and Northland will pay.” Northland denied that."
)
SECOND_TEXT = "Officials said that Olena Marchuk met Northland’s envoy."


def first_article() -> ResolvedArticle:
    """Marchuk, in two parts; Northland's denial."""
    text = article(
        FIRST_TEXT, name="first", title="Rebuilding", date=datetime.date(2031, 3, 4), publisher="Seld Times"
    )
    resolved = _resolved(
        text,
        (MARCHUK, NORTHLAND),
        [
            (
                ("We will rebuild,", "and Northland will pay."),
                "Olena Marchuk",
                "said",
                MARCHUK,
                Polarity.AFFIRMS,
                Mode.DIRECT,
            ),
            (("that",), "Northland denied"[:9], "denied", NORTHLAND, Polarity.DENIES, Mode.INDIRECT),
        ],
    )
    rebuilt, paid = resolved.claims
    claims = (
        replace(rebuilt, events=(REBUILDING.id,), issue=WHO_PAYS.id),
        replace(paid, issue=WHO_PAYS.id),
    )
    return replace(resolved, claims=claims, events=(REBUILDING,), issues=(WHO_PAYS,))


def second_article() -> ResolvedArticle:
    """Unnamed officials."""
    text = article(SECOND_TEXT, name="second", title="A meeting", url="https://news.example/2")
    officials = Actor(unnamed_source_id(text.id, "Officials"), ActorKind.GROUP, "Officials")
    found = [
        (
            ("that Olena Marchuk met Northland’s envoy",),
            "Officials",
            "said",
            officials,
            Polarity.AFFIRMS,
            Mode.INDIRECT,
        )
    ]
    return _resolved(text, (MARCHUK, NORTHLAND, officials), found)


def published(folder: Path) -> Snapshot:
    """Both articles in a database, published and open for reading."""
    with Database.open(folder) as database:
        for resolved in (first_article(), second_article()):
            database.replace(resolved, fingerprint="f")
        database.publish()
    return Snapshot.open(folder)


def _resolved(text: Article, actors, found) -> ResolvedArticle:
    statements, claims = [], []
    for contents, source, cue, speaker, polarity, mode in found:
        words = " ".join(contents)
        statement = statement_id(text.id, words, 0)
        claim = Claim(
            claim_id(words, statement=statement), words, tuple(a.id for a in actors if a is not speaker)
        )
        claims.append(claim)
        statements.append(
            Statement(
                id=statement,
                content=tuple(_span(text.text, part) for part in contents),
                source=(_span(text.text, source),),
                cue=(_span(text.text, cue),),
                mode=mode,
                polarity=polarity,
                certainty=Certainty.UNSPECIFIED,
                speakers=(speaker.id,),
                probability=0.875,
                stances=(Stance(claim.id, polarity),),
            )
        )
    return ResolvedArticle(text, "test-1", actors, (), tuple(statements), tuple(claims))


def _span(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))
