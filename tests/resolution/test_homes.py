"""In which country an article is at home."""

import pytest

from kg.identity import actor_id
from kg.resolution.body_names import is_common
from kg.resolution.homes import home_in, home_of
from kg.resolution.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Norway rests. The Norwegian king sleeps.", "Norway"),
        ("Voters in Ohio and Utah met a Republican.", "United States"),
        ("The Knesset met in Haifa.", "Israel"),
        ("Norway rests.", ""),
        ("Norway met Chile. Norway likes Chile.", ""),
        ("It rains.", ""),
        ("", ""),
    ],
)
def test_the_country_that_is_told_before_all_others(text: str, home: str) -> None:
    assert home_of(tokenize(text)) == home


@pytest.mark.parametrize(
    ("name", "is_one_of_many"),
    [
        ("Ministry of Defence", True),
        ("Senate", True),
        ("House Intelligence Committee", True),
        ("Office of the Prosecutor General", True),
        ("Knesset", False),
        ("White House", False),
        ("Department of State", False),
        ("Norwegian Supreme Court", False),
        ("Valdene Police Department", False),
        ("", False),
    ],
)
def test_names_that_many_countries_have(name: str, is_one_of_many: bool) -> None:
    assert is_common(name) == is_one_of_many


def test_an_identifier_tells_its_country() -> None:
    assert home_in(actor_id("Senate", qualifier="Chile"), "Senate") == "Chile"
    assert home_in(actor_id("Senate"), "Senate") == ""
    assert home_in(actor_id("Senate", qualifier="an article"), "Senate") == ""
