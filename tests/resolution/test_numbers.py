"""Numbers in digits and in words."""

from decimal import Decimal

import pytest

from kg.domain import Span
from kg.resolution.numbers import numbers_in


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3,000", "3000"),
        ("1.5m", "1500000"),
        ("12bn", "12000000000"),
        ("3 1/2", "3.5"),
        ("two and a half", "2.5"),
        ("one and a half million", "1500000"),
        ("a dozen and a half", "18"),
        ("half a million", "500000"),
        ("seventy-two", "72"),
        ("two hundred and fifty", "250"),
        ("one hundred twenty-three thousand four hundred", "123400"),
        ("12 thousand", "12000"),
        ("1 lakh crore", "1000000000000"),
    ],
)
def test_a_number_has_its_value(words: str, value: str) -> None:
    (number,) = numbers_in(words, Span(0, len(words)))
    assert (number.least, number.most, number.span) == (Decimal(value), Decimal(value), Span(0, len(words)))


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("hundreds", 200, 1000),
        ("tens of thousands", 20_000, 100_000),
        ("several hundred", 200, 1000),
        ("a few million", 2_000_000, 10_000_000),
        ("a couple of hundred", 200, 200),
    ],
)
def test_a_vague_number_has_two_ends(words: str, least: int, most: int) -> None:
    (number,) = numbers_in(words, Span(0, len(words)))
    assert (number.least, number.most, number.approximate) == (least, most, True)


def test_two_numbers_joined_by_and_stay_two() -> None:
    text = "between two thousand and three thousand"
    assert [number.least for number in numbers_in(text, Span(0, len(text)))] == [2000, 3000]


@pytest.mark.parametrize("text", ["someone alone", "F-16", "5:30", "1.2.3", "zero", "a", "half"])
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert not numbers_in(text, Span(0, len(text)))
