from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.domain import Span
from kg.resolution.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. sent Gen. Ann B. Cole.", ["The", "U.S.", "sent", "Gen.", "Ann", "B.", "Cole"]),
        ("O’Brien’s and the Coles’ plan", ["O’Brien", "and", "the", "Coles", "plan"]),
        ("AT&T, @anna_cole and Jean-Luc", ["AT&T", "@anna_cole", "and", "Jean-Luc"]),
        ("I’ve seen it. They'll go.", ["I", "seen", "it", "They", "go"]),
        ("He answered.Are they here?", ["He", "answered", "Are", "they", "here"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Dr. Cole left. She came back.", [0, 0, 0, 1, 1, 1]),
        ("“Go!” Ann said.\nThe end", [0, 1, 1, 2, 2]),
        ("It is in the U.S. The rest is not.", [0, 0, 0, 0, 0, 1, 1, 1, 1]),
    ],
)
def test_sentences(text: str, sentences: list[int]) -> None:
    assert [token.sentence for token in tokenize(text)] == sentences


def test_possessives_are_cut_off_and_remembered() -> None:
    token = tokenize("Cole’s plan")[0]
    assert (token.text, token.possessive, token.end) == ("Cole", True, 4)


@pytest.mark.parametrize(
    ("text", "uncased"),
    [
        ("Ann met Bob", [True, False, False]),
        ("He said: “Leave Bob”", [True, False, True, False]),
        ("Mayor Opens Bridge Over River", [True] * 5),
        ("MAYOR OPENS BRIDGE", [True] * 3),
    ],
)
def test_where_a_capital_says_nothing(text: str, uncased: list[bool]) -> None:
    assert [token.uncased for token in tokenize(text)] == uncased


def test_unread_parts_have_no_words() -> None:
    assert [token.text for token in tokenize("Read more now", [Span(0, 9)])] == ["now"]


@given(st.text(alphabet="aA .’'s“”\n-@U&é", max_size=60))
def test_words_stand_where_they_say_and_in_order(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    assert all(one.sentence <= other.sentence for one, other in pairwise(tokens))
