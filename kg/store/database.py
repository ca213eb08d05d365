"""The stored dataset and its only writer: one named graph per article, each replaced in one transaction."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pyoxigraph import NamedNode, Quad, Store, Triple

from kg.domain import (
    Actor,
    ArticleText,
    Assertion,
    ContentLinks,
    Happening,
    KnownActor,
    Links,
    ResolvedArticle,
    Sighting,
)
from kg.store.addresses import DEFAULT_BASE, Addresses, Kind
from kg.store.catalogue import Catalogue, StoredArticle
from kg.store.contents import Contents
from kg.store.conversion import Provenance, article_triples, provenance_triples
from kg.store.correction_log import LogEntry, correction_log
from kg.store.correction_triples import correction_triples, corrections_in
from kg.store.corrections import Correction
from kg.store.directory import Directory
from kg.store.folder import GraphFolder, LinkKind
from kg.store.link_triples import (
    content_link_triples,
    known_actors,
    known_triples,
    link_triples,
    suspicion_triples,
)
from kg.store.opening import open_for_writing
from kg.store.publication import ontology_hash, publish
from kg.store.statement_words import StatementWords, find_statement, words_by_statement
from kg.store.terms import as_written

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Database", "StoredArticle"]


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
        return cls(graph, graph.addresses(), open_for_writing(graph))

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
        self._exchange(self._of_article(article.id), said | about, unlinks=LinkKind)

    def remove(self, article_id: str) -> None:
        """Take an article out; one that is not there is no error."""
        old = self._of_article(article_id) | self._copies_of(article_id)
        self._exchange(old, frozenset(), unlinks=LinkKind)

    def set_links(self, links: Links) -> None:
        """State which actors are the same and which may be, in place of what was stated before."""
        actors, suspects = self.addresses.actors_graph, self.addresses.suspects_graph
        same = link_triples(links, self.addresses)
        may_be = (triple for each in links.suspects for triple in suspicion_triples(each, self.addresses))
        self._exchange(
            self._quads(None, actors) | self._quads(None, suspects),
            _in(actors, same) | _in(suspects, may_be),
            unlinks=(LinkKind.CONTENTS,),
        )
        self.folder.mark_linked(LinkKind.ACTORS)

    def set_content_links(self, links: ContentLinks) -> None:
        """State what is the same, what contradicts and what is a copy, in place of what was stated before."""
        graph = self.addresses.links_graph
        self._exchange(self._quads(None, graph), _in(graph, content_link_triples(links, self.addresses)))
        self.folder.mark_linked(LinkKind.CONTENTS)

    def set_gazetteer(self, known: Iterable[KnownActor]) -> None:
        """Remember the actors that a person knows, in place of those remembered before."""
        triples = (triple for each in known for triple in known_triples(each, self.addresses))
        graph = self.addresses.gazetteer_graph
        self._exchange(self._quads(None, graph), _in(graph, triples), unlinks=LinkKind)

    def correct(self, corrections: Iterable[Correction]) -> None:
        """Add what humans decided to what they decided before; nothing ever removes it."""
        graph, given = self.addresses.corrections_graph, tuple(corrections)
        triples = (triple for each in given for triple in correction_triples(each, self.addresses))
        stale = (LinkKind.CONTENTS,) if any(each.changes_who_is_who for each in given) else ()
        self._exchange(frozenset(), _in(graph, triples) - self._quads(None, graph), unlinks=stale)

    def _of_article(self, article_id: str) -> frozenset[Quad]:
        graph, meta = self.addresses.article_graph(article_id), self.addresses.meta_graph
        run = self.addresses.node(Kind.RUN, article_id)
        return self._quads(None, graph) | self._quads(graph, meta) | self._quads(run, meta)

    def _copies_of(self, article_id: str) -> frozenset[Quad]:
        """That an article is a copy, or that others are copies of it."""
        graph, node = self.addresses.links_graph, self.addresses.node(Kind.ARTICLE, article_id)
        copies = (quad.subject for quad in self._store.quads_for_pattern(None, None, node, graph))
        return self._quads(node, graph).union(
            *(self._quads(copy, graph) for copy in copies if isinstance(copy, NamedNode))
        )

    def _quads(self, subject: NamedNode | None, graph: NamedNode) -> frozenset[Quad]:
        found = self._store.quads_for_pattern(subject, None, None, graph)
        return _in(graph, (as_written(quad.triple) for quad in found))

    def _exchange(
        self, old: frozenset[Quad], new: frozenset[Quad], *, unlinks: Iterable[LinkKind] = ()
    ) -> None:
        """One transaction that leaves ``new`` where ``old`` was; without a difference none.

        ``unlinks``: which links have to be found anew.
        """
        deleted, inserted = old - new, new - old
        if not deleted and not inserted:
            return
        for kind in unlinks:
            self.folder.mark_unlinked(kind)
        self.folder.mark_unpublished()
        if deleted:
            self._store.update(f"DELETE DATA {{ {_data(deleted)} }} ; INSERT DATA {{ {_data(inserted)} }}")
        else:
            self._store.extend(sorted(inserted, key=str))  # neighbours together: a third faster

    # ----------------------------------------------------------------------------------------- vectors

    def words_without_vectors(self, version: str) -> tuple[str, ...]:
        """What statements say and no encoder of this version has encoded yet; each once, sorted."""
        from kg.store.vectors import vectors_of

        return vectors_of(self.folder, version).missing(words_by_statement(self._store, self.addresses))

    def add_vectors(self, version: str, words: Sequence[str], vectors: "NDArray[np.floating]") -> None:
        """Keep the vectors [words, dimensions] of words, and drop those that no statement says any more.

        Also those of other versions of the encoder. Without a difference nothing is written.
        """
        from kg.store.vectors import save_vectors, vectors_of

        said = words_by_statement(self._store, self.addresses)
        save_vectors(self.folder, vectors_of(self.folder, version).extended(said, words, vectors))

    # -------------------------------------------------------------------------------------- publishing

    def is_published(self) -> bool:
        """Whether readers see all that is stored, with the words of this version's ontology."""
        published = self.folder.published()
        return (
            published is not None
            and published.ontology == ontology_hash()
            and not self.folder.has_unpublished()
        )

    def is_linked(self) -> bool:
        """Whether no actors came or went since they were linked with each other."""
        return not self.folder.has_unlinked(LinkKind.ACTORS)

    def are_contents_linked(self) -> bool:
        """Whether no claims or events came or went, and nobody became another, since they were linked."""
        return not self.folder.has_unlinked(LinkKind.CONTENTS)

    def publish(self) -> None:
        """Let readers see what is stored; if they do already, nothing is written."""
        if not self.is_published():
            publish(self._store, self.folder, self.addresses)

    # ----------------------------------------------------------------------------------------- reading

    def articles(self) -> tuple[StoredArticle, ...]:
        """All articles, sorted by path and identifier."""
        return self._catalogue().articles()

    def fingerprint(self, article_id: str) -> str | None:
        """The fingerprint under which an article was stored; None if it was not."""
        return self._catalogue().fingerprint(article_id)

    def find(self, name: str) -> StoredArticle:
        """The article with an identifier, a path or a name; raises ``UnknownNameError``."""
        return self._catalogue().find(name)

    def actors(self) -> Iterator[tuple[str, Actor]]:
        """Every actor of every article with the article's identifier, as that article shows it."""
        return self._catalogue().actors()

    def sightings(self) -> Iterator[Sighting]:
        """The same, with the pronouns and descriptions that the article uses for each."""
        return self._catalogue().sightings()

    def assertions(self) -> Iterator[Assertion]:
        """Every claim of every statement, by article, statement and claim.

        Speakers and whom it is about are the actors as they are read now; claims, events and issues are
        those of the article.
        """
        return Contents.of(self._store, self.addresses).assertions()

    def happenings(self) -> Iterator[Happening]:
        """Every event of every article, by article and event; participants are the actors as read now."""
        return Contents.of(self._store, self.addresses).happenings()

    def texts(self) -> Iterator[ArticleText]:
        """Every article's words, by identifier."""
        for each in sorted(self.articles(), key=lambda article: article.id):
            text = self.folder.text(each.text_sha256)
            if text is not None:
                yield ArticleText(each.id, text, each.date)

    def gazetteer(self) -> tuple[KnownActor, ...]:
        """The actors that a person knows, by identifier."""
        triples = (quad.triple for quad in self._quads(None, self.addresses.gazetteer_graph))
        return known_actors(triples, self.addresses)

    def corrections(self) -> tuple[Correction, ...]:
        """All that humans decided, the oldest first, also what somebody took back."""
        graph = self.addresses.corrections_graph
        return corrections_in((quad.triple for quad in self._quads(None, graph)), self.addresses)

    def log(self) -> tuple[LogEntry, ...]:
        """The same, with what became of each."""
        return correction_log(self._store, self.addresses)

    def directory(self) -> Directory:
        """Everybody who is stored, and as whom they are read."""
        return Directory.of(self._store, self.addresses)

    def statement(self, asked: str) -> StatementWords:
        """A statement by its IRI, identifier or the beginning of it.

        Raises ``CorrectionError`` if there is none, ``AmbiguousNameError`` if there are several.
        """
        return find_statement(self._store, asked, self.addresses)

    def _catalogue(self) -> Catalogue:
        return Catalogue(self._store, self.addresses)


def _in(graph: NamedNode, triples: Iterable[Triple]) -> frozenset[Quad]:
    return frozenset(Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)


def _data(quads: Iterable[Quad]) -> str:
    """Quads as SPARQL's DELETE DATA and INSERT DATA want them; pyoxigraph itself writes the terms."""
    return " ".join(
        f"GRAPH {quad.graph_name} {{ {quad.subject} {quad.predicate} {quad.object} }}" for quad in quads
    )
