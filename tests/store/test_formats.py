"""Every format reads back to the same graph, and the same graph gives the same bytes."""

import random
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest
import rdflib
from hypothesis import given
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.errors import UnknownNameError
from kg.store.database import Database
from kg.store.rdf_formats import ENDINGS, WRITERS, jsonld, nquads, ntriples, rdfxml, trig, turtle, write_rdf
from kg.store.snapshot import Snapshot
from kg.store.terms import as_written
from kg.store.vocabulary import KG, SKOS
from tests.store.datasets import HERE, effective, stored
from tests.store.test_effective import SAMPLE, again
from tests.strategies import random_resolved, resolved_articles

PREFIXES = HERE.prefixes

GRAPH_WRITERS = {
    RdfFormat.TURTLE: lambda triples: turtle(triples, PREFIXES),
    RdfFormat.N_TRIPLES: ntriples,
    RdfFormat.JSON_LD: lambda triples: jsonld(triples, PREFIXES),
}
DATASET_WRITERS = {
    RdfFormat.N_QUADS: nquads,
    RdfFormat.TRIG: lambda quads: trig(quads, PREFIXES),
}


def plain(triples: Iterable[Triple]) -> set[str]:
    return {str(triple) for triple in triples}


@pytest.mark.parametrize("form", GRAPH_WRITERS, ids=str)
@given(resolved=resolved_articles())
def test_a_graph_reads_back(form, resolved):
    triples = effective(stored(resolved))
    assert plain(quad.triple for quad in parse(GRAPH_WRITERS[form](triples), form)) == plain(triples)


@pytest.mark.parametrize("form", DATASET_WRITERS, ids=str)
@given(resolved=resolved_articles())
def test_a_dataset_reads_back(form, resolved):
    quads = stored(resolved)
    assert set(parse(DATASET_WRITERS[form](quads), form)) == set(quads)


@given(resolved_articles())
def test_rdfxml_reads_back_without_what_xml_forbids(resolved):
    triples = effective(stored(resolved))
    back = {quad.triple for quad in parse(rdfxml(triples, PREFIXES), RdfFormat.RDF_XML)}
    kept = {
        Triple(s, p, Literal(o.value.replace("\x01", "").replace("\x0b", ""), datatype=o.datatype))
        if isinstance(o, Literal)
        else Triple(s, p, o)
        for s, p, o in triples
    }
    assert back == kept


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD
@pytest.mark.parametrize(("form", "name"), [("turtle", "turtle"), ("nt", "ntriples"), ("json-ld", "jsonld")])
def test_rdflib_reads_the_same(form, name, snapshot):
    graph = rdflib.Graph().parse(data=write_rdf(snapshot, name), format=form)
    assert len(graph) == len(set(snapshot.triples()))


@pytest.mark.parametrize("form", [*GRAPH_WRITERS, *DATASET_WRITERS], ids=str)
def test_order_does_not_show(form):
    quads = stored(random_resolved(Random(5)), random_resolved(Random(6)))
    shuffled = random.Random(1).sample(quads, len(quads))
    if form in DATASET_WRITERS:
        assert DATASET_WRITERS[form](quads) == DATASET_WRITERS[form](shuffled)
    else:
        write = GRAPH_WRITERS[form]
        assert write(quad.triple for quad in quads) == write(quad.triple for quad in shuffled)


def test_turtle_looks_as_a_person_would_write_it():
    written = turtle(effective(stored(SAMPLE)), PREFIXES)
    assert (
        "\nst:first a kg:Statement ;\n    kg:affirms claim:left ;\n    kg:certainty kg:Unspecified ;\n"
        in written
    )
    assert "kg:probability 0.9 ;" in written
    assert "oa:start 24 ;" in written
    assert "kg:probability 1.0 ;" in written


def test_blank_nodes_are_no_part_of_a_graph():
    with pytest.raises(ValueError, match="only IRIs"):
        turtle([Triple(BlankNode("b"), NamedNode(SKOS.prefLabel), Literal("x"))], PREFIXES)


# ------------------------------------------------------------------------------------ of a whole graph


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory) -> Snapshot:
    folder: Path = tmp_path_factory.mktemp("formats") / "graph"
    with Database.open(folder) as database:
        database.replace(SAMPLE, "f1")
        database.replace(again("!"), "f2")
        database.replace(random_resolved(Random(11)), "f3")
        database.publish()
    return Snapshot.open(folder)


@pytest.mark.parametrize("name", WRITERS)
def test_what_is_written_is_what_is_there(name, snapshot):
    form = RdfFormat.from_extension(ENDINGS[name].removeprefix("."))
    back = Store()
    back.bulk_extend(parse(write_rdf(snapshot, name), form))
    if form.supports_datasets and name != "jsonld":
        assert {as_quad(quad) for quad in back} == set(snapshot.quads())
    elif name != "rdfxml":
        assert {as_written(quad.triple) for quad in back} == set(snapshot.triples())
    else:
        assert len(back) == len(set(snapshot.triples()))


def as_quad(quad: Quad) -> Quad:
    return Quad(*as_written(quad.triple), quad.graph_name)


@pytest.mark.parametrize("name", WRITERS)
def test_one_article_is_a_part_of_the_whole(name, snapshot):
    part = write_rdf(snapshot, name, article=SAMPLE.article.id)
    assert 0 < len(part) < len(write_rdf(snapshot, name))
    assert SAMPLE.article.id in part
    assert again("!").article.id not in part
    assert part == write_rdf(snapshot, name, article=SAMPLE.article.id)


def test_one_article_is_closed():
    from kg.store.selection import triples_of_article

    triples = effective(stored(SAMPLE, again("!")))
    part = set(triples_of_article(triples, SAMPLE.article.id, HERE))
    assert part < triples
    described = {triple.subject for triple in part}
    named = {triple.object for triple in part if isinstance(triple.object, NamedNode)}
    assert {node for node in named if not node.value.startswith(KG.NAMESPACE)} <= described


@pytest.mark.parametrize(("form", "article"), [("yaml", None), ("turtle", "nobody.txt")])
def test_a_miss_lists_what_exists(form, article, snapshot):
    with pytest.raises(UnknownNameError) as caught:
        write_rdf(snapshot, form, article=article)
    assert caught.value.known
