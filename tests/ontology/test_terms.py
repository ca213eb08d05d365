"""Every word is explained, and no file uses a word that is not."""

import json
import re
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SH, SKOS

from kg.domain import Certainty, CueClass, Mode, Polarity, ResolutionMethod
from kg.store.vocabulary import KG, PREFIXES
from tests.ontology.files import CLEAN, FOLDER, QUESTIONS, TRIG, TURTLE, flat, graph_of, store_of

ONTOLOGY = graph_of(FOLDER / "kg.ttl")
HEADER = rdflib.URIRef(KG.NAMESPACE.rstrip("#"))
TERMS = sorted(set(ONTOLOGY.subjects()) - {HEADER})
STANDARD = (str(RDF), str(SH), "http://www.w3.org/2001/XMLSchema#")
NAMES = re.compile(rf"\b({'|'.join(PREFIXES)}):([A-Za-z]\w*)")


def is_explained(term: rdflib.term.Node) -> bool:
    return term in set(TERMS) or str(term).startswith(STANDARD)


@pytest.mark.parametrize("term", TERMS, ids=str)
@pytest.mark.parametrize("kind", [RDFS.label, RDFS.comment, SKOS.example], ids=lambda each: each.fragment)
def test_every_term_has_one_label_comment_and_example(term: rdflib.URIRef, kind: rdflib.URIRef) -> None:
    assert len([words for words in ONTOLOGY.objects(term, kind) if words.strip()]) == 1


@pytest.mark.parametrize("path", [*TURTLE, *TRIG], ids=lambda path: path.name)
def test_no_file_uses_an_own_term_that_is_not_defined(path: Path) -> None:
    nodes = {node for triple in flat(store_of(path)) for node in triple if isinstance(node, rdflib.URIRef)}
    used = {node for node in nodes if node.startswith(KG.NAMESPACE)}
    wrong_on_purpose = {KG.NAMESPACE + name for name in ("ByGuess", "Doubts", "saidBy")}
    assert {str(node) for node in used - set(TERMS)} <= wrong_on_purpose


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_questions_use_explained_terms_only(path: Path) -> None:
    words = re.sub(r"^#.*$|^PREFIX .*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    used = [rdflib.URIRef(PREFIXES[prefix] + name) for prefix, name in NAMES.findall(words)]
    assert used
    assert [str(term) for term in used if not is_explained(term)] == []


def test_shapes_are_about_explained_terms_only() -> None:
    shapes = graph_of(FOLDER / "shapes.ttl")
    paths = {path for path in shapes.objects(None, SH.path) if isinstance(path, rdflib.URIRef)}
    terms = paths | set(shapes.objects(None, SH.targetClass)) | set(shapes.objects(None, SH["class"]))
    assert [str(term) for term in terms if not is_explained(term)] == []


def test_the_example_uses_explained_properties_and_classes_only() -> None:
    example = graph_of(CLEAN)
    used = set(example.predicates()) | set(example.objects(None, RDF.type))
    assert [str(term) for term in used if not is_explained(term)] == []


@pytest.mark.parametrize(
    ("scheme", "members"),
    [
        (KG.Modes, Mode),
        (KG.Polarities, Polarity),
        (KG.Certainties, Certainty),
        (KG.Resolutions, ResolutionMethod),
        (KG.CueClasses, CueClass),
    ],
)
def test_the_value_lists_are_those_of_the_records(scheme: str, members: type) -> None:
    concepts = ONTOLOGY.subjects(SKOS.inScheme, rdflib.URIRef(scheme))
    assert {str(ONTOLOGY.value(each, SKOS.prefLabel)) for each in concepts} == {
        each.value for each in members
    }


def test_there_are_no_blank_nodes_in_what_readers_see() -> None:
    for path in (FOLDER / "kg.ttl", FOLDER / "alignment.ttl", CLEAN):
        assert not [node for triple in graph_of(path) for node in triple if isinstance(node, rdflib.BNode)]


def test_domains_and_ranges_are_explained() -> None:
    named = {*ONTOLOGY.objects(None, RDFS.domain), *ONTOLOGY.objects(None, RDFS.range)} - {SKOS.Concept}
    assert [str(term) for term in named if not is_explained(term)] == []


def test_alignment_makes_no_statement_an_activity_and_no_class_a_concept() -> None:
    alignment = graph_of(FOLDER / "alignment.ttl")
    prov = rdflib.Namespace(PREFIXES["prov"])
    assert (rdflib.URIRef(KG.Statement), RDFS.subClassOf, prov.Activity) not in alignment
    assert (SKOS.closeMatch, RDF.type, OWL.AnnotationProperty) in alignment


def test_the_context_gives_every_term_by_its_short_name() -> None:
    context = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    meant = {each["@id"] if isinstance(each, dict) else each for each in context.values() if each != 1.1}
    schemes = set(ONTOLOGY.subjects(RDF.type, SKOS.ConceptScheme))
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    assert {graph.qname(str(term)) for term in set(TERMS) - schemes} <= meant


def test_a_document_written_by_the_context_is_the_graph_it_means() -> None:
    context = (FOLDER / "context.jsonld").read_text(encoding="utf-8")
    document = json.loads(context) | {
        "id": "https://example.org/statement/1",
        "type": "Statement",
        "mode": "Direct",
        "speaker": "https://example.org/actor/1",
        "saidOn": "2024-10-18",
    }
    turtle = f"""@prefix kg: <{KG.NAMESPACE}> . @prefix xsd: <{PREFIXES["xsd"]}> .
        <https://example.org/statement/1> a kg:Statement ; kg:mode kg:Direct ;
            kg:speaker <https://example.org/actor/1> ; kg:saidOn "2024-10-18"^^xsd:date ."""
    meant = {quad.triple for quad in parse(json.dumps(document), format=RdfFormat.JSON_LD)}
    assert meant == {quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE)}
