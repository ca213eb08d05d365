import pytest

from kg.resolution import knowledge
from kg.resolution.forms import is_acronym


@pytest.mark.parametrize(
    ("form", "state"),
    [
        ("U.S.", "United States"),
        ("UK", "United Kingdom"),
        ("N. Korea", "North Korea"),
        ("Britain", "United Kingdom"),
    ],
)
def test_short_names_of_states(form: str, state: str) -> None:
    assert knowledge.state_by_name()[form] == state


def test_demonyms_and_capitals() -> None:
    assert knowledge.state_by_demonym()["North Koreans"] == "North Korea"
    assert knowledge.state_by_capital()["Pyongyang"] == "North Korea"
    assert "Congolese" not in knowledge.state_by_demonym()
    assert "Singapore" not in knowledge.state_by_capital()


@pytest.mark.parametrize(
    "table",
    [
        knowledge.titles,
        knowledge.nouns,
        knowledge.organization_words,
        knowledge.institutions,
        knowledge.given_names,
        knowledge.common_words,
        knowledge.places,
        knowledge.collectives,
        knowledge.states,
        knowledge.short_given_names,
    ],
)
def test_every_table_is_read(table: object) -> None:
    assert len(table()) > 10  # type: ignore[operator]


def test_acronyms() -> None:
    assert is_acronym("U.N.", "United Nations")
    assert not is_acronym("Un", "United Nations")
