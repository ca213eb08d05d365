"""The competency questions: the same rows in two engines, in one order, with the answers a reader expects."""

import warnings
from decimal import Decimal
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, QuerySolution, RdfFormat, Store

from tests.ontology.files import CLEAN, EXAMPLES, FOLDER, QUESTIONS, graph_of, store_of

NEEDED = {
    "aliases",
    "claim-history",
    "co-mentions",
    "compare",
    "copies",
    "denials",
    "disagreements",
    "events-only-claimed",
    "evidence-for-event",
    "hearsay",
    "most-quoted",
    "pronoun-audit",
    "provenance",
    "shared-claims",
    "single-source-claims",
    "timeline",
    "unnamed-sources",
    "who-said-what",
    "who-said-what-about",
    "who-talks-about-whom",
}
FLAT = [path for path in QUESTIONS if "GRAPH" not in path.read_text(encoding="utf-8")]


def sparql(name: str) -> str:
    return (FOLDER / "questions" / f"{name}.rq").read_text(encoding="utf-8")


def plain(row: QuerySolution) -> tuple[object, ...]:
    """Numbers as numbers: the engines write the same decimal differently."""
    return tuple(None if term is None else number(term.value, term) for term in row)


def number(text: str, term: object) -> object:
    is_number = isinstance(term, Literal) and term.datatype.value.endswith(("#integer", "#decimal"))
    return Decimal(text) if is_number else text


def rdflib_row(row: rdflib.query.ResultRow) -> tuple[object, ...]:
    return tuple(
        None
        if term is None
        else Decimal(str(term))
        if isinstance(getattr(term, "value", None), int | Decimal)
        else str(term)
        for term in row
    )


def answers(name: str, store: Store | None = None) -> list[tuple[object, ...]]:
    return [plain(row) for row in (store or store_of(CLEAN)).query(sparql(name))]


def columns(name: str, *wanted: str) -> set[tuple[str, ...]]:
    rows = store_of(CLEAN).query(sparql(name))
    return {tuple(row[column].value for column in wanted) for row in rows}


def test_all_questions_are_there() -> None:
    assert {path.stem for path in QUESTIONS} == NEEDED


@pytest.mark.parametrize("path", FLAT, ids=lambda path: path.stem)
def test_both_engines_give_the_same_rows_in_the_same_order(path: Path) -> None:
    in_rdflib = [rdflib_row(row) for row in graph_of(CLEAN).query(path.read_text(encoding="utf-8"))]
    assert in_rdflib
    assert answers(path.stem) == in_rdflib


def test_both_engines_agree_on_a_question_about_named_graphs() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, inside its Dataset
        dataset = rdflib.Dataset()
        dataset.parse(EXAMPLES / "provenance.trig", format="trig")
        in_rdflib = [tuple(str(term) for term in row) for row in dataset.query(sparql("provenance"))]
    store = store_of(EXAMPLES / "provenance.trig")
    in_oxigraph = [tuple(term.value for term in row) for row in store.query(sparql("provenance"))]
    moment = in_rdflib[0][4]
    assert [row[:4] + row[5:] for row in in_rdflib] == [row[:4] + row[5:] for row in in_oxigraph]
    assert (moment, in_oxigraph[0][4]) == ("2024-10-21T08:00:00+00:00", "2024-10-21T08:00:00Z")


@pytest.mark.parametrize("path", FLAT, ids=lambda path: path.stem)
def test_rows_are_distinct_and_do_not_depend_on_the_order_of_triples_or_on_the_ontology(path: Path) -> None:
    quads = list(store_of(CLEAN))
    backwards = Store()
    backwards.extend(reversed(quads))
    backwards.load(path=str(FOLDER / "kg.ttl"), format=RdfFormat.TURTLE)
    rows = answers(path.stem)
    assert answers(path.stem, backwards) == rows
    assert len(set(rows)) == len(rows)


def test_every_row_of_who_said_what_says_where() -> None:
    wanted = ("who", "kind", "mode", "polarity", "what", "title", "start", "end", "probability", "statement")
    rows = columns("who-said-what", *wanted)
    assert len(rows) == 10
    assert (
        "a Western official",
        "anonymous",
        "mixed",
        "affirms",
        "that the deployment was “probably” larger than first thought",
    ) in {row[:5] for row in rows}


def test_a_relayed_claim_counts_as_what_its_relay_is_about() -> None:
    rows = {
        (row["who"].value, row["what"].value[:9]): row["whom"]
        for row in store_of(CLEAN).query(sparql("who-said-what"))
    }
    assert rows["Karl Brandt", "that Pres"].value == "Northland"


def test_who_said_what_about_says_how_each_actor_is_named() -> None:
    rows = store_of(CLEAN).query(sparql("who-said-what-about"))
    named = {(row["who"].value, row["whom"].value): row["named"] for row in rows if row["named"] is not None}
    assert {pair: words.value for pair, words in named.items()} == {
        ("Olena Marchuk", "Eastmark"): "Eastmark",
        ("Olena Marchuk", "Northland"): "Northland",
        ("Karl Brandt", "Northland"): "Northland",
    }


def test_words_in_several_pieces_stay_in_text_order() -> None:
    store = store_of(CLEAN)
    store.update("""
        PREFIX kg: <https://w3id.org/newskg/ns#> PREFIX oa: <http://www.w3.org/ns/oa#>
        INSERT { ?statement kg:contentSpan <https://example.org/span/2>, <https://example.org/span/10> .
                 <https://example.org/span/2> oa:start 2 ; oa:end 5 ; oa:exact "the" .
                 <https://example.org/span/10> oa:start 10 ; oa:end 15 ; oa:exact "first" }
        WHERE { ?statement kg:contentSpan/oa:exact "An envoy did meet us" }""")
    rows = {
        row["what"].value: (row["start"].value, row["end"].value)
        for row in store.query(sparql("who-said-what"))
    }
    assert rows["the … first … An envoy did meet us"] == ("2", "277")


@pytest.mark.parametrize(
    ("question", "wanted", "expected"),
    [
        (
            "disagreements",
            ("kind", "one_by", "other_by", "one_day", "other_day"),
            {
                ("number", "Olena Marchuk", "Karl Brandt", "2024-10-18", "2024-10-19"),
                ("denial", "Karl Brandt", "Northland", "2024-10-19", "2024-10-19"),
                ("denial", "Olena Marchuk", "Northland", "2024-10-18", "2024-10-19"),
                ("denial", "Karl Brandt", "Office of the President of Valdene", "2024-10-20", "2024-10-20"),
            },
        ),
        (
            "claim-history",
            ("topic", "day", "who", "polarity"),
            {
                ("Marchuk’s office had sent an envoy to Northland", "2024-10-20", who, stance)
                for who, stance in (
                    ("Karl Brandt", "affirms"),
                    ("Office of the President of Valdene", "denies"),
                )
            }
            | {
                ("Northland, Eastmark: send, number of troops", day, who, stance)
                for day, who, stance in (
                    ("2024-10-18", "Olena Marchuk", "affirms"),
                    ("2024-10-19", "Northland", "denies"),
                    ("2024-10-19", "Karl Brandt", "affirms"),
                )
            },
        ),
        (
            "copies",
            ("title", "original", "containment"),
            {("Brandt: 10,000 troops in Eastmark", "Northland’s troops cross at Seld", "0.96")},
        ),
        (
            "events-only-claimed",
            ("what", "claimed_by"),
            {
                ("the soldiers train near Port Seld", "Lee Min-jae"),
                ("the troops fight at Hill 40", "Olena Marchuk"),
                ("units reach Hill 40", "Reports"),
            },
        ),
        (
            "hearsay",
            ("who", "how", "through"),
            {
                ("Lee Min-jae", "informed by", "National Intelligence Agency"),
                ("Olena Marchuk", "relayed by", "Karl Brandt"),
            },
        ),
        ("pronoun-audit", ("who", "words", "resolution"), {("Olena Marchuk", "she", "pronoun")}),
        (
            "aliases",
            ("who", "alias", "mentions", "articles"),
            {
                ("Karl Brandt", "Brandt", "2", "1"),
                ("Office of the President of Valdene", "Marchuk’s office", "1", "1"),
                ("Olena Marchuk", "President Marchuk", "1", "1"),
                ("Olena Marchuk", "Marchuk", "0", "0"),
            },
        ),
        ("denials", ("who",), {("Northland",), ("Office of the President of Valdene",)}),
        (
            "unnamed-sources",
            ("source", "certainty"),
            {("a Western official", "probable"), ("Reports", "possible")},
        ),
        (
            "shared-claims",
            ("what", "affirm", "deny"),
            {("Marchuk’s office had sent an envoy to Northland", "1", "1")},
        ),
    ],
)
def test_answers_are_what_a_careful_reader_finds(
    question: str, wanted: tuple[str, ...], expected: set[tuple[str, ...]]
) -> None:
    assert columns(question, *wanted) == expected


def test_an_event_that_an_editor_confirms_is_no_longer_only_claimed() -> None:
    store = store_of(CLEAN)
    event = next(row["event"] for row in store.query(sparql("events-only-claimed")))
    store.update(f"INSERT DATA {{ <https://example.org/c> <https://w3id.org/newskg/ns#confirms> {event} }}")
    assert event.value not in {row[-1] for row in answers("events-only-claimed", store)}
