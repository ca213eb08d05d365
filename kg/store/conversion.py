"""From records to triples: the graph of one article, and what stands about it.

``article_triples`` is closed: it describes every actor that it names, so the graph of an article can be
replaced as a whole. Not in it are the text, its unread parts and the map to the file; path and reader
version stand beside it (``provenance_triples``). The way back is ``kg.store.reconstruction``.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, Triple

from kg.domain import (
    Actor,
    ActorKind,
    ActorMention,
    Claim,
    Event,
    Issue,
    Place,
    Quantity,
    ResolvedArticle,
    Span,
    Statement,
)
from kg.identity import actor_id, span_id
from kg.store.addresses import Addresses, Kind
from kg.store.terms import (
    ACTOR_CLASSES,
    CERTAINTIES,
    CUE_CLASSES,
    MODES,
    PARTS,
    POLARITIES,
    RESOLUTIONS,
    STANCES,
    Term,
    address,
    day,
    decimal,
    exactly,
    integer,
    moment,
)
from kg.store.vocabulary import DCTERMS, KG, OA, PROV, RDF, RDFS, SCHEMA, SKOS

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Provenance:
    """How the graph of one article came to be."""

    fingerprint: str
    """Hash of everything that went in."""
    path: str
    reader_version: str
    software: str
    """Version of newskg."""
    ended_at: datetime.datetime
    """Timezone-aware."""


def _given(convert: Callable[[Given], Term], value: Given | None) -> Term | None:
    """The value as a term; None stays None."""
    return None if value is None else convert(value)


def facts(subject: NamedNode, *pairs: tuple[str, Term | None]) -> Iterator[Triple]:
    """One triple per predicate and object; None as object gives none."""
    return (Triple(subject, NamedNode(predicate), term) for predicate, term in pairs if term is not None)


def article_triples(resolved: ResolvedArticle, addresses: Addresses) -> frozenset[Triple]:
    """The graph of one article; raises ``KeyError`` if it speaks of an actor that it does not describe."""
    return frozenset(_ArticleWriter(resolved, addresses).triples())


class _ArticleWriter:
    """Writes one article; knows where its actors live, named ones apart from unnamed ones."""

    def __init__(self, resolved: ResolvedArticle, addresses: Addresses) -> None:
        self._resolved = resolved
        self._article = resolved.article
        self._addresses = addresses
        self._actors = {
            actor.id: addresses.node(actor_home(actor.kind), actor.id) for actor in resolved.actors
        }

    def triples(self) -> Iterator[Triple]:
        yield from self._article_facts()
        for actor in self._resolved.actors:
            yield from self._actor(actor)
        for mention in self._resolved.mentions:
            yield from self._mention(mention)
        for statement in self._resolved.statements:
            yield from self._statement(statement)
        for claim in self._resolved.claims:
            yield from self._claim(claim)
        for event in self._resolved.events:
            yield from self._event(event)
        for place in self._places():
            yield from self._place(place)
        for issue in self._resolved.issues:
            yield from self._issue(issue)

    def _article_facts(self) -> Iterator[Triple]:
        article = self._article
        yield from facts(
            self._addresses.node(Kind.ARTICLE, article.id),
            (RDF.type, NamedNode(KG.Article)),
            (DCTERMS.identifier, Literal(article.name)),
            (DCTERMS.title, Literal(article.title)),
            (KG.textSha256, Literal(article.text_sha256)),
            (DCTERMS.issued, _given(day, article.date)),
            (KG.dateOrigin, _given(Literal, article.date_origin)),
            (DCTERMS.source, _given(address, article.url)),
            (DCTERMS.publisher, _given(self._publisher, article.publisher)),
            (KG.byline, _given(Literal, article.author)),
            (DCTERMS.language, _given(Literal, article.language)),
        )
        if article.publisher is not None and actor_id(article.publisher) not in self._actors:
            yield from self._actor(_publishing(article.publisher))

    def _publisher(self, name: str) -> NamedNode:
        return self._addresses.node(Kind.ACTOR, actor_id(name))

    def _actor(self, actor: Actor) -> Iterator[Triple]:
        return facts(
            self._addresses.node(actor_home(actor.kind), actor.id),
            (RDF.type, NamedNode(ACTOR_CLASSES[actor.kind])),
            (SKOS.prefLabel, Literal(actor.name)),
            *((SKOS.altLabel, Literal(alias)) for alias in actor.aliases),
        )

    def _mention(self, mention: ActorMention) -> Iterator[Triple]:
        yield from self._span(mention.span)
        yield from facts(
            self._span_node(mention.span),
            (KG.refersTo, self._actors[mention.actor_id]),
            (KG.resolution, NamedNode(RESOLUTIONS[mention.method])),
            (KG.probability, decimal(mention.probability)),
            (KG.role, _given(Literal, mention.role or None)),
        )

    def _span(self, span: Span) -> Iterator[Triple]:
        return facts(
            self._span_node(span),
            (RDF.type, NamedNode(KG.Span)),
            (KG.inArticle, self._addresses.node(Kind.ARTICLE, self._article.id)),
            (OA.start, integer(span.start)),
            (OA.end, integer(span.end)),
            (OA.exact, Literal(span.of(self._article.text))),
        )

    def _span_node(self, span: Span) -> NamedNode:
        article = self._article
        return self._addresses.node(Kind.SPAN, span_id(article.id, article.text_sha256, span.start, span.end))

    def _statement(self, statement: Statement) -> Iterator[Triple]:
        for span in (*statement.content, *statement.source, *statement.cue):
            yield from self._span(span)
        yield from facts(
            self._addresses.node(Kind.STATEMENT, statement.id),
            (RDF.type, NamedNode(KG.Statement)),
            (KG.inArticle, self._addresses.node(Kind.ARTICLE, self._article.id)),
            *((KG.contentSpan, self._span_node(span)) for span in statement.content),
            *((KG.speakerSpan, self._span_node(span)) for span in statement.source),
            *((KG.cueSpan, self._span_node(span)) for span in statement.cue),
            (KG.mode, NamedNode(MODES[statement.mode])),
            (KG.polarity, NamedNode(POLARITIES[statement.polarity])),
            (KG.certainty, NamedNode(CERTAINTIES[statement.certainty])),
            *((KG.speaker, self._actors[speaker]) for speaker in statement.speakers),
            *((KG.informedBy, self._actors[informant]) for informant in statement.informed_by),
            (KG.probability, decimal(statement.probability)),
            *(
                (property_of, self._addresses.node(Kind.CLAIM, each.claim_id))
                for each in statement.stances
                for property_of in (KG.expresses, STANCES[each.polarity])
            ),
            (KG.embeddedIn, self._optional(Kind.STATEMENT, statement.embedded_in)),
            (KG.repliesTo, self._optional(Kind.STATEMENT, statement.replies_to)),
            (KG.cueClass, _given(lambda found: NamedNode(CUE_CLASSES[found]), statement.cue_class)),
            (KG.saidOn, _given(day, statement.said_on)),
        )

    def _optional(self, kind: Kind, local: str | None) -> NamedNode | None:
        return None if local is None else self._addresses.node(kind, local)

    def _claim(self, claim: Claim) -> Iterator[Triple]:
        node = self._addresses.node(Kind.CLAIM, claim.id)
        events = [self._addresses.node(Kind.EVENT, event) for event in claim.events]
        yield from facts(
            node,
            (RDF.type, NamedNode(KG.Claim)),
            (RDFS.label, Literal(claim.label)),
            (KG.lemma, _given(Literal, claim.predicate or None)),
            *((KG.about, self._actors[actor]) for actor in claim.about),
            *((KG.about, event) for event in events),
            *((KG.reportsEvent, event) for event in events),
            (KG.addresses, self._optional(Kind.ISSUE, claim.issue)),
        )
        if claim.quantity is not None:
            yield from self._quantity(node, claim.quantity)

    def _quantity(self, claim: NamedNode, quantity: Quantity) -> Iterator[Triple]:
        yield from self._span(quantity.span)
        yield from facts(
            claim,
            (KG.quantitySpan, self._span_node(quantity.span)),
            (KG.quantityMin, _given(exactly, quantity.least)),
            (KG.quantityMax, _given(exactly, quantity.most)),
            (KG.unit, _given(Literal, quantity.unit or None)),
            (KG.approximate, Literal(True) if quantity.approximate else None),
        )

    def _issue(self, issue: Issue) -> Iterator[Triple]:
        return facts(
            self._addresses.node(Kind.ISSUE, issue.id),
            (RDF.type, NamedNode(KG.Issue)),
            (RDFS.label, Literal(issue.label)),
        )

    def _event(self, event: Event) -> Iterator[Triple]:
        return facts(
            self._addresses.node(Kind.EVENT, event.id),
            (RDF.type, NamedNode(KG.Event)),
            (RDFS.label, Literal(event.label)),
            (KG.lemma, _given(Literal, event.lemma or None)),
            *(
                (property_of, self._actors[each.actor_id])
                for each in event.participants
                for property_of in (KG.participant, PARTS[each.role])
            ),
            (KG.place, _given(self._place_node, event.place)),
            (KG.earliest, _given(day, event.earliest)),
            (KG.latest, _given(day, event.latest)),
            (KG.factuality, _given(decimal, event.factuality)),
        )

    def _places(self) -> Iterable[Place]:
        """Each once: of two spellings of a name the first."""
        found = [event.place for event in self._resolved.events if event.place is not None]
        return {place.id: place for place in reversed(found)}.values()

    def _place_node(self, place: Place) -> NamedNode:
        return self._addresses.node(Kind.PLACE, place.id)

    def _place(self, place: Place) -> Iterator[Triple]:
        return facts(
            self._place_node(place),
            (RDF.type, NamedNode(SCHEMA.Place)),
            (SKOS.prefLabel, Literal(place.name)),
        )


def actor_home(kind: ActorKind) -> Kind:
    """Where actors of a kind live: the named among the actors, the unnamed among the sources."""
    return Kind.ACTOR if kind.is_named else Kind.SOURCE


def _publishing(name: str) -> Actor:
    return Actor(id=actor_id(name), kind=ActorKind.ORGANIZATION, name=name)


def provenance_triples(article_id: str, provenance: Provenance, addresses: Addresses) -> frozenset[Triple]:
    """What stands about the graph of an article, in the meta graph; replaced together with it."""
    run = addresses.node(Kind.RUN, article_id)
    software = addresses.node(Kind.SOFTWARE, f"newskg-{provenance.software}")
    return frozenset(
        (
            *facts(
                addresses.article_graph(article_id),
                (RDF.type, NamedNode(PROV.Bundle)),
                (PROV.wasGeneratedBy, run),
                (KG.fingerprint, Literal(provenance.fingerprint)),
                (KG.sourcePath, Literal(provenance.path)),
                (KG.readerVersion, Literal(provenance.reader_version)),
            ),
            *facts(
                run,
                (RDF.type, NamedNode(PROV.Activity)),
                (PROV.wasAssociatedWith, software),
                (PROV.endedAtTime, moment(provenance.ended_at)),
            ),
            Triple(software, NamedNode(RDF.type), NamedNode(PROV.SoftwareAgent)),
        )
    )
