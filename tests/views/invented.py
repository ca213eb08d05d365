"""Invented rows of any number: few actors speak often, many once, in sentences as long as in the news.

Actors follow a Zipf law with a bend; the most prominent of ten thousand statements makes some three in a
hundred of them. Statements have 8 to 60 words, about 20 as a rule.
"""

import dataclasses
import datetime
import itertools
import random

from kg.domain import ActorKind, Certainty, Mode, ParticipantRole, Polarity
from kg.identity import actor_id, digest, unnamed_source_id
from kg.views.content_rows import Contents, RowClaim, RowEvent, RowParticipant
from kg.views.rows import ContentPart, Context, RowActor, RowArticle, StatementRow

_FIRST = [
    "Olena",
    "Karl",
    "Min-jae",
    "Aiko",
    "Tomás",
    "Ingrid",
    "Desta",
    "Ruth",
    "Emeka",
    "Sólveig",
    "Pavel",
    "Noor",
    "Łucja",
    "Hana",
    "Giorgos",
    "Mireille",
]
_LAST = [
    "Marchuk",
    "Brandt",
    "Lee",
    "Morita",
    "Ferreira",
    "Dahl",
    "Abebe",
    "Okafor",
    "Whitlock",
    "Jónsdóttir",
    "Novák",
    "Haddad",
    "Wiśniewska",
    "Sato",
    "Papadakis",
    "Lefèvre",
    "Quist",
    "Ibarra",
    "Tanaka",
    "Oduya",
]
_GOVERNMENTS = ["Northland", "Eastmark", "Valdene", "Sorovia", "Ketara", "Ulmen", "Port-Seld", "Marrow"]
_BODIES = [
    "National Intelligence Agency",
    "Defence Ministry",
    "Red Harbour Council",
    "Valdene Central Bank",
    "Grain Board",
    "Seld Times",
]
_UNNAMED = {
    ActorKind.ANONYMOUS: ["a Western official", "the spokesman", "a senior aide"],
    ActorKind.GROUP: ["officials", "analysts", "residents of Hill 40", "reports"],
    ActorKind.DOCUMENT: ["the report", "an internal memo"],
    ActorKind.UNKNOWN: ["unknown"],
    ActorKind.AUTHOR: ["the author"],
}
_CUES = {
    Polarity.AFFIRMS: ["said", "told reporters", "according to", "warned", "claims"],
    Polarity.DENIES: ["denied", "dismissed"],
    Polarity.UNCOMMITTED: ["asked", "wondered"],
}
_VERBS = [
    "will send",
    "has sent",
    "is training",
    "met",
    "would not accept",
    "had promised",
    "may withdraw",
    "is rebuilding",
]
_OBJECTS = [
    "another 12,000 troops to Hill 40",
    "the grain ships",
    "its engineers",
    "the new budget",
    "lawmakers in Valdene",
    "the border crossing at Seld",
    "three hospitals near the river",
    "the treaty of the lakes",
]
_SYLLABLES = [
    "ba",
    "den",
    "fi",
    "gor",
    "hal",
    "ka",
    "lim",
    "mo",
    "nar",
    "pe",
    "quo",
    "ris",
    "sto",
    "tu",
    "vel",
]
_BEND = 5
"""Ranks that differ little at the head of the Zipf law."""


def make_rows(count: int, *, seed: int = 7) -> list[StatementRow]:
    """``count`` rows; the same ones for the same seed."""
    dice = random.Random(seed)
    world = _World.of(_named_actors(max(6, count // 5), dice), dice)
    articles = [_article(number) for number in range(max(2, count // 9))]
    return [_row(number, dice, world, dice.choice(articles)) for number in range(count)]


@dataclasses.dataclass(frozen=True)
class _World:
    """Who there is and which words there are, the frequent first."""

    actors: list[RowActor]
    actor_weights: list[float]
    words: list[str]
    word_weights: list[float]

    @classmethod
    def of(cls, actors: list[RowActor], dice: random.Random) -> "_World":
        found = ("".join(dice.choices(_SYLLABLES, k=dice.choice([1, 2, 2, 3, 4]))) for _ in range(6000))
        words = list(dict.fromkeys(found))
        return cls(actors, _zipf(len(actors), 0.95), words, _zipf(len(words), 1.0))

    def actor(self, dice: random.Random) -> RowActor:
        return dice.choices(self.actors, cum_weights=self.actor_weights)[0]

    def prose(self, dice: random.Random, count: int) -> str:
        return " ".join(dice.choices(self.words, cum_weights=self.word_weights, k=count))


def _zipf(count: int, exponent: float) -> list[float]:
    return list(itertools.accumulate((rank + _BEND) ** -exponent for rank in range(count)))


def _named_actors(count: int, dice: random.Random) -> list[RowActor]:
    actors = [_actor(name, ActorKind.GOVERNMENT) for name in _GOVERNMENTS]
    actors += [_actor(name, ActorKind.ORGANIZATION) for name in _BODIES]
    for number in range(count):
        suffix = f" {number // 300 + 1}." if number >= 300 else ""
        actors.append(
            _actor(f"{_FIRST[number % 16]} {_LAST[(number // 16 + number) % 20]}{suffix}", ActorKind.PERSON)
        )
    unique = list(dict.fromkeys(actors))
    dice.shuffle(unique)
    return unique


def _actor(name: str, kind: ActorKind) -> RowActor:
    return RowActor(actor_id(name), name, kind)


def _article(number: int) -> RowArticle:
    return RowArticle(
        id=digest("article", str(number)),
        name=f"{number:03d}",
        title=f"{_GOVERNMENTS[number % 8]} asks {_GOVERNMENTS[number * 3 % 7]} about {_OBJECTS[number % 8]}",
        text_sha256=f"{number:064x}",
        date=datetime.date(2031, 1, 1) + datetime.timedelta(days=number % 365) if number % 5 else None,
        url=f"https://news.example/{number}" if number % 3 else None,
        publisher="Seld Times" if number % 2 else None,
    )


def _speaker(dice: random.Random, world: _World, article: RowArticle) -> RowActor:
    if dice.random() < 0.78:
        return world.actor(dice)
    kind = dice.choice(list(_UNNAMED))
    name = dice.choice(_UNNAMED[kind])
    return RowActor(unnamed_source_id(article.id, name), name, kind)


def _row(number: int, dice: random.Random, world: _World, article: RowArticle) -> StatementRow:
    about = sorted({world.actor(dice) for _ in range(dice.choice([0, 1, 1, 1, 2, 3]))})
    polarity = dice.choices(list(Polarity), [8, 2, 1])[0]
    subject = about[0].name if about else "Nobody"
    words = (
        f"{subject} {dice.choice(_VERBS)} {dice.choice(_OBJECTS)} before the winter of {2030 + number % 9}"
        f" {world.prose(dice, min(48, int(dice.lognormvariate(1.9, 0.8))))}".rstrip()
    )
    start = dice.randrange(0, 4000)
    parts = [ContentPart(start, start + len(words), words)]
    gaps: tuple[str, ...] = ()
    if dice.random() < 0.15:
        second = "and that is all there is to it"
        gaps = (",” he said, “",)
        parts.append(
            ContentPart(parts[0].end + len(gaps[0]), parts[0].end + len(gaps[0]) + len(second), second)
        )
    return StatementRow(
        id=digest("statement", str(number)),
        speakers=(_speaker(dice, world, article),),
        about=tuple(about),
        mode=dice.choice([Mode.DIRECT, Mode.INDIRECT, Mode.INDIRECT, Mode.MIXED]),
        polarity=polarity,
        certainty=dice.choice(list(Certainty)),
        probability=round(dice.betavariate(5, 1.6), 3),
        cue=dice.choice(_CUES[polarity]),
        source="he",
        content=tuple(parts),
        article=article,
        claims=(digest("claim", words),),
        context=Context(f"…{world.prose(dice, 22)[-110:]} ", gaps, f" {world.prose(dice, 22)[:110]}…"),
    )


def make_contents(rows: list[StatementRow], *, seed: int = 7) -> Contents:
    """What the rows express: of ten statements three tell of an event, a few events are told by many."""
    dice = random.Random(seed)
    actors = sorted({actor for row in rows for actor in row.about})
    events = [_event(number, dice, actors) for number in range(max(2, len(rows) // 5))]
    weights = _zipf(len(events), 0.9)
    claims = {}
    for row in rows:
        told = dice.choices(events, cum_weights=weights)[0].id if dice.random() < 0.3 else None
        for claim in row.claims:
            claims[claim] = RowClaim(claim, row.words, events=(told,) if told else ())
    return Contents(claims, {event.id: event for event in events}, {}, {})


def _event(number: int, dice: random.Random, actors: list[RowActor]) -> RowEvent:
    day = datetime.date(2031, 1, 1) + datetime.timedelta(days=dice.randrange(500))
    parts = sorted({dice.choice(actors) for _ in range(dice.choice([0, 1, 2, 2, 3]))}) if actors else []
    return RowEvent(
        id=digest("event", str(number)),
        label=f"{dice.choice(_GOVERNMENTS)} {dice.choice(_VERBS)} {dice.choice(_OBJECTS)} ({number})",
        place=dice.choice(["", "", "Seld", "Marrow"]),
        earliest=day if dice.random() < 0.5 else None,
        latest=day if dice.random() < 0.3 else None,
        factuality=dice.choice([None, -3.0, -1.0, 0.0, 1.0, 3.0]),
        participants=tuple(RowParticipant(actor, dice.choice(list(ParticipantRole))) for actor in parts),
    )


def with_everywhere(row: StatementRow, payload: str) -> StatementRow:
    """The row with ``payload`` in each of its texts."""
    actor = RowActor(payload, payload, ActorKind.PERSON)
    other = RowActor(f"{payload}2", f"{payload} too", ActorKind.ORGANIZATION)
    return dataclasses.replace(
        row,
        id=payload,
        speakers=(actor,),
        about=(other,),
        cue=payload,
        source=payload,
        content=(ContentPart(0, len(payload), payload), ContentPart(900, 900 + len(payload), payload)),
        context=Context(payload, (payload,), payload),
        article=RowArticle(payload, payload, payload, payload, url=payload, publisher=payload),
        claims=(payload,),
    )
