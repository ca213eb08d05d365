"""Names as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UnknownNameError
from kg.store.names import Named, NameIndex, folded, initials

ACTORS = NameIndex.of(
    "actor",
    [
        ("a:marchuk", "Olena Marchuk", "President Marchuk", True),
        ("a:marchuk", "Olena Marchuk", "Олена Марчук", True),
        ("a:north", "North Valdene", None, True),
        ("a:south", "South Valdene", None, True),
        ("a:states", "Allied States", None, True),
        ("a:agency", "Office of the Grain Inspector", None, True),
        ("a:karl", "Karl Brandt", None, True),
        ("a:ilse", "Ilse Brandt", None, True),
        ("a:munoz", "José Muñoz", None, True),
        ("a:uf", "U.F.", None, True),
        ("a:volodymyr", "Volodymyr Tkach", None, True),
        ("s:aide", "an aide to Marchuk", None, False),
        ("s:official", "a Western official", None, False),
    ],
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Olena Marchuk", {"a:marchuk"}),
        ("olena MARCHUK", {"a:marchuk"}),
        ("marchuk", {"a:marchuk"}),
        ("President Marchuk", {"a:marchuk"}),
        ("олена марчук", {"a:marchuk"}),
        ("O. Marchuk", {"a:marchuk"}),
        ("N. Valdene", {"a:north"}),
        ("n valdene", {"a:north"}),
        ("valdene", {"a:north", "a:south"}),
        ("brandt", {"a:karl", "a:ilse"}),
        ("munoz", {"a:munoz"}),
        ("AS", {"a:states"}),
        ("A.S.", {"a:states"}),
        ("ogi", {"a:agency"}),
        ("the office of the grain inspector", {"a:agency"}),
        ("United Farmers", {"a:uf"}),
        ("marchuck", {"a:marchuk"}),
        ("Volodimir Tkach", {"a:volodymyr"}),
        ("an aide to Marchuk", {"s:aide"}),
        ("western official", {"s:official"}),
    ],
)
def test_what_people_type_finds_what_they_mean(typed: str, expected: set[str]) -> None:
    assert {found.iri for found in ACTORS.find(typed)} == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("marchuk", {"a:marchuk", "a:ukrainian", "s:aide"}),
        ("Марчук", {"a:marchuk", "a:ukrainian", "s:aide"}),
        ("marchyk petro", {"a:ukrainian"}),
        ("brandt", {"a:brandt", "a:ilse"}),
        ("AS", {"a:states"}),
    ],
)
def test_a_search_shows_also_those_who_have_the_words_among_others(typed: str, expected: set[str]) -> None:
    index = NameIndex.of(
        "actor",
        [
            ("a:marchuk", "Marchuk", None, True),
            ("a:ukrainian", "Петро Марчук", None, True),
            ("a:brandt", "Brandt", None, True),
            ("a:ilse", "Ilse Brandt", None, True),
            ("a:states", "Allied States", None, True),
            ("s:aide", "an aide to Marchuk", None, False),
        ],
    )
    assert {found.iri for found in index.search(typed)} == expected
    with pytest.raises(UnknownNameError):
        index.search("Zhang")


@pytest.mark.parametrize("typed", ["Zhang", "UX", "", "…"])
def test_where_no_name_is_like_it_none_is_offered(typed: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        ACTORS.find(typed)
    assert (caught.value.kind, caught.value.nearest) == ("actor", ())
    assert caught.value.hint == "No actor has a name like it."
    assert "Olena Marchuk" in caught.value.known


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Olga Marschak", ["Olena Marchuk"]),
        ("Marchuc Olga", ["Olena Marchuk"]),
        ("South Brandt", ["Ilse Brandt", "South Valdene"]),
        ("Western offices", ["a Western official"]),
        ("aid of Marschuk", ["an aide to Marchuk"]),
        ("western Olena Marchuk oficial", ["Olena Marchuk", "a Western official"]),
    ],
)
def test_a_miss_offers_the_nearest_the_named_first(typed: str, offered: list[str]) -> None:
    with pytest.raises(UnknownNameError) as caught:
        ACTORS.find(typed)
    assert list(caught.value.nearest) == offered
    assert caught.value.hint == f"Did you mean: {', '.join(offered)}?"


def test_an_exact_name_comes_before_another_ones_alias() -> None:
    index = NameIndex.of("actor", [("a:1", "Valdene", None, True), ("a:2", "Port Valdene", "Valdene", True)])
    assert [found.iri for found in index.find("valdene")] == ["a:1"]


def test_an_empty_graph_says_so() -> None:
    with pytest.raises(UnknownNameError, match="no actor named 'x'"):
        NameIndex.of("actor", []).find("x")


def test_rows_of_one_thing_become_one_entry() -> None:
    assert [each for each in ACTORS.entries if each.iri == "a:marchuk"] == [
        Named("Olena Marchuk", "a:marchuk", ("President Marchuk", "Олена Марчук"))
    ]


@given(
    st.sampled_from([entry.name for entry in ACTORS.entries]),
    st.sampled_from([str.upper, str.lower, str.title]),
)
def test_every_name_finds_its_owner_in_any_case(name: str, change: object) -> None:
    assert name in {found.name for found in ACTORS.find(change(name))}


@given(st.text())
def test_folding_folds_once(words: str) -> None:
    assert folded(folded(words)) == folded(words) or folded(words).startswith("the ")


def test_small_words_have_no_initial() -> None:
    assert initials("university of the sea and the air") == "usa"
