"""What is stored, article by article: read from the named graphs, in the database as in a snapshot."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.domain import Actor, ResolutionMethod, Sighting
from kg.errors import UnknownNameError
from kg.store.addresses import Addresses, Kind
from kg.store.conversion import actor_home
from kg.store.terms import ACTOR_CLASSES, RESOLUTIONS
from kg.store.vocabulary import DCTERMS, KG, OA, RDF, SKOS

_POINTING = (ResolutionMethod.PRONOUN, ResolutionMethod.DESCRIPTION)
"""How words are understood that name nobody."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """What the database knows of an article without opening it."""

    id: str
    name: str
    path: str
    """As the user gave it when the article was read."""
    title: str
    date: datetime.date | None
    statements: int
    """Number of statements."""
    fingerprint: str
    """Hash of everything that its graph was made from."""
    reader_version: str
    text_sha256: str


class Catalogue:
    """The articles of a stored dataset and the actors that each of them shows."""

    def __init__(self, store: Store, addresses: Addresses) -> None:
        self._store = store
        self._addresses = addresses

    def articles(self) -> tuple[StoredArticle, ...]:
        """All articles, sorted by path and identifier."""
        graphs = self._store.quads_for_pattern(
            None, NamedNode(KG.fingerprint), None, self._addresses.meta_graph
        )
        ids = (
            self._addresses.article_of(quad.subject) for quad in graphs if isinstance(quad.subject, NamedNode)
        )
        found = (self._article(article_id) for article_id in ids if article_id is not None)
        return tuple(sorted(found, key=lambda article: (article.path, article.id)))

    def _article(self, article_id: str) -> StoredArticle:
        graph, meta = self._addresses.article_graph(article_id), self._addresses.meta_graph
        node = self._addresses.node(Kind.ARTICLE, article_id)
        date = self._value(node, DCTERMS.issued, graph)
        statements = self._store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(KG.Statement), graph)
        return StoredArticle(
            id=article_id,
            name=self._value(node, DCTERMS.identifier, graph),
            path=self._value(graph, KG.sourcePath, meta),
            title=self._value(node, DCTERMS.title, graph),
            date=datetime.date.fromisoformat(date) if date else None,
            statements=sum(1 for _ in statements),
            fingerprint=self._value(graph, KG.fingerprint, meta),
            reader_version=self._value(graph, KG.readerVersion, meta),
            text_sha256=self._value(node, KG.textSha256, graph),
        )

    def _value(self, subject: NamedNode, predicate: str, graph: NamedNode) -> str:
        """The text of a literal; empty without one."""
        found = self._store.quads_for_pattern(subject, NamedNode(predicate), None, graph)
        return next((quad.object.value for quad in found if isinstance(quad.object, Literal)), "")

    def fingerprint(self, article_id: str) -> str | None:
        """The fingerprint under which an article was stored; None if it was not."""
        graph, meta = self._addresses.article_graph(article_id), self._addresses.meta_graph
        return self._value(graph, KG.fingerprint, meta) or None

    def find(self, name: str) -> StoredArticle:
        """The article with an identifier, a path or a name; raises ``UnknownNameError``."""
        articles = self.articles()
        for key in ("id", "path", "name"):
            for article in articles:
                if getattr(article, key) == name:
                    return article
        raise UnknownNameError("article", name, (article.path for article in articles))

    def actors(self) -> Iterator[tuple[str, Actor]]:
        """Every actor of every article with the article's identifier, as that article shows it."""
        names, aliases = self._labels(SKOS.prefLabel), self._labels(SKOS.altLabel)
        for kind, class_iri in ACTOR_CLASSES.items():
            home = actor_home(kind)
            for actor, article in self._named(NamedNode(RDF.type), NamedNode(class_iri)):
                label = names[actor, article][0]
                others = tuple(sorted(aliases.get((actor, article), ())))
                yield article, Actor(self._addresses.local(home, actor), kind, label, others)

    def sightings(self) -> Iterator[Sighting]:
        """The same, with the pronouns and descriptions that the article uses for each."""
        words = self._pointing_words()
        for article, actor in self.actors():
            node = self._addresses.node(actor_home(actor.kind), actor.id)
            yield Sighting(article, actor, frozenset(words.get((node, article), ())))

    def _pointing_words(self) -> dict[tuple[NamedNode, str], set[str]]:
        found: defaultdict[tuple[NamedNode, str], set[str]] = defaultdict(set)
        for method in _POINTING:
            for span, article in self._named(NamedNode(KG.resolution), NamedNode(RESOLUTIONS[method])):
                graph = self._addresses.article_graph(article)
                for quad in self._store.quads_for_pattern(span, NamedNode(KG.refersTo), None, graph):
                    if isinstance(quad.object, NamedNode):
                        found[quad.object, article].add(self._value(span, OA.exact, graph))
        return dict(found)

    def _labels(self, predicate: str) -> dict[tuple[NamedNode, str], list[str]]:
        """Labels by what they name and the article that says so."""
        labels: defaultdict[tuple[NamedNode, str], list[str]] = defaultdict(list)
        for quad in self._store.quads_for_pattern(None, NamedNode(predicate), None):
            article = self._article_of(quad)
            if article and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                labels[quad.subject, article].append(quad.object.value)
        return dict(labels)

    def _named(self, predicate: NamedNode, term: NamedNode) -> Iterator[tuple[NamedNode, str]]:
        """Subjects that have a term, with the article that says so."""
        for quad in self._store.quads_for_pattern(None, predicate, term):
            article = self._article_of(quad)
            if article and isinstance(quad.subject, NamedNode):
                yield quad.subject, article

    def _article_of(self, quad: Quad) -> str | None:
        return self._addresses.article_of(quad.graph_name) if isinstance(quad.graph_name, NamedNode) else None
