"""The stored dataset and its only writer: one named graph per article, each replaced in one transaction."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from kg.domain import Actor, Merge, ResolvedArticle
from kg.errors import GraphDamagedError, GraphError, GraphLockedError, UnknownNameError
from kg.store.addresses import DEFAULT_BASE, Addresses, Kind
from kg.store.conversion import Provenance, actor_home, article_triples, merge_triples, provenance_triples
from kg.store.folder import GraphFolder
from kg.store.publication import ontology_hash, publish
from kg.store.terms import ACTOR_CLASSES, as_written
from kg.store.vocabulary import DCTERMS, KG, RDF, SKOS

_LOCKED = re.compile(r"\block\b", re.IGNORECASE)
"""In RocksDB's words for "another process has opened this for writing"."""


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


class Database:
    """The stored dataset, open for writing; a context manager.

    ::

        with Database.open(Path("graphs/store")) as database:
            database.replace(resolved, fingerprint)
            database.publish()
    """

    def __init__(self, folder: GraphFolder, addresses: Addresses, store: Store) -> None:
        self.folder = folder
        self.addresses = addresses
        self._store = store

    @classmethod
    def open(cls, folder: Path, *, base: str = DEFAULT_BASE) -> Self:
        """Open the graph in a folder for writing; a new one is made where there is none.

        ``base`` of the IRIs counts only for a new graph. Raises ``GraphLockedError`` while another process
        writes, ``GraphDamagedError`` if the database does not open, ``GraphError`` if the folder cannot be
        written or a newer newskg made it.
        """
        graph = GraphFolder(folder)
        graph.create(Addresses(base))
        return cls(graph, graph.addresses(), _opened(graph))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the next writer in; the object cannot be used any more."""
        vars(self).pop("_store", None)  # the last reference: pyoxigraph knows no other way to close

    # ----------------------------------------------------------------------------------------- writing

    def replace(self, resolved: ResolvedArticle, fingerprint: str) -> None:
        """Store what one article says in place of what it said before: all of it or, if killed, nothing."""
        article = resolved.article
        self.folder.keep_text(article.text_sha256, article.text)
        provenance = Provenance(
            fingerprint=fingerprint,
            path=article.path,
            reader_version=resolved.reader_version,
            software=version("newskg"),
            ended_at=datetime.datetime.now(datetime.UTC),
        )
        said = _in(self.addresses.article_graph(article.id), article_triples(resolved, self.addresses))
        about = _in(self.addresses.meta_graph, provenance_triples(article.id, provenance, self.addresses))
        self._exchange(self._of_article(article.id), said | about)

    def remove(self, article_id: str) -> None:
        """Take an article out; one that is not there is no error."""
        self._exchange(self._of_article(article_id), frozenset())

    def set_merges(self, merges: Iterable[Merge]) -> None:
        """State which actors are the same, in place of what was stated before."""
        triples = (triple for merge in merges for triple in merge_triples(merge, self.addresses))
        graph = self.addresses.actors_graph
        self._exchange(self._quads(None, graph), _in(graph, triples))

    def _of_article(self, article_id: str) -> frozenset[Quad]:
        graph, meta = self.addresses.article_graph(article_id), self.addresses.meta_graph
        run = self.addresses.node(Kind.RUN, article_id)
        return self._quads(None, graph) | self._quads(graph, meta) | self._quads(run, meta)

    def _quads(self, subject: NamedNode | None, graph: NamedNode) -> frozenset[Quad]:
        found = self._store.quads_for_pattern(subject, None, None, graph)
        return _in(graph, (as_written(quad.triple) for quad in found))

    def _exchange(self, old: frozenset[Quad], new: frozenset[Quad]) -> None:
        """One transaction that leaves ``new`` where ``old`` was; without a difference none."""
        deleted, inserted = old - new, new - old
        if not deleted and not inserted:
            return
        self.folder.mark_unpublished()
        if deleted:
            self._store.update(f"DELETE DATA {{ {_data(deleted)} }} ; INSERT DATA {{ {_data(inserted)} }}")
        else:
            self._store.extend(inserted)

    # -------------------------------------------------------------------------------------- publishing

    def is_published(self) -> bool:
        """Whether readers see all that is stored, with the words of this version's ontology."""
        published = self.folder.published()
        return (
            published is not None
            and published.ontology == ontology_hash()
            and not self.folder.has_unpublished()
        )

    def publish(self) -> None:
        """Let readers see what is stored; if they do already, nothing is written."""
        if not self.is_published():
            publish(self._store, self.folder, self.addresses)

    # ----------------------------------------------------------------------------------------- reading

    def articles(self) -> tuple[StoredArticle, ...]:
        """All articles, sorted by path and identifier."""
        graphs = self._store.quads_for_pattern(
            None, NamedNode(KG.fingerprint), None, self.addresses.meta_graph
        )
        ids = (
            self.addresses.article_of(quad.subject) for quad in graphs if isinstance(quad.subject, NamedNode)
        )
        found = (self._article(article_id) for article_id in ids if article_id is not None)
        return tuple(sorted(found, key=lambda article: (article.path, article.id)))

    def _article(self, article_id: str) -> StoredArticle:
        graph, meta = self.addresses.article_graph(article_id), self.addresses.meta_graph
        node = self.addresses.node(Kind.ARTICLE, article_id)
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
        )

    def _value(self, subject: NamedNode, predicate: str, graph: NamedNode) -> str:
        """The text of a literal; empty without one."""
        found = self._store.quads_for_pattern(subject, NamedNode(predicate), None, graph)
        return next((quad.object.value for quad in found if isinstance(quad.object, Literal)), "")

    def fingerprint(self, article_id: str) -> str | None:
        """The fingerprint under which an article was stored; None if it was not."""
        graph, meta = self.addresses.article_graph(article_id), self.addresses.meta_graph
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
                yield article, Actor(self.addresses.local(home, actor), kind, label, others)

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
        return self.addresses.article_of(quad.graph_name) if isinstance(quad.graph_name, NamedNode) else None


def _in(graph: NamedNode, triples: Iterable[Triple]) -> frozenset[Quad]:
    return frozenset(Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)


def _data(quads: Iterable[Quad]) -> str:
    """Quads as SPARQL's DELETE DATA and INSERT DATA want them; pyoxigraph itself writes the terms."""
    return " ".join(
        f"GRAPH {quad.graph_name} {{ {quad.subject} {quad.predicate} {quad.object} }}" for quad in quads
    )


def _opened(folder: GraphFolder) -> Store:
    try:
        return Store(str(folder.database))
    except RuntimeError as error:  # what pyoxigraph makes of a corruption that RocksDB finds
        raise GraphDamagedError(
            str(folder.path),
            f"the database does not open ({error})",
            hint="Remove the folder and build again.",
        ) from error
    except OSError as error:
        if _LOCKED.search(str(error)):
            raise GraphLockedError(
                str(folder.path),
                "another process is writing to this graph",
                hint="Wait until it has finished.",
            ) from error
        raise GraphError(str(folder.path), f"the database cannot be opened ({error})") from error
