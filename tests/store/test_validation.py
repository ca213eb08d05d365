"""The report: what it says, and how it looks."""

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.store.validation import MOST_SHOWN, Report, Violation, validate
from kg.store.vocabulary import KG, RDF, RDFS, XSD
from tests.ontology.files import CLEAN, copy_of, graph_of, store_of, violations


def store_with_claims(count: int) -> Store:
    """Claims that nobody expresses."""
    store = Store()
    for number in range(count):
        claim = NamedNode(f"https://example.org/claim/{number}")
        store.add(Quad(claim, NamedNode(RDF.type), NamedNode(KG.Claim)))
        store.add(Quad(claim, NamedNode(RDFS.label), Literal("the bridge is closed")))
    return store


def test_a_valid_graph() -> None:
    report = validate(store_of(CLEAN))
    assert report == Report()
    assert report.conforms
    assert str(report) == "The graph is valid."


def test_an_empty_graph_is_valid() -> None:
    assert validate(Store()).conforms


def test_a_violation_says_what_and_where() -> None:
    (found,) = validate(copy_of(graph_of(CLEAN), violations()["P07"])).violations
    assert found == Violation(
        code="P07",
        severity="violation",
        message="schema:sameAs names a Wikidata entity (http://www.wikidata.org/entity/Q…)",
        focus=found.focus,
        path="https://schema.org/sameAs",
        value="https://www.wikidata.org/wiki/Q42",
    )


def test_two_values_that_cannot_be_compared_are_still_two() -> None:
    store = store_with_claims(1)
    claim = NamedNode("https://example.org/claim/0")
    store.add(Quad(claim, NamedNode(RDFS.label), Literal("2024", datatype=NamedNode(XSD.date))))
    assert [each.code for each in validate(store).violations] == ["C01", "C01", "C06"]


def test_warnings_do_not_break_a_graph() -> None:
    report = validate(copy_of(graph_of(CLEAN), violations()["T19"]))
    assert report.conforms
    assert [each.code for each in report.by_severity("warning")] == ["T19"]


def test_the_text_counts_all_and_shows_some() -> None:
    report = validate(store_with_claims(MOST_SHOWN + 2))
    assert not report.conforms
    assert str(report).splitlines() == [
        "7 violations",
        "",
        "C06 violation: a claim that no statement expresses (7)",
        *(f"  https://example.org/claim/{number}" for number in range(MOST_SHOWN)),
        "  … and 2 more",
    ]


def test_a_long_value_is_cut_to_one_line() -> None:
    long = Violation("T20", "warning", "too long", "https://example.org/statement/1", value="word\n" * 50)
    (line,) = str(Report((long,))).splitlines()[3:]
    assert line.startswith("  https://example.org/statement/1 → word word")
    assert line.endswith("…")
    assert len(line) < 120


def test_the_store_is_only_read() -> None:
    store = store_with_claims(1)
    before = set(store)
    validate(store)
    assert set(store) == before


def test_named_graphs_are_not_looked_at() -> None:
    store = Store()
    for quad in store_with_claims(1):
        store.add(Quad(*quad.triple, NamedNode("https://example.org/graph")))
    assert validate(store).conforms
