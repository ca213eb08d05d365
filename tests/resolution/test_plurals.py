"""The singular of counted nouns."""

import pytest

from kg.resolution.plurals import singular


@pytest.mark.parametrize(
    ("plural", "noun"),
    [
        ("soldiers", "soldier"),
        ("parties", "party"),
        ("witnesses", "witness"),
        ("branches", "branch"),
        ("houses", "house"),
        ("viruses", "virus"),
        ("heroes", "hero"),
        ("gunmen", "gunman"),
        ("people", "person"),
        ("aircraft", "aircraft"),
        ("Britons", "Briton"),
        ("Japanese", "Japanese"),
    ],
)
def test_a_plural_has_its_singular(plural: str, noun: str) -> None:
    assert singular(plural) == noun


@pytest.mark.parametrize("word", ["campus", "crisis", "boss", "was", "always", "as", "army", "news"])
def test_a_word_that_is_no_plural_has_none(word: str) -> None:
    assert singular(word) is None
