"""The examples: words are where they are said to be, the clean one is valid, each broken one is caught."""

import hashlib

import pyshacl
import pytest
import rdflib
from pyoxigraph import NamedNode
from rdflib import RDF, SH

from kg.domain import ContentLinks, Contradiction, Copy, Entailment, Merge
from kg.store.addresses import Addresses
from kg.store.checks import load_checks
from kg.store.correction_triples import corrections_in
from kg.store.corrections import Action, in_force
from kg.store.link_triples import content_link_triples
from kg.store.validation import validate, validate_corrections
from kg.store.vocabulary import DCTERMS, KG, OA, PROV
from tests.ontology.files import CLEAN, EXAMPLES, FOLDER, copy_of, graph_of, store_of, violations

CODES = sorted({check.code for check in load_checks()})


def texts() -> dict[rdflib.term.Node, str]:
    graph = graph_of(CLEAN)
    names = graph.subject_objects(rdflib.URIRef(DCTERMS.identifier))
    return {
        article: (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")
        for article, name in names
    }


def test_each_span_has_the_words_of_its_offsets() -> None:
    graph, text_of = graph_of(CLEAN), texts()
    spans = list(graph.subjects(RDF.type, rdflib.URIRef(KG.Span)))
    assert len(spans) > 20
    for span in spans:
        text = text_of[graph.value(span, rdflib.URIRef(KG.inArticle))]
        start, end = (int(graph.value(span, rdflib.URIRef(each))) for each in (OA.start, OA.end))
        assert text[start:end] == str(graph.value(span, rdflib.URIRef(OA.exact)))


def test_each_article_has_the_hash_of_its_text() -> None:
    for article, text in texts().items():
        digest = hashlib.sha256(text.encode()).hexdigest()
        assert str(graph_of(CLEAN).value(article, rdflib.URIRef(KG.textSha256))) == digest


def test_the_clean_example_is_valid() -> None:
    assert validate(graph_of(CLEAN)).violations == ()


def test_the_clean_example_is_valid_with_the_ontology_beside_it() -> None:
    store = store_of(CLEAN)
    store.load(path=str(FOLDER / "kg.ttl"))
    assert validate(store).violations == ()


def test_there_is_one_violation_for_each_code() -> None:
    assert sorted(violations()) == CODES


@pytest.mark.parametrize("code", CODES)
def test_each_violation_is_reported_by_its_code_alone(code: str) -> None:
    report = validate(copy_of(graph_of(CLEAN), violations()[code]))
    assert {each.code for each in report.violations} == {code}


def test_a_full_shacl_processor_finds_the_same() -> None:
    """All violations in one graph: some hide others, but both must see the same."""
    data = copy_of(graph_of(CLEAN), *violations().values())
    mine = {(each.code, each.severity, each.focus) for each in validate(data).violations}
    _, results, _ = pyshacl.validate(
        copy_of(data, graph_of(FOLDER / "kg.ttl")),
        shacl_graph=graph_of(FOLDER / "shapes.ttl"),
        inference="none",
    )
    theirs = {
        (
            str(results.value(each, SH.resultMessage)).partition(":")[0],
            str(results.value(each, SH.resultSeverity)).removeprefix(str(SH)).lower(),
            str(results.value(each, SH.focusNode)),
        )
        for each in results.subjects(RDF.type, SH.ValidationResult)
    }
    assert mine == theirs
    assert len({code for code, _, _ in mine}) > 50


def test_the_links_of_the_example_are_as_they_are_written() -> None:
    store, here = store_of(EXAMPLES / "links.trig"), Addresses("https://example.org/")
    links = ContentLinks(
        claims=(Merge("c2", "c1", 0.94, "same words but one"),),
        contradictions=(Contradiction("c1", "c3", 0.81, "has arrived, has not arrived"),),
        entailments=(Entailment("c1", "c4", 0.8, "send – send, of the same: soldier"),),
        copies=(Copy("a2", "a1", 0.84),),
    )
    assert {quad.triple for quad in store} == set(content_link_triples(links, here))
    assert {quad.graph_name for quad in store} == {here.links_graph}


def test_the_corrections_of_the_example_are_read_and_valid() -> None:
    store, here = store_of(EXAMPLES / "corrections.trig"), Addresses("https://example.org/")
    corrections = corrections_in((quad.triple for quad in store), here)
    assert {f"{here.base}correction/{each.id}" for each in corrections} == {
        quad.subject.value for quad in store
    }
    assert [each.action for each in in_force(corrections)] == [Action.SPLIT, Action.REJECT, Action.UNDO]
    assert validate_corrections(store, here.corrections_graph).violations == ()


def test_corrections_that_are_not_in_order_are_reported() -> None:
    store, here = store_of(EXAMPLES / "corrections.trig"), Addresses("https://example.org/")
    early = next(store.quads_for_pattern(None, NamedNode(KG.withdraws), None)).object
    (time,) = store.quads_for_pattern(early, NamedNode(PROV.endedAtTime), None)
    store.remove(time)
    report = validate_corrections(store, here.corrections_graph)
    assert [each.code for each in report.violations] == ["K02", "K07"]


def test_names_that_look_like_descriptions_pass() -> None:
    report = validate(copy_of(graph_of(CLEAN), violations()["P06"]))
    assert {each.value for each in report.violations} == {"he", "Western officials", "A Western official"}
