"""Rows and what they express → the pages of a folder: one per article, actor, claim and event, and lists."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.domain import ActorKind, Mode, Span
from kg.views.content_rows import NO_CONTENTS, Contents, RowClaim
from kg.views.event_words import days_of
from kg.views.rows import RowActor, RowArticle, StatementRow
from kg.views.segments import lanes, pieces
from kg.views.site_pages import (
    ActorPage,
    ArticlePage,
    Card,
    ClaimPage,
    Entry,
    EventPage,
    Expressed,
    ListPage,
    Part,
    Section,
    Voice,
)
from kg.views.wording import KIND_LOOKS

Thing = TypeVar("Thing")
Key = TypeVar("Key")

FEW_ENTRIES = 40
"""Of each kind on the first page; all are on pages of their own."""


def article_page(
    article: RowArticle, text: str, rows: Sequence[StatementRow], contents: Contents = NO_CONTENTS
) -> ArticlePage:
    """The page of an article, given its statements in text order."""
    cards = [card_of(row, contents) for row in rows]
    said = [card for card in cards if card.row.mode is not Mode.NARRATION]
    markings = [[Span(part.start, part.end) for part in card.row.content] for card in said]
    return ArticlePage(
        article=article,
        pieces=pieces(
            text,
            markings,
            sources=[card.row.source_spans for card in said],
            cues=[card.row.cue_spans for card in said],
        ),
        cards=tuple(said),
        lanes=lanes(markings),
        told=tuple(card for card in cards if card.row.mode is Mode.NARRATION),
    )


def card_of(row: StatementRow, contents: Contents) -> Card:
    """A statement with those of its claims that are known."""
    expressed = (
        Expressed(contents.claims[claim], contents.stances.get((row.id, claim), row.polarity))
        for claim in row.claims
        if claim in contents.claims
    )
    return Card(row, tuple(expressed))


class Site:
    """Everything that pages are made from, sorted once by what it belongs to."""

    def __init__(self, title: str, rows: Sequence[StatementRow], contents: Contents) -> None:
        self.title = title
        self.rows = rows
        self._contents = contents
        self._cards = [card_of(row, contents) for row in rows]
        self._of_article = _grouped(self._cards, lambda card: (card.row.article,))
        self._shelf = {article.id: article for article in self._of_article}
        self._said = _grouped(self._cards, lambda card: card.row.speakers)
        self._heard = _grouped(self._cards, lambda card: card.row.about)
        self._of_claim = _grouped(self._cards, lambda card: (each.claim for each in card.expresses))
        self._of_event = _grouped(self._of_claim, lambda claim: _known(claim.events, contents.events))
        self._of_issue = _grouped(self._of_claim, lambda claim: (claim.issue,) if claim.issue else ())
        self._entailing = _grouped(self._of_claim, lambda claim: claim.entails)
        self._parts: defaultdict[RowActor, list[Part]] = defaultdict(list)
        for event in self._of_event:
            for each in event.participants:
                self._parts[each.actor].append(Part(event, each.role))

    @property
    def articles(self) -> tuple[RowArticle, ...]:
        """Articles with a statement, in the order of the rows."""
        return tuple(self._of_article)

    def article(self, article: RowArticle, text: str) -> ArticlePage:
        """The page of one of the articles."""
        page = article_page(article, text, [card.row for card in self._of_article[article]], self._contents)
        original = self._contents.copies.get(article.id)
        return replace(page, copy_of=self._shelf.get(original)) if original else page

    def actors(self) -> Iterator[ActorPage]:
        """A page for each actor that has a name or a description, the most prominent first."""
        weights = Counter({actor: len(cards) for actor, cards in self._said.items()})
        weights.update({actor: len(cards) for actor, cards in self._heard.items()})
        weights.update(dict.fromkeys(self._parts, 0))
        called = (actor for actor in weights if actor.kind is not ActorKind.UNKNOWN)
        for actor in sorted(called, key=lambda each: (-weights[each], each.name, each.id)):
            yield ActorPage(
                actor,
                tuple(self._said.get(actor, ())),
                tuple(self._heard.get(actor, ())),
                tuple(self._parts.get(actor, ())),
            )

    def claims(self) -> Iterator[ClaimPage]:
        """A page for each claim, those of most voices first."""
        for claim, cards in sorted(self._of_claim.items(), key=lambda item: (-len(item[1]), item[0])):
            yield ClaimPage(
                claim,
                voices=tuple(self._voice(card, claim) for card in cards),
                events=tuple(_known(claim.events, self._contents.events)),
                contradicts=tuple(_known(claim.contradicts, self._contents.claims)),
                entails=tuple(_known(claim.entails, self._contents.claims)),
                entailed_by=tuple(self._entailing.get(claim.id, ())),
                rivals=tuple(each for each in self._of_issue.get(claim.issue, ()) if each.id != claim.id),
            )

    def events(self) -> Iterator[EventPage]:
        """A page for each event, the most told first."""
        for event, claims in sorted(self._of_event.items(), key=lambda item: (-len(item[1]), item[0].id)):
            voices = (self._voice(card, claim) for claim in claims for card in self._of_claim[claim])
            yield EventPage(event, tuple(sorted(claims)), tuple(voices))

    def _voice(self, card: Card, claim: RowClaim) -> Voice:
        stance = next(each.polarity for each in card.expresses if each.claim == claim)
        return Voice(card, stance)

    def lists(self) -> Iterator[tuple[str, ListPage]]:
        """Name and page of the first page and of the list of each kind that occurs."""
        sections = [section for section in self._sections() if section.entries]
        first = tuple(section.first(FEW_ENTRIES) for section in sections)
        yield "index", ListPage(self.title, first, len(self.rows), is_first=True)
        for section in sections:
            yield section.kind, ListPage(section.heading, (section,), len(self.rows))

    def _sections(self) -> Iterator[Section]:
        articles = (
            Entry("articles", article.id, article.title, _source(article), len(cards))
            for article, cards in self._of_article.items()
        )
        yield Section("Articles", "articles", tuple(articles))
        yield Section("Actors", "actors", tuple(map(_actor_entry, self.actors())))
        claims = (
            Entry("claims", p.claim.id, p.claim.label, p.claim.issue, len(p.voices)) for p in self.claims()
        )
        yield Section("Claims", "claims", tuple(claims))
        events = (
            Entry("events", p.event.id, p.event.label, days_of(p.event), len(p.voices)) for p in self.events()
        )
        yield Section("Events", "events", tuple(events))


def _actor_entry(page: ActorPage) -> Entry:
    kind = KIND_LOOKS[page.actor.kind].label
    return Entry("actors", page.actor.id, page.actor.name, kind, len(page.says) + len(page.spoken_of))


def _source(article: RowArticle) -> str:
    return ", ".join(str(each) for each in (article.publisher, article.date) if each)


def _grouped(things: Iterable[Thing], keys_of: Callable[[Thing], Iterable[Key]]) -> dict[Key, list[Thing]]:
    """Things by each of their keys, in the order of their first appearance."""
    groups: dict[Key, list[Thing]] = {}
    for thing in things:
        for each in dict.fromkeys(keys_of(thing)):
            groups.setdefault(each, []).append(thing)
    return groups


def _known(ids: Iterable[str], table: Mapping[str, Thing]) -> Iterator[Thing]:
    return (table[each] for each in ids if each in table)
