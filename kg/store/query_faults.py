"""Where a query stops being SPARQL, and in which words to say so.

Oxigraph names the furthest place to which it read while it tried keywords, often far behind the fault, and
lists everything that it tried. So the place is taken from rdflib's parser, which names the beginning of the
smallest part that is no SPARQL; what only Oxigraph finds, as an unknown prefix, keeps its words.
"""

import re
from dataclasses import dataclass

from rich.cells import cell_len

from kg.errors import QuerySyntaxError

EXCERPT_CHARACTERS = 76
"""Of the line in which a query goes wrong."""

MOST_CHARACTERS = 5_000
"""Of a query that is parsed once more to find the place; a longer one is not worth the seconds."""

_MESSAGE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<reason>.*)", re.DOTALL)
_FINDING = re.compile(r"[A-Z]\w* [^,\"\[\]]*[a-z][^,\"\[\]]*")
"""A sentence among the keywords and signs that the engine lists."""
_LAST_WORD = re.compile(r"\S+$")
_PREFIX_HINT = "Declare it: PREFIX name: <namespace>. `kg query --help` lists those that are known."


@dataclass(frozen=True, slots=True)
class _Place:
    """Line and column, both counted from 1."""

    line: int
    column: int


def syntax_error(message: str, query: str) -> QuerySyntaxError:
    """Oxigraph's message about a query as an error with the place in the query."""
    found = _MESSAGE.match(message)
    if not found:
        return QuerySyntaxError(message, line=1, column=1)
    place = _Place(int(found["line"]), int(found["column"]))
    if finding := _FINDING.search(" ".join(found["reason"].split())):
        reason, place = finding[0].strip(), _beginning_of_word(query, place)
    else:
        place = _place_by_rdflib(query) or place
        reason = "what begins here is no SPARQL" if _rest(query, place) else "the query ends too early"
    return QuerySyntaxError(
        reason,
        line=place.line,
        column=place.column,
        excerpt=_excerpt(query, place),
        hint=_PREFIX_HINT if reason == "Prefix not found" else "",
    )


def _place_by_rdflib(query: str) -> _Place | None:
    """Where the smallest part begins that rdflib cannot read; None if it reads all of it, or gives up."""
    if len(query) > MOST_CHARACTERS:
        return None
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(query.replace("\t", " "))  # pyparsing would count a tab as up to eight characters
    except ParseException as error:
        return _Place(error.lineno, error.column)
    except RecursionError:  # brackets in brackets
        return None
    return None


def _beginning_of_word(query: str, after: _Place) -> _Place:
    """The beginning of the word that ends before a place."""
    before = _line(query, after.line)[: after.column - 1]
    word = _LAST_WORD.search(before)
    return _Place(after.line, word.start() + 1) if word else after


def _excerpt(query: str, place: _Place) -> tuple[str, ...]:
    """The line with a caret below the place; of a long line the part around it."""
    begin = max(0, place.column - 1 - EXCERPT_CHARACTERS // 2)
    part = _line(query, place.line)[begin : begin + EXCERPT_CHARACTERS].replace("\t", " ").rstrip()
    return part, " " * cell_len(part[: place.column - 1 - begin]) + "^"


def _rest(query: str, place: _Place) -> str:
    """What stands from a place on, without blanks around it."""
    lines = query.split("\n")[place.line - 1 :]
    return "\n".join([lines[0][place.column - 1 :], *lines[1:]]).strip() if lines else ""


def _line(query: str, number: int) -> str:
    lines = query.split("\n")
    return lines[number - 1] if number <= len(lines) else ""
