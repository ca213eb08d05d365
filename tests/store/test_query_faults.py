"""A query that is no SPARQL is shown to its author with a caret below the fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from kg.errors import QuerySyntaxError
from kg.store.query_faults import EXCERPT_CHARACTERS, MOST_CHARACTERS, syntax_error


def fault(query: str) -> QuerySyntaxError:
    with pytest.raises(SyntaxError) as caught:
        Store().query(query)
    return syntax_error(str(caught.value), query)


@pytest.mark.parametrize(
    ("query", "reason", "excerpt"),
    [
        (
            "SELECT ?s WHERE { ?s a }",
            "what begins here is no SPARQL",
            ("SELECT ?s WHERE { ?s a }", "                  ^"),
        ),
        (
            "SELECT ?s\nWHERE { ?s ?p ?o } GRUP BY ?s",
            "what begins here is no SPARQL",
            ("WHERE { ?s ?p ?o } GRUP BY ?s", "                   ^"),
        ),
        (
            "ASK { ?s ?p '韓国' ] }",
            "what begins here is no SPARQL",
            ("ASK { ?s ?p '韓国' ] }", " " * 19 + "^"),
        ),
        ("ASK {\n\t?s foaf:name ?o }", "Prefix not found", (" ?s foaf:name ?o }", "    ^")),
        ("ASK {", "the query ends too early", ("ASK {", "     ^")),
        ("", "the query ends too early", ("", "^")),
        (
            "SELECT ?x (COUNT(?s) AS ?n) { ?s a ?x }",
            "The SELECT contains a variable that is unbound",
            ("SELECT ?x (COUNT(?s) AS ?n) { ?s a ?x }", " " * 38 + "^"),
        ),
    ],
)
def test_the_place_is_shown(query: str, reason: str, excerpt: tuple[str, ...]) -> None:
    error = fault(query)
    assert (error.reason, error.excerpt) == (reason, excerpt)


def test_of_a_long_line_the_part_around_the_fault_is_shown() -> None:
    line, caret = fault(f"ASK {{ ?s ?p '{'a' * 200}' }} GRUP {'b' * 200}").excerpt
    assert len(line) <= EXCERPT_CHARACTERS
    assert line[len(caret) - 1 :].startswith("GRUP")


def test_a_query_too_long_to_be_parsed_again_keeps_the_place_of_the_engine() -> None:
    error = fault(f"ASK {{ }} # {'a' * MOST_CHARACTERS}\n]")
    assert error.line == 2


@given(st.text(st.sampled_from("ASK{}?s .\n\t()[]<>'\"é韓"), max_size=40))
def test_every_fault_has_a_place_in_the_query(query: str) -> None:
    try:
        Store().query(query)
    except SyntaxError as refused:
        error = syntax_error(str(refused), query)
        lines = query.split("\n")
        assert 1 <= error.line <= len(lines)
        assert 1 <= error.column <= len(lines[error.line - 1]) + 1
        assert error.excerpt[1].endswith("^")
