"""From triples back to records: the other direction of ``kg.store.conversion``.

What is a set in the graph comes back sorted: spans by offset, statements by their first word, everything
else by identifier. A graph that breaks the ontology raises ``ValueError`` with the term that does.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

from pyoxigraph import NamedNode, Triple

from kg.domain import (
    Actor,
    ActorKind,
    ActorMention,
    Article,
    Claim,
    Event,
    Issue,
    Participant,
    ParticipantRole,
    Place,
    Quantity,
    ResolvedArticle,
    Span,
    Stance,
    Statement,
)
from kg.store.addresses import Addresses, Kind
from kg.store.conversion import actor_home
from kg.store.terms import (
    ACTOR_CLASSES,
    CERTAINTIES,
    CUE_CLASSES,
    MODES,
    PARTS,
    POLARITIES,
    RESOLUTIONS,
    STANCES,
    Member,
    Term,
    iri_of,
    member_of,
    text_of,
)
from kg.store.vocabulary import DCTERMS, KG, OA, RDF, RDFS, SKOS

Value = TypeVar("Value")

_ACTOR_KINDS = {NamedNode(iri): kind for kind, iri in ACTOR_CLASSES.items()}


def resolved_article(
    triples: Iterable[Triple], addresses: Addresses, *, path: str, reader_version: str
) -> ResolvedArticle:
    """The records of an article's graph; the text is empty, ``Article.text_sha256`` tells which it was."""
    graph = ArticleGraph(triples, addresses)
    (article,) = graph.of_type(KG.Article)
    return ResolvedArticle(
        article=graph.article(article, path),
        reader_version=reader_version,
        actors=tuple(sorted(graph.actors(), key=lambda actor: actor.id)),
        mentions=tuple(sorted(graph.mentions(), key=lambda mention: mention.span)),
        statements=tuple(
            sorted(
                map(graph.statement, graph.of_type(KG.Statement)), key=lambda each: (each.content, each.id)
            )
        ),
        claims=tuple(sorted(map(graph.claim, graph.of_type(KG.Claim)), key=lambda claim: claim.id)),
        events=tuple(sorted(map(graph.event, graph.of_type(KG.Event)), key=lambda event: event.id)),
        issues=tuple(sorted(map(graph.issue, graph.of_type(KG.Issue)), key=lambda issue: issue.id)),
    )


class ArticleGraph:
    """The triples of one article, by subject and predicate; what is asked for is made of them."""

    def __init__(self, triples: Iterable[Triple], addresses: Addresses) -> None:
        self._addresses = addresses
        self._objects: defaultdict[tuple[Term, str], list[Term]] = defaultdict(list)
        self._instances: defaultdict[Term, list[NamedNode]] = defaultdict(list)
        self._spoken_of: set[Term] = set()
        """Objects of everything but the publisher: who is only that is no actor of the article."""
        for subject, predicate, term in triples:
            self._objects[subject, predicate.value].append(term)
            if predicate.value == RDF.type and isinstance(subject, NamedNode):
                self._instances[term].append(subject)
            elif predicate.value != DCTERMS.publisher:
                self._spoken_of.add(term)

    def of_type(self, class_iri: str) -> list[NamedNode]:
        """Everything of a class, in no order."""
        return self._instances[NamedNode(class_iri)]

    def actor_nodes(self) -> dict[str, NamedNode]:
        """Everybody who is described there, by identifier."""
        return {self._actor_id(node): node for iri in ACTOR_CLASSES.values() for node in self.of_type(iri)}

    # -------------------------------------------------------------------------------- objects, typed

    def _values(self, node: Term, predicate: str, convert: Callable[[Term], Value]) -> list[Value]:
        return [convert(term) for term in self._objects[node, predicate]]

    def _optional(self, node: Term, predicate: str, convert: Callable[[Term], Value]) -> Value | None:
        values = self._values(node, predicate, convert)
        if len(values) > 1:
            raise ValueError(f"{node!r} has {len(values)} values of {predicate!r}")
        return values[0] if values else None

    def _one(self, node: Term, predicate: str, convert: Callable[[Term], Value]) -> Value:
        value = self._optional(node, predicate, convert)
        if value is None:
            raise ValueError(f"{node!r} has no {predicate!r}")
        return value

    def _local(self, kind: Kind) -> Callable[[Term], str]:
        return lambda term: self._addresses.local(kind, iri_of(term))

    def _actor_id(self, term: Term) -> str:
        return self._addresses.local(actor_home(self._kind(term)), iri_of(term))

    def _kind(self, actor: Term) -> ActorKind:
        return self._one(actor, RDF.type, lambda term: member_of(ACTOR_CLASSES, term))

    def _actor_ids(self, node: Term, predicate: str) -> tuple[str, ...]:
        return tuple(sorted(self._values(node, predicate, self._actor_id)))

    def _spans(self, node: Term, predicate: str) -> tuple[Span, ...]:
        return tuple(sorted(self._values(node, predicate, self._span)))

    def _span(self, term: Term) -> Span:
        return Span(self._one(term, OA.start, _number), self._one(term, OA.end, _number))

    # --------------------------------------------------------------------------------------- records

    def article(self, node: NamedNode, path: str) -> Article:
        """The article, without its text."""
        return Article(
            id=self._addresses.local(Kind.ARTICLE, node),
            name=self._one(node, DCTERMS.identifier, text_of),
            path=path,
            text="",
            text_sha256=self._one(node, KG.textSha256, text_of),
            title=self._one(node, DCTERMS.title, text_of),
            date=self._optional(node, DCTERMS.issued, _day),
            date_origin=self._optional(node, KG.dateOrigin, text_of),
            url=self._optional(node, DCTERMS.source, lambda term: iri_of(term).value),
            publisher=self._optional(
                node, DCTERMS.publisher, lambda actor: self._one(actor, SKOS.prefLabel, text_of)
            ),
            author=self._optional(node, KG.byline, text_of),
            language=self._optional(node, DCTERMS.language, text_of),
        )

    def actors(self) -> Iterator[Actor]:
        """Everybody but a publisher who is only that."""
        for class_node, kind in _ACTOR_KINDS.items():
            for node in self._instances[class_node]:
                if node in self._spoken_of:
                    yield self._actor(node, kind)

    def _actor(self, node: NamedNode, kind: ActorKind) -> Actor:
        return Actor(
            id=self._actor_id(node),
            kind=kind,
            name=self._one(node, SKOS.prefLabel, text_of),
            aliases=tuple(sorted(self._values(node, SKOS.altLabel, text_of))),
        )

    def mentions(self) -> Iterator[ActorMention]:
        """All words that refer to an actor."""
        for span in self.of_type(KG.Span):
            for actor in self._values(span, KG.refersTo, self._actor_id):
                yield ActorMention(
                    span=self._span(span),
                    actor_id=actor,
                    method=self._one(span, KG.resolution, _member(RESOLUTIONS)),
                    probability=self._one(span, KG.probability, _fraction),
                    role=next(iter(self._values(span, KG.role, text_of)), ""),
                )

    def statement(self, node: NamedNode) -> Statement:
        """One statement."""
        return Statement(
            id=self._addresses.local(Kind.STATEMENT, node),
            content=self._spans(node, KG.contentSpan),
            source=self._spans(node, KG.speakerSpan),
            cue=self._spans(node, KG.cueSpan),
            mode=self._one(node, KG.mode, _member(MODES)),
            polarity=self._one(node, KG.polarity, _member(POLARITIES)),
            certainty=self._one(node, KG.certainty, _member(CERTAINTIES)),
            speakers=self.speakers(node),
            probability=self._one(node, KG.probability, _fraction),
            stances=self.stances(node),
            embedded_in=self._optional(node, KG.embeddedIn, self._local(Kind.STATEMENT)),
            informed_by=self._actor_ids(node, KG.informedBy),
            said_on=self.said_on(node),
            cue_class=self._optional(node, KG.cueClass, _member(CUE_CLASSES)),
            replies_to=self._optional(node, KG.repliesTo, self._local(Kind.STATEMENT)),
        )

    def speakers(self, statement: NamedNode) -> tuple[str, ...]:
        """Identifiers, sorted."""
        return self._actor_ids(statement, KG.speaker)

    def said_on(self, statement: NamedNode) -> datetime.date | None:
        """The day of saying, if it is known."""
        return self._optional(statement, KG.saidOn, _day)

    def stances(self, statement: NamedNode) -> tuple[Stance, ...]:
        """By claim."""
        found = (
            Stance(claim, polarity)
            for polarity, predicate in STANCES.items()
            for claim in self._values(statement, predicate, self._local(Kind.CLAIM))
        )
        return tuple(sorted(found, key=lambda each: each.claim_id))

    def claim(self, node: NamedNode) -> Claim:
        """One claim."""
        events = self._objects[node, KG.reportsEvent]
        return Claim(
            id=self._addresses.local(Kind.CLAIM, node),
            label=self._one(node, RDFS.label, text_of),
            about=tuple(
                sorted(self._actor_id(each) for each in self._objects[node, KG.about] if each not in events)
            ),
            events=tuple(sorted(map(self._local(Kind.EVENT), events))),
            predicate=self._optional(node, KG.lemma, text_of) or "",
            quantity=self._quantity(node),
            issue=self._optional(node, KG.addresses, self._local(Kind.ISSUE)),
        )

    def _quantity(self, claim: NamedNode) -> Quantity | None:
        span = self._optional(claim, KG.quantitySpan, self._span)
        if span is None:
            return None
        return Quantity(
            least=self._optional(claim, KG.quantityMin, _decimal),
            most=self._optional(claim, KG.quantityMax, _decimal),
            unit=self._optional(claim, KG.unit, text_of) or "",
            approximate=bool(self._objects[claim, KG.approximate]),
            span=span,
        )

    def issue(self, node: NamedNode) -> Issue:
        """One issue."""
        return Issue(self._addresses.local(Kind.ISSUE, node), self._one(node, RDFS.label, text_of))

    def event(self, node: NamedNode) -> Event:
        """One event."""
        return Event(
            id=self._addresses.local(Kind.EVENT, node),
            label=self._one(node, RDFS.label, text_of),
            lemma=self._optional(node, KG.lemma, text_of) or "",
            participants=tuple(
                Participant(actor, self._role(node, actor)) for actor in self._actor_ids(node, KG.participant)
            ),
            place=self._optional(node, KG.place, self._place),
            earliest=self._optional(node, KG.earliest, _day),
            latest=self._optional(node, KG.latest, _day),
            factuality=self._optional(node, KG.factuality, _fraction),
        )

    def _role(self, event: NamedNode, actor: str) -> ParticipantRole:
        """The first of the roles that the actor has."""
        return next(role for role, part in PARTS.items() if actor in self._actor_ids(event, part))

    def _place(self, term: Term) -> Place:
        return Place(self._local(Kind.PLACE)(term), self._one(term, SKOS.prefLabel, text_of))


def _number(term: Term) -> int:
    return int(text_of(term))


def _fraction(term: Term) -> float:
    return float(text_of(term))


def _decimal(term: Term) -> Decimal:
    return Decimal(text_of(term))


def _day(term: Term) -> datetime.date:
    return datetime.date.fromisoformat(text_of(term))


def _member(table: Mapping[Member, str]) -> Callable[[Term], Member]:
    return lambda term: member_of(table, term)
