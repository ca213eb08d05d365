"""From shapes to queries."""

import pytest

from kg.store.checks import compile_checks, load_checks
from kg.store.ontology_files import ontology_text
from kg.store.vocabulary import KG

PREFIXES = """
    @prefix kg: <https://w3id.org/newskg/ns#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
    @prefix x: <https://example.org/> ."""


def checks_of(body: str) -> list[str]:
    shape = f"{PREFIXES} x:S a sh:NodeShape ; sh:targetClass kg:Claim ; {body} ."
    return [check.sparql.rpartition("\n")[2] for check in compile_checks(shape, ontology_text("kg.ttl"))]


def test_every_message_has_a_code_and_every_code_one_severity() -> None:
    severities: dict[str, set[str]] = {}
    for check in load_checks():
        assert check.code[0].isupper()
        assert check.code[1:].isdigit()
        assert len(check.message) > 10
        severities.setdefault(check.code, set()).add(check.severity)
    assert {code for code, found in severities.items() if found == {"warning"}} == {
        "C07",
        "T19",
        "T20",
        "T21",
    }
    assert all(len(found) == 1 for found in severities.values())


def test_one_query_asks_about_all_nodes() -> None:
    (select,) = checks_of('sh:property [ sh:path x:p ; sh:minCount 1 ; sh:message "X01: one" ]')
    assert select == (
        "SELECT DISTINCT ?this ?value WHERE { ?this a <https://w3id.org/newskg/ns#Claim> . "
        "FILTER NOT EXISTS { ?this <https://example.org/p> ?any } }"
    )


def test_a_class_stands_for_those_below_it() -> None:
    (select,) = checks_of('sh:property [ sh:path x:p ; sh:class kg:Organization ; sh:message "X1: a" ]')
    assert f"IN (<{KG.Government}>, <{KG.Organization}>)" in select


def test_a_query_of_ones_own_is_asked_about_all_nodes() -> None:
    (select,) = checks_of(
        'sh:sparql [ sh:message "X01: one" ; sh:select "SELECT $this WHERE { $this x:p ?value }" ]'
    )
    assert select.endswith(f"?this ?value WHERE {{ ?this a <{KG.Claim}> .  ?this x:p ?value }}")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            'sh:property [ sh:path x:p ; sh:uniqueLang true ; sh:message "X01: one" ]',
            "uniqueLang> is not known",
        ),
        ('sh:property [ sh:path x:p ; sh:minCount 2 ; sh:message "X01: one" ]', "sh:minCount 2 is not known"),
        (
            'sh:property [ sh:path ( x:p x:q ) ; sh:minCount 1 ; sh:message "X01: one" ]',
            "a path is a property",
        ),
    ],
)
def test_what_is_not_known_is_refused_and_never_skipped(body: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        checks_of(body)


def test_a_shape_without_a_target_is_refused() -> None:
    with pytest.raises(ValueError, match=r"has no sh:targetClass"):
        compile_checks(f"{PREFIXES} x:S a sh:NodeShape .", ontology_text("kg.ttl"))
