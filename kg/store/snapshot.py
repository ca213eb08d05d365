"""What readers open: one published revision, never changed, next to no time to open."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg.errors import GraphError
from kg.store import query_gate
from kg.store.addresses import Addresses, Kind
from kg.store.answers import Answer, Solutions
from kg.store.catalogue import Catalogue, StoredArticle
from kg.store.folder import GraphFolder, Published
from kg.store.opening import open_for_reading
from kg.store.publication import ontology, ontology_hash, words_of_the_ontology
from kg.store.query import MOST_ROWS, Query, run_apart, run_here
from kg.store.terms import ACTOR_CLASSES, as_written
from kg.store.vocabulary import KG, RDF

if TYPE_CHECKING:
    import numpy as np
    import rdflib
    from numpy.typing import NDArray

    from kg.store.vectors import Near, VectorTable

DEFAULT_TIMEOUT_SECONDS = 30.0

_COUNTED = {
    KG.Article: "articles",
    KG.Statement: "statements",
    KG.Claim: "claims",
    KG.Event: "events",
    **dict.fromkeys(ACTOR_CLASSES.values(), "actors"),
}
"""Class to the name of its count."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in a snapshot."""

    articles: int
    statements: int
    actors: int
    claims: int
    events: int
    triples: int
    """Of the effective graph, without the ontology."""
    size_in_bytes: int
    """Of the graph's whole folder."""
    revision: int


class Snapshot:
    """One published revision of a graph; reading only, as many at once as you like."""

    def __init__(self, folder: GraphFolder, addresses: Addresses, published: Published, store: Store) -> None:
        self.folder = folder
        self.addresses = addresses
        self.revision = published.revision
        self.store = store
        """Default graph: the effective graph and the ontology. Named graphs: the stored dataset."""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the newest revision of the graph in a folder.

        What a killed build left unpublished is published first, unless somebody is writing. Raises
        ``GraphMissingError`` if there is no graph, ``GraphLockedError`` if the first build is not done.
        """
        graph = GraphFolder(folder)
        addresses = graph.addresses()
        published = graph.published()
        if published is None or graph.has_unpublished() or published.ontology != ontology_hash():
            published = _refreshed(graph, published)
        return cls(graph, addresses, published, open_for_reading(graph, graph.snapshot(published.revision)))

    # ------------------------------------------------------------------------------------------ asking

    def query(
        self,
        sparql: str,
        *,
        timeout_seconds: float = DEFAULT_TIMEOUT_SECONDS,
        limit: int | None = None,
        substitutions: Mapping[str, NamedNode | Literal] | None = None,
    ) -> Answer:
        """Answer a query from outside; the prefixes of the ontology and of the data are known.

        ``limit`` is the number of rows or triples to give at most; ``substitutions`` binds selected variables
        (named without the question mark) to values. Raises ``QueryRefusedError`` for updates, SERVICE, LOAD
        and FROM, ``QuerySyntaxError``, and ``QueryTimeoutError`` when the time is over and the work stopped.
        """
        query_gate.check(sparql)
        query = self._query(sparql, limit, substitutions)
        return run_apart(query, self.folder.snapshot(self.revision), timeout_seconds=timeout_seconds)

    def query_trusted(
        self,
        sparql: str,
        *,
        limit: int | None = None,
        substitutions: Mapping[str, NamedNode | Literal] | None = None,
    ) -> Answer:
        """Answer a query of the package itself: in this process, without gate and time limit."""
        return run_here(self._query(sparql, limit, substitutions), self.store)

    def _query(
        self, sparql: str, limit: int | None, substitutions: Mapping[str, NamedNode | Literal] | None
    ) -> Query:
        rows = MOST_ROWS if limit is None else limit
        return Query(sparql, self.addresses.prefixes, substitutions or {}, rows)

    # ----------------------------------------------------------------------------------------- reading

    def triples(self) -> Iterator[Triple]:
        """The effective graph, without the ontology, in no order."""
        words = words_of_the_ontology()
        for quad in self.store.quads_for_pattern(None, None, None, DefaultGraph()):
            if quad.subject not in words:
                yield as_written(quad.triple)

    def quads(self) -> Iterator[Quad]:
        """The stored dataset, all named graphs, in no order."""
        for graph in self.store.named_graphs():
            for quad in self.store.quads_for_pattern(None, None, None, graph):
                triple = as_written(quad.triple)
                yield Quad(triple.subject, triple.predicate, triple.object, graph)

    def is_empty(self) -> bool:
        """Whether no article was ever stored, or all were taken out."""
        article = (NamedNode(RDF.type), NamedNode(KG.Article))
        return next(self.store.quads_for_pattern(None, *article, DefaultGraph()), None) is None

    def articles(self) -> tuple[StoredArticle, ...]:
        """All articles, sorted by path and identifier."""
        return Catalogue(self.store, self.addresses).articles()

    def find(self, name: str) -> StoredArticle:
        """The article with an identifier, a path or a name; raises ``UnknownNameError``."""
        return Catalogue(self.store, self.addresses).find(name)

    def text(self, text_sha256: str) -> str | None:
        """The text of an article by its hash; None if it is not kept."""
        return self.folder.text(text_sha256)

    def has_vectors(self, version: str) -> bool:
        """Whether statements can be found by the vectors of an encoder of this version."""
        return self._vectors is not None and self._vectors.version == version

    def nearest(self, vector: "NDArray[np.floating]", *, version: str, limit: int = 20) -> tuple["Near", ...]:
        """The statements that come closest to a vector [dimensions] of an encoder, nearest first.

        None if there are no vectors of its version.
        """
        if self._vectors is None or not self.has_vectors(version):
            return ()
        shown = (near for near in self._vectors.nearest(vector) if self._shows(near.statement))
        return tuple(islice(shown, limit))

    @cached_property
    def _vectors(self) -> "VectorTable | None":
        from kg.store.vectors import load_vectors

        return load_vectors(self.folder)

    def _shows(self, statement: str) -> bool:
        node = self.addresses.node(Kind.STATEMENT, statement)
        return Quad(node, NamedNode(RDF.type), NamedNode(KG.Statement)) in self.store

    def to_rdflib(self) -> "rdflib.Graph":
        """The effective graph as a new rdflib graph, with prefixes."""
        import rdflib

        from kg.store.rdf_formats import ntriples

        graph = rdflib.Graph()
        graph.parse(data=ntriples(self.triples()), format="nt")
        for prefix, namespace in self.addresses.prefixes.items():
            graph.bind(prefix, namespace, replace=True)
        return graph

    def counts(self) -> Counts:
        """How much there is; counted anew at each call."""
        found: Counter[str] = Counter()
        for class_iri, name in _COUNTED.items():
            members = self.store.quads_for_pattern(
                None, NamedNode(RDF.type), NamedNode(class_iri), DefaultGraph()
            )
            found[name] += sum(1 for _ in members)
        return Counts(
            articles=found["articles"],
            statements=found["statements"],
            actors=found["actors"],
            claims=found["claims"],
            events=found["events"],
            triples=self._default_graph_size() - len(set(ontology())),
            size_in_bytes=self.folder.size_in_bytes(),
            revision=self.revision,
        )

    def _default_graph_size(self) -> int:
        answer = self.query_trusted("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        assert isinstance(answer, Solutions)  # noqa: S101  a SELECT gives rows
        return int(str(next(answer.values)[0]))


def _refreshed(folder: GraphFolder, published: Published | None) -> Published:
    """The newest revision, after publishing what the database holds if nobody is writing."""
    from kg.store.database import Database

    try:
        with Database.open(folder.path) as database:
            database.publish()
    except GraphError:  # somebody is writing, or the folder is read-only: what was published before is valid
        if published is None:
            raise
    newest = folder.published()
    assert newest is not None  # noqa: S101  publishing leaves one
    return newest
