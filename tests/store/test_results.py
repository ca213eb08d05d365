"""Answers as text: tables for people, SPARQL's formats for programs, RDF for triples."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest
from pyoxigraph import Literal, RdfFormat, Store, parse

from kg.errors import UnknownNameError
from kg.store.answers import Boolean, Solutions, Triples
from kg.store.query import Query, run_here
from kg.store.results import FORMS, Style, serialized
from tests.store.datasets import HERE, actor

HERE_STYLE = Style(HERE.prefixes)


def rows(values: str, names: str = "?a ?b") -> Solutions:
    answer = run_here(Query(f"SELECT {names} {{ VALUES ({names}) {{ {values} }} }}", HERE.prefixes), Store())
    assert isinstance(answer, Solutions)
    return answer


TWO = rows('(actor:marchuk "says \\"yes\\", and\\nno") (UNDEF 0.5)')


def test_a_table_is_for_people():
    assert serialized(TWO, "table", HERE_STYLE).splitlines() == [
        "a               b",
        "─" * 34,
        'actor:marchuk   says "yes", and no',
        "                0.5",
    ]


def test_a_table_keeps_control_characters_from_the_terminal():
    assert "\x1b" not in serialized(rows('("\\u001b[31mred" "[bold]x[/bold]")'), "table")
    assert "[bold]x[/bold]" in serialized(rows('("a" "[bold]x[/bold]")'), "table")


def test_a_narrow_table_folds_and_loses_nothing():
    narrow = serialized(rows(f'("{"word " * 30}" 1)'), "table", Style(HERE.prefixes, width=40))
    assert max(map(len, narrow.splitlines())) <= 40
    assert narrow.count("word") == 30


@pytest.mark.parametrize(
    ("cell", "written"),
    [('"=1+1"', "'=1+1"), ('"+1"', "'+1"), ('"-x"', "'-x"), ('"@x"', "'@x"), ("-1", "-1"), ('"a=b"', "a=b")],
)
def test_csv_cells_are_no_formulas(cell, written):
    assert list(csv.reader(io.StringIO(serialized(rows(f"({cell} 1)"), "csv"), newline="")))[1] == [
        written,
        "1",
    ]


def test_csv_and_tsv_have_all_rows():
    read = list(csv.reader(io.StringIO(serialized(TWO, "csv"), newline="")))
    assert read == [["a", "b"], [actor("marchuk").value, 'says "yes", and\nno'], ["", "0.5"]]
    assert serialized(TWO, "tsv").splitlines()[0] == "?a\t?b"
    assert len(serialized(TWO, "tsv").splitlines()) == 3


def test_json_and_xml_are_sparqls():
    read = json.loads(serialized(TWO, "json"))
    assert read["head"]["vars"] == ["a", "b"]
    assert read["results"]["bindings"][0]["a"] == {"type": "uri", "value": actor("marchuk").value}
    assert "a" not in read["results"]["bindings"][1]
    assert len(ET.fromstring(serialized(TWO, "xml")).findall(".//{*}result")) == 2


@pytest.mark.parametrize("value", [True, False])
def test_yes_and_no(value):
    word = str(value).lower()
    assert {serialized(Boolean(value), form) for form in (None, "table", "csv", "tsv")} == {f"{word}\n"}
    assert json.loads(serialized(Boolean(value), "json"))["boolean"] is value
    assert f"<boolean>{word}</boolean>" in serialized(Boolean(value), "xml")


@pytest.mark.parametrize("form", FORMS[Triples])
def test_triples_read_back(form):
    made = run_here(
        Query('CONSTRUCT { [] a kg:Actor ; skos:prefLabel "é\\n" } WHERE {}', HERE.prefixes), Store()
    )
    rdf = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD}[form]
    back = list(parse(serialized(made, form), rdf))
    assert len(back) == 2
    assert Literal("é\n") in {quad.object for quad in back}


def test_the_usual_format_is_the_first():
    assert serialized(TWO) == serialized(TWO, "table")
    assert "kg:Actor" in serialized(
        run_here(Query("CONSTRUCT { ?x a kg:Actor } WHERE { VALUES ?x { actor:a } }", HERE.prefixes), Store())
    )


@pytest.mark.parametrize(
    ("answer", "form"), [(TWO, "turtle"), (Boolean(True), "ntriples"), (Triples(b""), "csv")]
)
def test_a_format_of_another_kind_is_a_miss(answer, form):
    with pytest.raises(UnknownNameError) as caught:
        serialized(answer, form)
    assert set(caught.value.known) == set(FORMS[type(answer)])
