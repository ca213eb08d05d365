import csv
import io
import json

import networkx
import pytest

from kg.errors import UnknownNameError
from kg.store.rdf_formats import WRITERS, write_rdf
from kg.views.formats import FORMATS, export
from kg.views.statement_rows import statement_rows
from tests.views.graphs import published


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return published(tmp_path_factory.mktemp("graph"))


def _csv(text):
    return [line["statement"] for line in csv.DictReader(io.StringIO(text, newline=""))]


def _jsonl(text):
    return [json.loads(line)["id"] for line in text.splitlines()]


@pytest.mark.parametrize(("name", "read"), [("csv", _csv), ("jsonl", _jsonl)])
@pytest.mark.parametrize("article", [None, "first"])
def test_tables_hold_every_statement(snapshot, name, read, article):
    expected = [row.id for row in statement_rows(snapshot, article=article)]
    assert expected
    assert read(export(snapshot, name, article=article)) == expected


@pytest.mark.parametrize(("name", "read"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)])
def test_graph_files_hold_the_network(snapshot, name, read):
    graph = read(io.BytesIO(export(snapshot, name).encode()))
    assert {(graph.nodes[a]["name"], graph.nodes[b]["name"]) for a, b in graph.edges} == {
        ("Olena Marchuk", "Northland"),
        ("Northland", "Olena Marchuk"),
        ("Officials", "Olena Marchuk"),
        ("Officials", "Northland"),
    }


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("article", [None, "second"])
def test_rdf_is_that_of_the_store(snapshot, name, article):
    assert export(snapshot, name, article=article) == write_rdf(snapshot, name, article=article)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_graph_gives_the_same_text(snapshot, name):
    assert export(snapshot, name) == export(snapshot, name)


def test_endings_tell_formats_apart():
    endings = [each.ending for each in FORMATS.values()]
    assert len(set(endings)) == len(endings)
    assert all(ending.startswith(".") for ending in endings)
    assert all(name == each.name for name, each in FORMATS.items())


def test_an_unknown_format_lists_those_that_exist(snapshot):
    with pytest.raises(UnknownNameError) as caught:
        export(snapshot, "turtel")
    assert "turtle" in caught.value.hint
