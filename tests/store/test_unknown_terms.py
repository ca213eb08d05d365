"""Words that the ontology does not have are told, with the nearest that it has."""

import pytest

from kg.store.addresses import Addresses
from kg.store.questions import load_questions
from kg.store.unknown_terms import unknown_terms

PREFIXES = Addresses().prefixes
KG = "https://w3id.org/newskg/ns#"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * { ?s kg:speeker ?x }", [("kg:speeker", "speaker")]),
        ("SELECT * { ?s a kg:statement. }", [("kg:statement", "Statement")]),
        ("ASK { ?s kg:speaker/kg:abuot ?x }", [("kg:abuot", "about")]),
        (
            "ASK { ?s ^kg:embedded ?y ; kg:mode kg:direct }",
            [("kg:embedded", "embeddedIn"), ("kg:direct", "Direct")],
        ),
        (f"PREFIX k: <{KG}> ASK {{ ?s k:cuespan ?x }}", [("k:cuespan", "cueSpan")]),
        (f"ASK {{ ?s <{KG}Cliam> ?x }}", [(f"<{KG}Cliam>", "Claim")]),
        ("ASK { ?s kg:qqq ?x ; kg:qqq ?y }", [("kg:qqq", None)]),
        ("PREFIX kg: <https://example.org/> ASK { ?s kg:speeker ?x }", []),
        ("ASK { ?s kg:speaker 'kg:speeker' } # kg:speeker", []),
        ("ASK { ?s art:speeker ?x ; foaf:name ?y ; oa:start ?z }", []),
        ("ASK { ?s kg:", [("kg:", None)]),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_found(query: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(each.name, each.nearest) for each in unknown_terms(query, PREFIXES)] == expected


@pytest.mark.parametrize("question", load_questions().values(), ids=lambda question: question.name)
def test_no_question_uses_a_word_that_does_not_exist(question: object) -> None:
    assert unknown_terms(question.sparql, PREFIXES) == ()


def test_it_is_told_in_words() -> None:
    (one,) = unknown_terms("ASK { ?s kg:speeker ?x }", PREFIXES)
    assert str(one) == "kg:speeker is no word of the ontology and matches nothing; did you mean kg:speaker?"
