"""Random records: articles with everything the graph can hold, in the order in which the graph gives it back.

They are drawn from a seed, in plain Python: a hundred times faster than drawing each field by hypothesis,
and the same generator makes articles of any size for the tests of durability and speed.
"""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from kg.domain import (
    Actor,
    ActorKind,
    ActorMention,
    Article,
    Certainty,
    Claim,
    CueClass,
    Event,
    Issue,
    Mode,
    Participant,
    ParticipantRole,
    Place,
    Polarity,
    Quantity,
    ResolutionMethod,
    ResolvedArticle,
    Span,
    Stance,
    Statement,
)
from kg.identity import (
    actor_id,
    article_id,
    claim_id,
    event_id,
    issue_id,
    place_id,
    statement_id,
    text_sha256,
    unnamed_source_id,
)

Some = TypeVar("Some")

NAMES = ("Olena Marchuk", "Karl Brandt", "Northland", "Eastmark", "Sea Watch", "Лі Мін", "李敏宰")
DESCRIPTIONS = ("a Western official", "reports", "two sources", "the author", "somebody")
PLACES = ("Seld", "Hill 40", "Порт", "李")
AWKWARD = "abcdef    .,'\"\\<>{}&=+-@#\n\r\t\x01\x0b\x7f\u2028“é\u0301李😀\U0010ffff"
"""Characters that some format has to escape, among plain ones."""

_NAMED = tuple(kind for kind in ActorKind if kind.is_named)
_UNNAMED = tuple(kind for kind in ActorKind if not kind.is_named)


def words(random: Random, most: int = 12) -> str:
    """One to ``most`` characters, awkward ones among them."""
    return "".join(random.choices(AWKWARD, k=random.randint(1, most)))


def _some(random: Random, items: Sequence[Some], least: int, most: int) -> list[Some]:
    most = min(most, len(items))
    return random.sample(items, random.randint(min(least, most), most))


def _maybe(random: Random, value: Some) -> Some | None:
    return value if random.random() < 0.5 else None


def _day(random: Random) -> datetime.date:
    return datetime.date(1900, 1, 1) + datetime.timedelta(days=random.randrange(73_000))


def _probability(random: Random) -> float:
    return random.randint(0, 10_000) / 10_000


def _spans(random: Random, text: str, least: int, most: int) -> tuple[Span, ...]:
    found = {
        Span(*sorted(random.sample(range(len(text) + 1), 2))) for _ in range(random.randint(least, most))
    }
    return tuple(sorted(found))


def random_article(random: Random, *, length: int = 24) -> Article:
    """An article with any mixture of metadata."""
    text = "".join(random.choices(AWKWARD, k=length))
    url = _maybe(random, f"https://news.example/{random.randrange(10**9)}")
    date = _maybe(random, _day(random))
    return Article(
        id=article_id(url=url, text=text),
        name=words(random),
        path=words(random),
        text=text,
        text_sha256=text_sha256(text),
        title=words(random),
        date=date,
        date_origin=date and random.choice(("sidecar", "record", "html")),
        url=url,
        publisher=_maybe(random, random.choice(("Valdene Courier", *NAMES))),
        author=_maybe(random, words(random)),
        language=_maybe(random, random.choice(("en", "uk", "zh-Hant"))),
    )


def random_actors(random: Random, article: str) -> tuple[Actor, ...]:
    """One to five actors, named and unnamed, sorted by identifier."""
    made = [
        *(
            Actor(
                actor_id(name), random.choice(_NAMED), name, tuple(sorted({words(random) for _ in range(2)}))
            )
            for name in _some(random, NAMES, 1, 3)
        ),
        *(
            Actor(unnamed_source_id(article, description), random.choice(_UNNAMED), description)
            for description in _some(random, DESCRIPTIONS, 0, 2)
        ),
    ]
    return tuple(sorted(made, key=lambda actor: actor.id))


def random_resolved(random: Random, *, statements: int = 4, length: int = 24) -> ResolvedArticle:
    """A closed article with up to so many statements, every actor mentioned once."""
    article = random_article(random, length=length)
    actors = random_actors(random, article.id)
    ids = [actor.id for actor in actors]
    events = {event.id: event for event in (_event(random, ids) for _ in range(statements // 2))}
    issues = {issue.id: issue for issue in (_issue(random) for _ in range(statements // 2))}
    made = (_claim(random, article, ids, list(events), list(issues)) for _ in range(statements))
    claims = {claim.id: claim for claim in made}
    said = [_statement(random, article, ids, list(claims)) for _ in range(statements)]
    return ResolvedArticle(
        article=article,
        reader_version="fake-1",
        actors=actors,
        mentions=_mentions(random, article, actors),
        statements=tuple(
            sorted({each.id: each for each in said}.values(), key=lambda each: (each.content, each.id))
        ),
        claims=tuple(sorted(claims.values(), key=lambda claim: claim.id)),
        events=tuple(sorted(events.values(), key=lambda event: event.id)),
        issues=tuple(sorted(issues.values(), key=lambda issue: issue.id)),
    )


def _mentions(random: Random, article: Article, actors: Sequence[Actor]) -> tuple[ActorMention, ...]:
    starts = sorted(random.sample(range(len(article.text)), len(actors)))
    return tuple(
        ActorMention(
            Span(start, start + 1),
            actor.id,
            random.choice(list(ResolutionMethod)),
            _probability(random),
            role=random.choice(["", words(random)]),
        )
        for start, actor in zip(starts, actors, strict=True)
    )


def _event(random: Random, ids: Sequence[str]) -> Event:
    label = words(random)
    return Event(
        id=event_id(label),
        label=label,
        lemma=random.choice(("", words(random))),
        participants=tuple(
            Participant(each, random.choice(list(ParticipantRole)))
            for each in sorted(_some(random, ids, 0, 2))
        ),
        place=_maybe(random, _place(random)),
        earliest=_maybe(random, _day(random)),
        latest=_maybe(random, _day(random)),
        factuality=_maybe(random, random.randint(-30_000, 30_000) / 10_000),
    )


def _place(random: Random) -> Place:
    name = random.choice(PLACES)
    return Place(place_id(name), name)


def _issue(random: Random) -> Issue:
    label = words(random)
    return Issue(issue_id(label, (), ""), label)


def _quantity(random: Random, text: str) -> Quantity:
    bounds = sorted(Decimal(random.randint(-(10**9), 10**9)) / 10 ** random.randint(0, 4) for _ in range(2))
    least, most = random.choice(((bounds[0], bounds[1]), (bounds[0], None), (None, bounds[1])))
    (span,) = _spans(random, text, 1, 1)
    return Quantity(least, most, random.choice(("", "soldier", "%", "USD")), random.random() < 0.5, span)


def _claim(
    random: Random, article: Article, ids: Sequence[str], events: Sequence[str], issues: Sequence[str]
) -> Claim:
    label = words(random, 40)
    return Claim(
        id=claim_id(label, statement=None),
        label=label,
        about=tuple(sorted(_some(random, ids, 0, 2))),
        events=tuple(sorted(_some(random, events, 0, 1))),
        predicate=random.choice(("", words(random))),
        quantity=_maybe(random, _quantity(random, article.text)),
        issue=_maybe(random, random.choice(issues)) if issues else None,
    )


def _statement(random: Random, article: Article, ids: Sequence[str], claims: Sequence[str]) -> Statement:
    content = _spans(random, article.text, 1, 2)
    polarities = list(Polarity)
    said = " ".join(span.of(article.text) for span in content)
    return Statement(
        id=statement_id(article.id, said, random.randrange(3)),
        content=content,
        source=_spans(random, article.text, 0, 1),
        cue=_spans(random, article.text, 0, 2),
        mode=random.choice(list(Mode)),
        polarity=random.choice(polarities),
        certainty=random.choice(list(Certainty)),
        speakers=tuple(sorted(_some(random, ids, 1, 4))),
        probability=_probability(random),
        stances=tuple(
            Stance(each, random.choice(polarities)) for each in sorted(_some(random, claims, 0, 3))
        ),
        embedded_in=_maybe(random, statement_id(article.id, "outer", 0)),
        informed_by=tuple(sorted(_some(random, ids, 0, 1))),
        said_on=_maybe(random, _day(random)),
        cue_class=_maybe(random, random.choice(list(CueClass))),
        replies_to=_maybe(random, statement_id(article.id, "answered", 0)),
    )


seeds = st.integers(0, 2**32)


def resolved_articles() -> st.SearchStrategy[ResolvedArticle]:
    """Resolved articles that come back from the graph as they went in."""
    return seeds.map(lambda seed: random_resolved(Random(seed)))
