"""One spelling for names that are written in several ways."""

import pytest

from kg.transliteration import skeleton


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
