import pytest

from kg.resolution import knowledge
from kg.resolution.forms import is_acronym
from kg.resolution.transliteration import skeleton


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


@pytest.mark.parametrize(
    ("spellings"),
    [
        ("Zelensky", "Zelenskyy", "Zelenskiy", "Зеленський"),
        ("Syrsky", "Syrskyi", "Сирський"),
        ("Muñoz", "Munoz"),
        ("Volodymyr", "Volodimir", "Володимир"),
    ],
)
def test_one_skeleton_for_all_spellings(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(each) for each in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Zelensky", "Zelenska"), ("Lind", "Lindt"), ("Cole", "Cohen")])
def test_other_names_have_other_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_acronyms() -> None:
    assert is_acronym("U.N.", "United Nations")
    assert not is_acronym("Un", "United Nations")
