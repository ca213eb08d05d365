"""What is told of each word."""

import numpy as np
import pytest

from kg.reader.features import Break, Case, WordTable, case_of, word_table
from kg.reader.lines import is_wrapped
from kg.reader.quotes import QuoteState
from kg.reader.tokenise import words


def table(text: str) -> WordTable:
    return word_table(text, words(text))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("said", Case.LOWER),
        ("Said", Case.TITLE),
        ("I", Case.TITLE),
        ("NATO", Case.UPPER),
        ("McKay", Case.MIXED),
        ("2024", Case.LOWER),
        ("“", Case.LOWER),
        ("Éric", Case.TITLE),
        ("李", Case.LOWER),
    ],
)
def test_case(form: str, expected: Case) -> None:
    assert case_of(form) == expected


def test_breaks_quotes_sentences_and_paragraphs() -> None:
    found = table("Mr. Ode left.\nHe said “no”. She\n\nstayed.")

    rows = dict(
        zip(
            found.forms,
            zip(found.breaks, found.quotes, found.sentences, found.paragraphs, strict=True),
            strict=True,
        )
    )
    assert rows["Ode"] == (Break.NONE, QuoteState.OUTSIDE, 0, 0)
    assert rows["He"] == (Break.LINE, QuoteState.OUTSIDE, 1, 1)
    assert rows["no"] == (Break.NONE, QuoteState.INSIDE, 1, 1)
    assert rows["She"] == (Break.NONE, QuoteState.OUTSIDE, 2, 1)
    assert rows["stayed"] == (Break.BLANK, QuoteState.OUTSIDE, 3, 2)


def test_wrapped_lines_are_no_breaks() -> None:
    text = "The minister said that\nhe would not come to\nthe meeting.\n\nShe left."

    assert is_wrapped(text)
    assert np.flatnonzero(table(text).breaks).tolist() == [table(text).forms.index("She")]


def test_an_empty_text_has_an_empty_table() -> None:
    assert len(table("")) == 0


def test_a_part_keeps_everything() -> None:
    whole = table("She said no.")

    assert whole.part(1, 3).forms == ("said", "no")
    assert whole.part(1, 3).starts.tolist() == [4, 9]
