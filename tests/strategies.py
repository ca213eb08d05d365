"""Random records for property tests: articles with everything the graph can hold, in canonical order."""

import datetime
import string

from hypothesis import strategies as st

from kg.domain import (
    Actor,
    ActorKind,
    ActorMention,
    Article,
    Certainty,
    Claim,
    Event,
    Mode,
    Polarity,
    ResolutionMethod,
    ResolvedArticle,
    Span,
    Statement,
)
from kg.identity import actor_id, article_id, claim_id, event_id, statement_id, text_sha256, unnamed_source_id

NAMES = ("Olena Marchuk", "Karl Brandt", "Northland", "Eastmark", "Sea Watch", "Лі Мін", "李敏宰")
DESCRIPTIONS = ("a Western official", "reports", "two sources", "the author", "somebody")

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=40)
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=12, max_size=80)
days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
probabilities = st.integers(0, 10_000).map(lambda number: number / 10_000)
urls = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=8).map(
    "https://news.example/{}".format
)


def spans(text: str) -> st.SearchStrategy[Span]:
    """Spans of a text of at least two characters."""
    bounds = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)
    return bounds.map(sorted).map(lambda pair: Span(*pair))


def _tuples(elements: st.SearchStrategy, *, least: int = 0, most: int = 3) -> st.SearchStrategy[tuple]:
    return st.lists(elements, min_size=least, max_size=most, unique=True).map(
        lambda found: tuple(sorted(found))
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles with any mixture of metadata."""
    text = draw(texts)
    url = draw(st.none() | urls)
    date = draw(st.none() | days)
    return Article(
        id=article_id(url=url, text=text),
        name=draw(words),
        path=draw(words),
        text=text,
        text_sha256=text_sha256(text),
        title=draw(words),
        date=date,
        date_origin=date and draw(st.sampled_from(("sidecar", "record", "html"))),
        url=url,
        publisher=draw(st.none() | st.sampled_from(("Valdene Courier", *NAMES))),
        author=draw(st.none() | words),
        language=draw(st.none() | st.sampled_from(("en", "uk", "zh-Hant"))),
    )


@st.composite
def actors(draw: st.DrawFn, article: str) -> tuple[Actor, ...]:
    """One to five actors of an article, named and unnamed, sorted by identifier."""
    named = draw(_tuples(st.sampled_from(NAMES), least=1))
    unnamed = draw(_tuples(st.sampled_from(DESCRIPTIONS), most=2))
    kinds = {True: [], False: []}
    for kind in ActorKind:
        kinds[kind.is_named].append(kind)
    made = [
        *(
            Actor(actor_id(name), draw(st.sampled_from(kinds[True])), name, draw(_tuples(words)))
            for name in named
        ),
        *(
            Actor(unnamed_source_id(article, description), draw(st.sampled_from(kinds[False])), description)
            for description in unnamed
        ),
    ]
    return tuple(sorted(made, key=lambda actor: actor.id))


@st.composite
def resolved_articles(draw: st.DrawFn) -> ResolvedArticle:
    """Closed, in canonical order, every actor mentioned: what comes back from the graph as it went in."""
    article = draw(articles())
    people = draw(actors(article.id))
    ids = st.sampled_from([actor.id for actor in people])
    places = draw(st.lists(spans(article.text), min_size=len(people), max_size=len(people), unique=True))
    mentions = [
        ActorMention(place, actor.id, draw(st.sampled_from(ResolutionMethod)), draw(probabilities))
        for place, actor in zip(places, people, strict=True)
    ]
    events = draw(st.lists(_events(ids), max_size=2, unique_by=lambda event: event.id))
    claims = draw(st.lists(_claims(ids, events), max_size=3, unique_by=lambda claim: claim.id))
    statements = draw(st.lists(_statements(article, ids, claims), max_size=4, unique_by=lambda each: each.id))
    return ResolvedArticle(
        article=article,
        reader_version="fake-1",
        actors=people,
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        statements=tuple(sorted(statements, key=lambda each: (each.content, each.id))),
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        events=tuple(sorted(events, key=lambda event: event.id)),
    )


def _events(ids: st.SearchStrategy[str]) -> st.SearchStrategy[Event]:
    return st.builds(
        lambda label, participants, first, last: Event(event_id(label), label, participants, first, last),
        words,
        _tuples(ids),
        st.none() | days,
        st.none() | days,
    )


def _claims(ids: st.SearchStrategy[str], events: list[Event]) -> st.SearchStrategy[Claim]:
    reported = _tuples(st.sampled_from([event.id for event in events])) if events else st.just(())
    return st.builds(
        lambda label, about, asserted: Claim(claim_id(label, statement=None), label, about, asserted),
        words,
        _tuples(ids),
        reported,
    )


@st.composite
def _statements(
    draw: st.DrawFn, article: Article, ids: st.SearchStrategy[str], claims: list[Claim]
) -> Statement:
    content = draw(_tuples(spans(article.text), least=1, most=2))
    said = " ".join(span.of(article.text) for span in content)
    return Statement(
        id=statement_id(article.id, said, draw(st.integers(0, 3))),
        content=content,
        source=draw(_tuples(spans(article.text), most=1)),
        cue=draw(_tuples(spans(article.text), most=2)),
        mode=draw(st.sampled_from(Mode)),
        polarity=draw(st.sampled_from(Polarity)),
        certainty=draw(st.sampled_from(Certainty)),
        speakers=draw(_tuples(ids, least=1, most=4)),
        probability=draw(probabilities),
        claim_id=draw(st.none() | st.sampled_from([claim.id for claim in claims])) if claims else None,
        embedded_in=draw(st.none() | st.just(statement_id(article.id, "outer", 0))),
        informed_by=draw(_tuples(ids, most=1)),
        said_on=draw(st.none() | days),
    )
