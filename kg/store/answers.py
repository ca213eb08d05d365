"""What a query gives: rows, yes or no, or triples. Kept as written by the engine, read when looked at."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from kg.store.terms import Term
from kg.store.vocabulary import XSD

Scalar = str | int | float | bool | datetime.date

_PYTHON: Mapping[str, Callable[[str], Scalar]] = {
    XSD.NAMESPACE + "integer": int,
    XSD.decimal: float,
    XSD.NAMESPACE + "double": float,
    XSD.NAMESPACE + "float": float,
    XSD.boolean: lambda text: text in ("true", "1"),
    XSD.date: datetime.date.fromisoformat,
    XSD.dateTime: datetime.datetime.fromisoformat,
}
"""Datatype to its reader; all others stay text."""


def python_value(term: Term | None) -> Scalar | None:
    """A term as a Python value: IRIs and texts as ``str``; a date with a time zone stays text."""
    if term is None:
        return None
    if isinstance(term, Literal):
        try:
            return _PYTHON.get(term.datatype.value, str)(term.value)
        except ValueError:
            return term.value
    return term.value if isinstance(term, NamedNode) else str(term)


@dataclass(frozen=True, slots=True)
class Solutions:
    """The rows of a SELECT."""

    tsv: bytes
    """In SPARQL's tab-separated values."""
    truncated: bool = False
    """Whether there were more rows than were asked for."""

    @classmethod
    def of(cls, variables: Iterable[str], rows: Iterable[Sequence[Term]], *, truncated: bool = False) -> Self:
        """Rows that no query gave, one term for each variable."""
        lines = ["\t".join(f"?{each}" for each in variables), *("\t".join(map(str, row)) for row in rows)]
        return cls("".join(f"{line}\n" for line in lines).encode(), truncated)

    def parsed(self) -> QuerySolutions:
        """The rows as pyoxigraph reads and writes them."""
        found = parse_query_results(self.tsv, QueryResultsFormat.TSV)
        assert isinstance(found, QuerySolutions)  # noqa: S101  what begins with variables is no boolean
        return found

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of the columns, without the question mark."""
        return tuple(variable.value for variable in self.parsed().variables)

    @property
    def rows(self) -> Iterator[tuple[Term | None, ...]]:
        """One tuple of terms per row, in the order of ``variables``; None where nothing is bound."""
        return (tuple(solution) for solution in self.parsed())

    @property
    def values(self) -> Iterator[tuple[Scalar | None, ...]]:
        """The rows as Python values."""
        return (tuple(map(python_value, row)) for row in self.rows)

    def __len__(self) -> int:
        return self.tsv.count(b"\n") - 1


@dataclass(frozen=True, slots=True)
class Boolean:
    """The answer to an ASK."""

    value: bool

    def __bool__(self) -> bool:
        return self.value


@dataclass(frozen=True, slots=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE."""

    ntriples: bytes
    truncated: bool = False

    def __iter__(self) -> Iterator[Triple]:
        return (quad.triple for quad in parse(self.ntriples, RdfFormat.N_TRIPLES))

    def __len__(self) -> int:
        return self.ntriples.count(b"\n")


Answer = Solutions | Boolean | Triples
