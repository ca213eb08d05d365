"""Numbers of a text: values, bounds, units, over a table of invented sentences."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.domain import Quantity, Span, Word
from kg.resolution.quantities import quantities_in
from tests.resolution.marked_sentences import Marked, marked
from tests.resolution.quantity_sentences import MISSED, SENTENCES

ALL = (*SENTENCES, *MISSED)
FLOOR = 0.9
LEMMAS = {"fled": "flee", "weapons": "weapon", "licences": "licence"}


def found_in(text: str) -> tuple[tuple[str, str], ...]:
    quantities = quantities_in(text, Span(0, len(text)))
    return tuple((quantity.span.of(text), written(quantity)) for quantity in quantities)


def written(quantity: Quantity) -> str:
    """A quantity as the table writes it: ``~12 soldier``, ``10..20 km``."""
    least, most = (number(side) for side in (quantity.least, quantity.most))
    value = least if quantity.least == quantity.most else f"{least}..{most}"
    return f"{'~' if quantity.approximate else ''}{value} {quantity.unit}".strip()


def number(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")


@pytest.mark.parametrize(
    "sentence",
    [
        *(pytest.param(marked(sentence), id=sentence[:60]) for sentence in SENTENCES),
        *(
            pytest.param(marked(sentence), id=sentence[:60], marks=pytest.mark.xfail(reason=reason))
            for sentence, reason in MISSED.items()
        ),
    ],
)
def test_a_sentence_gives_its_quantities(sentence: Marked) -> None:
    assert found_in(sentence.text) == sentence.found


def test_nine_sentences_in_ten_are_right() -> None:
    right = sum(found_in(each.text) == each.found for each in map(marked, ALL))
    assert len(ALL) >= 120
    assert right / len(ALL) >= FLOOR


def test_only_the_span_is_read() -> None:
    text = "At least 12 soldiers and 30 tanks were lost."
    inside = Span(text.index("12"), text.index(" tanks"))
    assert [(each.span.of(text), each.least, each.most) for each in quantities_in(text, inside)] == [
        ("12", 12, 12),
        ("30", 30, 30),
    ]


def word(text: str, form: str, tag: str, head: int, relation: str) -> Word:
    start = text.index(form)
    return Word(Span(start, start + len(form)), LEMMAS.get(form, form), tag, "", head, relation, 0)


def test_the_tree_finds_the_noun_that_is_counted() -> None:
    text = "12 staff fled"
    words = (
        word(text, "12", "NUM", 1, "nummod"),
        word(text, "staff", "NOUN", 2, "nsubj"),
        word(text, "fled", "VERB", 2, "root"),
    )
    assert [each.unit for each in quantities_in(text, Span(0, len(text)), words)] == ["staff"]


def test_the_tree_reaches_over_a_compound_number_and_past_plural_modifiers() -> None:
    text = "two million weapons export licences"
    words = (
        word(text, "two", "NUM", 1, "compound"),
        word(text, "million", "NUM", 4, "nummod"),
        word(text, "weapons", "NOUN", 3, "compound"),
        word(text, "export", "NOUN", 4, "compound"),
        word(text, "licences", "NOUN", 4, "root"),
    )
    assert [each.unit for each in quantities_in(text, Span(0, len(text)), words)] == ["licence"]


def test_the_tree_finds_the_noun_behind_of() -> None:
    text = "six of the crew"
    words = (
        word(text, "six", "NUM", 0, "root"),
        word(text, "of", "ADP", 3, "case"),
        word(text, "the", "DET", 3, "det"),
        word(text, "crew", "NOUN", 0, "nmod"),
    )
    assert [each.unit for each in quantities_in(text, Span(0, len(text)), words)] == ["crew"]


PIECES = st.sampled_from(
    [
        "12,000",
        "3.5",
        "10-12",
        "between",
        "and",
        "to",
        "or",
        "at",
        "least",
        "about",
        "$",
        "€",
        "%",
        "km",
        "million",
        "dozen",
        "half",
        "a",
        "an",
        "one",
        "of",
        "the",
        "two",
        "thirds",
        "soldiers",
        "year-old",
        "42",
        ".",
        ",",
        "(",
        ")",
        "-",
        "–",
        "5:30",
        "2016",
        "minus",
        "from",
        "45th",
        "1/2",
        "½",
        "hundreds",
        "thousands",
        "Article",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)), st.data())
def test_any_text_gives_quantities_inside_the_span_apart_and_in_order(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    quantities = quantities_in(text, span)
    assert all(span.contains(each.span) for each in quantities)
    assert all(a.span.end <= b.span.start for a, b in pairwise(quantities))
    assert all(
        each.least <= each.most for each in quantities if each.least is not None and each.most is not None
    )
