"""Every format that the graph can be exported in: one table from name to writer.

The RDF formats carry the graph itself; the others carry its statements or its network.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UnknownNameError
from kg.store.rdf_formats import ENDINGS, WRITERS, write_rdf
from kg.store.snapshot import Snapshot
from kg.views.graph_files import to_gexf, to_graphml
from kg.views.rows import StatementRow
from kg.views.statement_rows import statement_rows
from kg.views.tables import to_csv, to_jsonl

Writer = Callable[[Snapshot, str | None], str]
"""From a snapshot, and the article to restrict it to (identifier, path or name), to the text of the file."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """How the graph becomes a file."""

    name: str
    ending: str
    """Of its files, with the dot."""
    write: Writer


def _of_rows(write: Callable[[Sequence[StatementRow]], str]) -> Writer:
    return lambda snapshot, article: write(statement_rows(snapshot, article=article))


def _of_rdf(name: str) -> Writer:
    return lambda snapshot, article: write_rdf(snapshot, name, article=article)


FORMATS: Mapping[str, ExportFormat] = {
    **{name: ExportFormat(name, ENDINGS[name], _of_rdf(name)) for name in WRITERS},
    "graphml": ExportFormat("graphml", ".graphml", _of_rows(to_graphml)),
    "gexf": ExportFormat("gexf", ".gexf", _of_rows(to_gexf)),
    "csv": ExportFormat("csv", ".csv", _of_rows(to_csv)),
    "jsonl": ExportFormat("jsonl", ".jsonl", _of_rows(to_jsonl)),
}
"""Name to format."""

DEFAULT_FORMAT = "turtle"


def format_of(path: Path | None) -> str:
    """The format that a file's ending stands for; Turtle for every other and for no file.

    >>> format_of(Path("kg.csv")), format_of(Path("kg.unknown")), format_of(None)
    ('csv', 'turtle', 'turtle')
    """
    endings = {known.ending: name for name, known in FORMATS.items()}
    return endings.get(path.suffix.lower(), DEFAULT_FORMAT) if path else DEFAULT_FORMAT


def export(snapshot: Snapshot, name: str, *, article: str | None = None) -> str:
    """The graph as text in a format of ``FORMATS``, to be written as UTF-8 without changing line ends.

    ``article`` (identifier, path or name) restricts it to one article. Raises ``UnknownNameError`` for
    an unknown format or article.
    """
    if name not in FORMATS:
        raise UnknownNameError("format", name, FORMATS)
    return FORMATS[name].write(snapshot, article)
