"""Forms of one word meet at one stem, other words do not."""

import pytest

from kg.resolution.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "close closes closed closing",
        "send sends sent sending",
        "study studies studied studying",
        "stop stops stopped stopping",
        "sue sues sued",
        "die dies died dying",
        "free frees freed",
        "succeed succeeds succeeded succeeding",
        "soldier soldiers",
        "person people persons",
        "go goes went gone going",
        "leave leaves left leaving",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words", ["send sell", "rise raise", "bus business", "need feed", "thing think", "win wind"]
)
def test_other_words_have_another(words: str) -> None:
    one, other = words.split()
    assert stem(one) != stem(other)
