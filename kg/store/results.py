"""Answers as text: rows as a table for people or in SPARQL's result formats, triples as RDF.

``FORMS`` is the table: for each kind of answer the formats it can take, the usual one first.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pyoxigraph import Literal, NamedNode, QueryResultsFormat, RdfFormat, parse_query_results, serialize

from kg.errors import UnknownNameError
from kg.store.addresses import Addresses
from kg.store.answers import Answer, Boolean, Solutions, Triples
from kg.store.plain_table import plain_table
from kg.store.prefixed import Names
from kg.store.terms import Term
from kg.store.vocabulary import XSD

_FORMULA = re.compile(r"[=+\-@\t\r]")
"""With one of these at its beginning a spreadsheet takes a cell for a formula."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True, slots=True)
class Style:
    """What the text depends on besides the answer."""

    prefixes: Mapping[str, str]
    width: int | None = None
    """Cells of a line of the terminal; None for a file or a pipe, where no line is ever broken."""
    shown: tuple[str, ...] = ()
    """Variables that a table shows; empty for all."""


def serialized(answer: Answer, form: str | None = None, style: Style | None = None) -> str:
    """An answer as text; without ``form`` as the usual one of its kind.

    Raises ``UnknownNameError`` if this kind of answer has no such format.
    """
    forms = FORMS[type(answer)]
    if form is not None and form not in forms:
        raise UnknownNameError(f"format for {_WORDS[type(answer)]}", form, forms)
    return forms[form or next(iter(forms))](answer, style or Style(Addresses().prefixes))


# ------------------------------------------------------------------------------------------------ rows


def _table(solutions: Solutions, style: Style) -> str:
    """Aligned columns; IRIs with prefixes, texts without control characters."""
    names = Names(style.prefixes)
    header = style.shown or solutions.variables
    places = [solutions.variables.index(variable) for variable in header]
    rows = ([_for_people(row[place], names) for place in places] for row in solutions.rows)
    return plain_table(header, rows, style.width)


def _for_people(term: Term | None, names: Names) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return names.compact(term.value) or term.value
    return _CONTROL.sub(" ", term.value if isinstance(term, Literal) else str(term))


def _csv(solutions: Solutions, _style: Style) -> str:
    """SPARQL's CSV, with one guard: a text that a spreadsheet would run as a formula gets an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(solutions.variables)
    writer.writerows(map(_guarded, solutions.rows))
    return out.getvalue()


def _guarded(row: Sequence[Term | None]) -> Iterator[str]:
    for term in row:
        text = "" if term is None else term.value if isinstance(term, NamedNode | Literal) else str(term)
        is_text = isinstance(term, Literal) and term.datatype.value == XSD.string
        yield f"'{text}" if is_text and _FORMULA.match(text) else text


def _tsv(solutions: Solutions, _style: Style) -> str:
    return solutions.tsv.decode()


def _by_engine(form: QueryResultsFormat, answer: Solutions | Boolean, _style: Style) -> str:
    """Rows, or yes and no, in one of the formats that pyoxigraph writes."""
    tsv = answer.tsv if isinstance(answer, Solutions) else _yes_or_no(answer).strip().encode()
    written = parse_query_results(tsv, QueryResultsFormat.TSV).serialize(format=form)
    return f"{(written or b'').decode()}\n"


def _yes_or_no(answer: Boolean, _style: Style | None = None) -> str:
    return "true\n" if answer.value else "false\n"


# --------------------------------------------------------------------------------------------- triples


def _triples(form: RdfFormat, triples: Triples, style: Style) -> str:
    ordered = sorted(triples, key=str)
    return (serialize(ordered, format=form, prefixes=dict(style.prefixes)) or b"").decode()


_JSON = partial(_by_engine, QueryResultsFormat.JSON)
_XML = partial(_by_engine, QueryResultsFormat.XML)

FORMS: Mapping[type[Answer], Mapping[str, Callable[..., str]]] = {
    Solutions: {"table": _table, "csv": _csv, "tsv": _tsv, "json": _JSON, "xml": _XML},
    Boolean: {"table": _yes_or_no, "csv": _yes_or_no, "tsv": _yes_or_no, "json": _JSON, "xml": _XML},
    Triples: {
        "turtle": partial(_triples, RdfFormat.TURTLE),
        "ntriples": partial(_triples, RdfFormat.N_TRIPLES),
        "jsonld": partial(_triples, RdfFormat.JSON_LD),
    },
}
"""Kind of answer to name of a format to its writer."""

_WORDS = {Solutions: "rows", Boolean: "yes or no", Triples: "triples"}
