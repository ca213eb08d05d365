"""The graph as a user of the library holds it: ask, query, correct, export, view. It only delegates."""

import dataclasses
import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kg.domain import ActorKind, BuildSummary
from kg.editing import Edited, Editor, edit_by_file
from kg.errors import QueryError
from kg.writing import write_text

if TYPE_CHECKING:  # heavy libraries: `import kg` must not load them
    import networkx
    import pandas
    import rdflib

    from kg.store.actors import ActorProfile
    from kg.store.answers import Answer, Solutions
    from kg.store.asking import Asked
    from kg.store.catalogue import StoredArticle
    from kg.store.correction_log import LogEntry
    from kg.store.snapshot import Counts, Snapshot
    from kg.store.validation import Report
    from kg.views.choosing import Choice
    from kg.views.rows import StatementRow

DEFAULT_FOLDER = "graphs/store"
DEFAULT_TITLE = "Who said what about whom"

StrPath = str | os.PathLike[str]


class Graph:
    """A published graph, open for reading: it does not change while it is held, but by its own editor.

    ::

        graph = kg.build("corpus/")          # or kg.Graph.open("graphs/store")
        for row in graph.ask("who-said-what", about="North Korea"):
            print(row.who, row.what)
    """

    def __init__(self, snapshot: "Snapshot", summary: BuildSummary | None = None) -> None:
        self.snapshot = snapshot
        self.summary = summary or BuildSummary()
        """What the build did that gave this graph; all zero if it was only opened."""

    @classmethod
    def open(cls, folder: StrPath = DEFAULT_FOLDER, *, summary: BuildSummary | None = None) -> Self:
        """Open the graph in a folder; raises ``GraphMissingError`` where there is none."""
        from kg.store.snapshot import Snapshot

        return cls(Snapshot.open(Path(folder)), summary)

    # ------------------------------------------------------------------------------------------ asking

    def ask(self, question: str, *, limit: int | None = None, **arguments: str) -> "Asked":
        """Answer a ready question, its parameters as ``kg ask QUESTION --help`` lists them.

        Raises ``UnknownNameError`` for a question, parameter, actor or article that does not exist; it
        names what does.
        """
        from kg.store.asking import ask

        return ask(self.snapshot, question, arguments, limit=limit)

    def query(self, sparql: str, *, timeout_seconds: float = 30.0, limit: int | None = None) -> "Answer":
        """Answer SPARQL 1.1; the prefixes of the ontology and of the data are known.

        Raises ``QuerySyntaxError`` with line and column, ``QueryRefusedError`` for whatever would change
        data or leave this machine, ``QueryTimeoutError`` when the time is over and the work is stopped.
        """
        return self.snapshot.query(sparql, timeout_seconds=timeout_seconds, limit=limit)

    def search(self, words: str, *, limit: int = 20) -> "Solutions":
        """The statements whose words mean most nearly what ``words`` mean, nearest first.

        Raises ``QueryError`` for a search without words, ``GraphError`` for a graph of an older newskg.
        """
        from kg.reader import load_sentence_encoder
        from kg.store.searching import search

        if not words.strip():
            raise QueryError("a search needs words", hint='kg search "soldiers not yet deployed"')
        encoder = load_sentence_encoder()
        (vector,) = encoder.encode([words])
        return search(self.snapshot, vector, version=encoder.version, limit=limit)

    def notes_on(self, sparql: str) -> tuple[str, ...]:
        """What to tell whoever asks a query: words of the ontology in it that do not exist."""
        from kg.store.unknown_terms import unknown_terms

        return tuple(map(str, unknown_terms(sparql, self.snapshot.addresses.prefixes)))

    def serialized(
        self, answer: "Answer | Asked", form: str | None = None, *, width: int | None = None
    ) -> str:
        """An answer as text: rows as table, csv, tsv, json or xml, triples as turtle, ntriples or jsonld.

        Without ``form`` the first of its kind. A table is ``width`` wide, or as wide as it needs, and of a
        question it shows the columns that the question names; the other forms have them all.
        Raises ``UnknownNameError`` if this kind of answer has no such form.
        """
        from kg.store.asking import serialized

        return serialized(answer, form, self.snapshot.addresses.prefixes, width=width)

    # ----------------------------------------------------------------------------------------- reading

    def statements(self, *, article: str | None = None) -> "list[StatementRow]":
        """Who said what about whom, one record per statement, sorted by article and place."""
        from kg.views.statement_rows import statement_rows

        return statement_rows(self.snapshot, article=article)

    def articles(self) -> "tuple[StoredArticle, ...]":
        """All articles, sorted by path and identifier."""
        return self.snapshot.articles()

    def actors(
        self, search: str | None = None, *, kinds: Iterable[ActorKind] = (), limit: int | None = None
    ) -> "Solutions":
        """Actors with their figures and names, the most quoted first; ``search`` is a name as people type it.

        Raises ``UnknownNameError`` with the nearest names if nobody has it.
        """
        from kg.store.actors import list_actors

        return list_actors(self.snapshot, search=search, kinds=kinds, limit=limit)

    def suspects(self, *, limit: int | None = None) -> "Solutions":
        """Pairs of actors that may be the same, with probability and evidence, likeliest first."""
        from kg.store.suspicion import list_suspects

        return list_suspects(self.snapshot, limit=limit)

    def actor(self, name: str) -> "ActorProfile":
        """One actor, by name or identifier, with all its names, the evidence for them and its statements.

        Raises ``UnknownNameError`` if there is none, ``AmbiguousNameError`` if several are meant.
        """
        from kg.store.actors import actor_profile

        return actor_profile(self.snapshot, name)

    def counts(self) -> "Counts":
        """How much there is."""
        return self.snapshot.counts()

    def information(self) -> dict[str, str | int]:
        """Counts, versions and sizes, by name, for people and programs."""
        from kg.reader import load_reader
        from kg.store.correction_log import counts_of

        articles = self.articles()
        return {
            **dataclasses.asdict(self.counts()),
            **counts_of(self.corrections()),
            "readers": ", ".join(sorted({article.reader_version for article in articles})),
            "weights": load_reader().version,
            "version": version("newskg"),
        }

    # -------------------------------------------------------------------------------------- correcting

    def editor(self, author: str | None = None) -> Editor:
        """Somebody who corrects this graph: ``author``, or the variable ``KG_AUTHOR``, or the login.

        Raises ``CorrectionError`` if nothing tells.
        """
        from kg.store.given_words import author_of

        return Editor(self.snapshot.folder.path, author_of(author), self._reopen)

    def _reopen(self) -> None:
        from kg.store.snapshot import Snapshot

        self.snapshot = Snapshot.open(self.snapshot.folder.path)

    def corrections(self) -> "tuple[LogEntry, ...]":
        """Every correction with what became of it, the oldest first."""
        from kg.store.correction_log import correction_log

        return correction_log(self.snapshot.store, self.snapshot.addresses)

    def export_corrections(self, path: StrPath | None = None) -> str:
        """All corrections as a text to be reviewed, and read back by ``import_corrections``; also written."""
        from kg.store.correction_files import corrections_file

        return _written(corrections_file(tuple(entry.correction for entry in self.corrections())), path)

    def import_corrections(self, path: StrPath) -> Edited:
        """Add the corrections of a file that ``export_corrections`` wrote; what is known is left out.

        They keep their authors and times. All of them or, if one cannot be read, none: raises
        ``CorrectionError``.
        """
        return edit_by_file(self.snapshot.folder.path, Path(path), self._reopen)

    def validate(self) -> "Report":
        """Check the graph, and the corrections behind it, against the ontology's shapes."""
        from kg.store.validation import validate, validate_corrections

        store, corrections = self.snapshot.store, self.snapshot.addresses.corrections_graph
        return validate(store) | validate_corrections(store, corrections)

    # ------------------------------------------------------------------------------------------ taking

    def export(
        self, path: StrPath | None = None, *, form: str | None = None, article: str | None = None
    ) -> str:
        """The graph as text in a format (``kg export --help`` lists them); written to ``path`` too, if given.

        Without ``form`` the ending of ``path`` decides, and Turtle where it says nothing.

        ``article`` (identifier, path or name) restricts it to one. Raises ``UnknownNameError`` for a format
        or article that does not exist, ``ExportError`` if ``path`` cannot be written.
        """
        from kg.views.formats import export, format_of

        target = None if path is None else Path(path)
        return _written(export(self.snapshot, form or format_of(target), article=article), target)

    def view(
        self,
        path: StrPath | None = None,
        *,
        title: str = DEFAULT_TITLE,
        choice: "Choice | None" = None,
        top: int | None = None,
    ) -> str:
        """The graph as one offline HTML page; written to ``path`` too, if one is given.

        ``choice`` restricts it (raises as ``kg.views.choosing.chosen_rows`` says); ``top`` is the number of
        actors in the first drawing.
        """
        from kg.views.choosing import Choice
        from kg.views.pages import SHOWN_ACTORS
        from kg.views.site import graph_alone

        page = graph_alone(self.snapshot, choice or Choice(), title=title, shown_actors=top or SHOWN_ACTORS)
        return _written(page, path)

    def view_article(
        self, article: str, path: StrPath | None = None, *, choice: "Choice | None" = None
    ) -> str:
        """An article (identifier, path or name) as one offline HTML page, its statements marked in the text.

        Written to ``path`` too, if one is given; ``choice`` says which statements. Needs no script. Raises
        ``UnknownNameError`` if there is no such article.
        """
        from kg.views.choosing import Choice
        from kg.views.site import article_alone

        chosen = dataclasses.replace(choice or Choice(), article=article)
        return _written(article_alone(self.snapshot, chosen), path)

    def view_site(
        self, folder: StrPath, *, title: str = DEFAULT_TITLE, choice: "Choice | None" = None
    ) -> tuple[Path, ...]:
        """A folder of offline HTML pages, linked with each other; gives the files, the first page first.

        One page for each article, actor, claim and event, lists of them, and the graph. Files that are there
        and not written are left alone. Raises ``ExportError`` if a file cannot be written.
        """
        from kg.views.choosing import Choice
        from kg.views.site import site_of

        written = []
        for file in site_of(self.snapshot, choice or Choice(), title=title):
            target = Path(folder, file.path)
            write_text(target, file.html)
            written.append(target)
        return tuple(written)

    def to_rdflib(self) -> "rdflib.Graph":
        """The whole graph as a new ``rdflib.Graph``, prefixes bound."""
        return self.snapshot.to_rdflib()

    def to_networkx(self) -> "networkx.DiGraph":
        """Actors, and who speaks about whom, as a new ``networkx.DiGraph``."""
        from kg.views.network import to_networkx

        return to_networkx(self.statements())

    def to_dataframe(self) -> "pandas.DataFrame":
        """One row per statement, the columns of the CSV export; needs pandas."""
        from kg.views.tables import to_dataframe

        return to_dataframe(self.statements())


def _written(text: str, path: StrPath | None) -> str:
    """The text, after it was written to a file if one is given."""
    if path is not None:
        write_text(Path(path), text)
    return text
