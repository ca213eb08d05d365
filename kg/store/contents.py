"""What all articles assert and tell of, with the actors as they are read now: to be linked across articles.

Of the graph of an article only the facts are read that tell of this; most of it are words and their places.
"""

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode, Quad, Store

from kg.domain import Assertion, Claim, Event, Happening, Participant
from kg.store.addresses import Addresses, Kind
from kg.store.reconstruction import ArticleGraph
from kg.store.survey import Survey
from kg.store.terms import ACTOR_CLASSES, PARTS, STANCES, iri_of, text_of
from kg.store.vocabulary import DCTERMS, KG, OA, RDF, RDFS, SKOS

_TYPE = NamedNode(RDF.type)
_ACTORS = tuple(map(NamedNode, ACTOR_CLASSES.values()))
_OF_STATEMENTS = tuple(map(NamedNode, (KG.speaker, KG.saidOn, *STANCES.values())))
_OF_CLAIMS = tuple(
    map(
        NamedNode,
        (
            *(RDFS.label, KG.lemma, KG.about, KG.reportsEvent, KG.addresses),
            *(KG.quantitySpan, KG.quantityMin, KG.quantityMax, KG.unit, KG.approximate),
        ),
    )
)
_OF_EVENTS = tuple(
    map(
        NamedNode,
        (
            *(RDFS.label, KG.lemma, KG.participant, *PARTS.values(), KG.place, SKOS.prefLabel),
            *(KG.earliest, KG.latest, KG.factuality),
        ),
    )
)
_QUANTITY_SPAN = NamedNode(KG.quantitySpan)


@dataclass(frozen=True, slots=True)
class Contents:
    """The claims and events of a stored dataset."""

    store: Store
    addresses: Addresses
    survey: Survey
    days: Mapping[str, datetime.date | None]
    """Of publication, by article, sorted."""

    @classmethod
    def of(cls, store: Store, addresses: Addresses) -> "Contents":
        """The contents of a stored dataset."""
        survey = Survey.of_store(store, addresses)
        return cls(store, addresses, survey, dict(sorted(_days(store, addresses))))

    def assertions(self) -> Iterator[Assertion]:
        """Every claim of every statement, by article, statement and claim."""
        for article, published in self.days.items():
            graph = self._graph(article, (KG.Statement, KG.Claim), (*_OF_STATEMENTS, *_OF_CLAIMS))
            read_as = self._read_as(graph)
            told = map(graph.claim, graph.of_type(KG.Claim))
            claims = {claim.id: _claim_as_read(claim, read_as) for claim in told}
            for statement in sorted(graph.of_type(KG.Statement), key=str):
                speakers = _as_read(graph.speakers(statement), read_as)
                for stance in graph.stances(statement):
                    yield Assertion(
                        article=article,
                        statement=self.addresses.local(Kind.STATEMENT, statement),
                        speakers=speakers,
                        polarity=stance.polarity,
                        claim=claims[stance.claim_id],
                        day=graph.said_on(statement) or published,
                    )

    def happenings(self) -> Iterator[Happening]:
        """Every event of every article, by article and event."""
        for article, published in self.days.items():
            graph = self._graph(article, (KG.Event,), _OF_EVENTS)
            read_as = self._read_as(graph)
            for node in sorted(graph.of_type(KG.Event), key=str):
                yield Happening(article, _event_as_read(graph.event(node), read_as), published)

    def _graph(
        self, article: str, classes: Collection[str], predicates: Collection[NamedNode]
    ) -> ArticleGraph:
        home = self.addresses.article_graph(article)
        quads = self.survey.namesakes.told(_quads(self.store, home, classes, predicates))
        return ArticleGraph((quad.triple for quad in quads), self.addresses)

    def _read_as(self, graph: ArticleGraph) -> dict[str, str]:
        """Identifiers of the actors of an article to those of the actors as whom they are read."""
        read_as = {}
        for actor, node in graph.actor_nodes().items():
            root = self.survey.identities.root(node)
            assert isinstance(root, NamedNode)  # noqa: S101  what an IRI is read as is one
            read_as[actor] = self.addresses.identifier(root)
        return read_as


def _days(store: Store, addresses: Addresses) -> Iterator[tuple[str, datetime.date | None]]:
    for quad in store.quads_for_pattern(None, _TYPE, NamedNode(KG.Article)):
        article = addresses.article_of(quad.graph_name) if isinstance(quad.graph_name, NamedNode) else None
        if article is not None and isinstance(quad.subject, NamedNode):
            issued = store.quads_for_pattern(quad.subject, NamedNode(DCTERMS.issued), None, quad.graph_name)
            days = (datetime.date.fromisoformat(text_of(each.object)) for each in issued)
            yield article, next(days, None)


def _quads(
    store: Store, home: NamedNode, classes: Collection[str], predicates: Collection[NamedNode]
) -> Iterator[Quad]:
    for each in (*_ACTORS, *map(NamedNode, classes)):
        yield from store.quads_for_pattern(None, _TYPE, each, home)
    for predicate in predicates:
        yield from store.quads_for_pattern(None, predicate, None, home)
    if _QUANTITY_SPAN in predicates:
        numbers = {quad.object for quad in store.quads_for_pattern(None, _QUANTITY_SPAN, None, home)}
        for span in numbers:  # several claims may give one number
            for place in (OA.start, OA.end):
                yield from store.quads_for_pattern(iri_of(span), NamedNode(place), None, home)


def _as_read(actors: Collection[str], read_as: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({read_as[actor] for actor in actors}))


def _claim_as_read(claim: Claim, read_as: Mapping[str, str]) -> Claim:
    return replace(claim, about=_as_read(claim.about, read_as))


def _event_as_read(event: Event, read_as: Mapping[str, str]) -> Event:
    """The event with each participant once: of several roles the first counts."""
    found: dict[str, Participant] = {}
    order = list(PARTS)
    for each in sorted(event.participants, key=lambda each: order.index(each.role)):
        actor = read_as[each.actor_id]
        found.setdefault(actor, Participant(actor, each.role))
    return replace(event, participants=tuple(found[actor] for actor in sorted(found)))
