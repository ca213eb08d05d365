"""Rows → tables: CSV for spreadsheets, JSON Lines for programs."""

import csv
import dataclasses
import io
import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from kg.errors import NewskgError
from kg.views.rows import StatementRow

if TYPE_CHECKING:
    import pandas

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a cell that begins with one of these."""

COLUMNS: Final[dict[str, Callable[[StatementRow], object]]] = {
    "statement": lambda row: row.id,
    "speaker": lambda row: _joined(actor.name for actor in row.speakers),
    "speaker_kind": lambda row: _joined(actor.kind for actor in row.speakers),
    "speaker_id": lambda row: _joined(actor.id for actor in row.speakers),
    "about": lambda row: _joined(actor.name for actor in row.about),
    "about_kind": lambda row: _joined(actor.kind for actor in row.about),
    "about_id": lambda row: _joined(actor.id for actor in row.about),
    "words": lambda row: row.words,
    "cue": lambda row: row.cue,
    "source": lambda row: row.source,
    "mode": lambda row: row.mode,
    "polarity": lambda row: row.polarity,
    "certainty": lambda row: row.certainty,
    "probability": lambda row: row.probability,
    "spans": lambda row: " ".join(f"{part.start}-{part.end}" for part in row.content),
    "article": lambda row: row.article.name,
    "title": lambda row: row.article.title,
    "date": lambda row: row.article.date,
    "publisher": lambda row: row.article.publisher,
    "url": lambda row: row.article.url,
    "article_id": lambda row: row.article.id,
    "text_sha256": lambda row: row.article.text_sha256,
    "claims": lambda row: " ".join(row.claims),
}
"""What each column of the CSV shows. Several actors are joined by "; "; ``spans`` count code points."""


def to_csv(rows: Sequence[StatementRow]) -> str:
    """One line per statement under a header line; RFC 4180; cells that a spreadsheet would run are quoted.

    >>> to_csv(()).split(",")[:3]
    ['statement', 'speaker', 'speaker_kind']
    """
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell(row)) for cell in COLUMNS.values()] for row in rows)
    return target.getvalue()


def to_dataframe(rows: Sequence[StatementRow]) -> "pandas.DataFrame":
    """One row per statement with the columns of the CSV, values as they are, not guarded; needs pandas."""
    try:
        import pandas
    except ImportError as error:
        raise NewskgError("pandas is not installed", hint="Install it: pip install pandas") from error
    return pandas.DataFrame({name: [cell(row) for row in rows] for name, cell in COLUMNS.items()})


def guarded(value: object) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe comes first where one begins.

    >>> guarded("=1+1"), guarded("1+1"), guarded(0.9), guarded(None)
    ("'=1+1", '1+1', '0.9', '')
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def to_jsonl(rows: Sequence[StatementRow]) -> str:
    """One JSON object per statement and line, with the fields of ``StatementRow``; nothing is lost."""
    return "".join(
        json.dumps(dataclasses.asdict(row), default=str, ensure_ascii=False) + "\n" for row in rows
    )


def _joined(values: Iterable[object]) -> str:
    return "; ".join(str(value) for value in values)
