"""What users of the library do with articles: read them into a graph, take them out. It only delegates."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import GraphMissingError
from kg.graph import DEFAULT_FOLDER, Graph, StrPath

if TYPE_CHECKING:  # heavy libraries: `import kg` must not load them
    from kg.ledger import Notify
    from kg.store.catalogue import StoredArticle


def build(
    paths: StrPath | Sequence[StrPath],
    *,
    graph: StrPath = DEFAULT_FOLDER,
    workers: int | None = 1,
    narration: bool = True,
    actors: StrPath | None = None,
    notify: "Notify | None" = None,
) -> Graph:
    """Read articles (files, folders, ``-``) into the graph in folder ``graph``; return it, open for reading.

    What is in it already and has not changed is skipped. Articles that cannot be read are in
    ``Graph.summary.failed``; they raise nothing and stop nothing. ``notify`` is called once per article.
    ``workers`` processes read; None starts as many as fit the machine and the articles, as the command does.
    They import the program that calls this: with more than one it must stand under
    ``if __name__ == "__main__":``, and the variable ``OPENBLAS_NUM_THREADS`` should be 1.
    With ``narration`` what an article tells as fact in its own voice is in the graph, too.
    ``actors`` is a gazetteer (``.csv``, ``.tsv`` or ``.ttl``): actors of your own whose identities win. The
    graph remembers it for later builds, until another one takes its place.
    Raises ``GraphLockedError`` while another process writes, ``ReaderError`` without usable weights,
    ``GazetteerError`` before anything is read if ``actors`` cannot be, and ``GraphMissingError`` instead of
    making an empty graph if there is no file behind any of the paths.
    """
    from kg import pipeline
    from kg.reader import load_reader, load_sentence_encoder
    from kg.store.database import Database
    from kg.store.gazetteer import read_gazetteer

    _check_for_articles(_strings(paths), Path(graph), notify)
    known = None if actors is None else read_gazetteer(Path(actors))
    with Database.open(Path(graph)) as database:
        if known is not None:
            database.set_gazetteer(known)
        summary = pipeline.build(
            _strings(paths),
            database,
            load_reader,
            load_sentence_encoder,
            workers=workers,
            narration=narration,
            notify=notify,
        )
    return Graph.open(graph, summary=summary)


def _check_for_articles(paths: Sequence[str], folder: Path, notify: "Notify | None") -> None:
    """Tell of each path that it leads nowhere if all do and there is no graph yet, and raise."""
    from kg.articles import lead_nowhere, read_articles
    from kg.ledger import Ledger, silent
    from kg.store.folder import GraphFolder

    if GraphFolder(folder).is_graph() or not lead_nowhere(paths):
        return
    tuple(Ledger((), "", notify or silent).sift(read_articles(paths)))
    raise GraphMissingError(
        os.fspath(folder),
        "no graph was made, for there is no article to read",
        hint="Name a file or a folder with articles: kg build PATHS…",
    )


def remove(names: str | Sequence[str], *, graph: StrPath = DEFAULT_FOLDER) -> "tuple[StoredArticle, ...]":
    """Take articles out of the graph, by path, name or identifier; gives what was removed.

    Raises ``UnknownNameError``, and removes nothing, if one of them is not there.
    """
    from kg import pipeline
    from kg.reader import load_sentence_encoder
    from kg.store.database import Database

    with Database.open(Path(graph)) as database:
        return pipeline.remove(_strings(names), database, load_sentence_encoder)


def _strings(paths: StrPath | Sequence[StrPath]) -> list[str]:
    if isinstance(paths, str | os.PathLike):
        return [os.fspath(paths)]
    return [os.fspath(path) for path in paths]
