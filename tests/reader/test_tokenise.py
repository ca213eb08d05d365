"""Words and their offsets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reader.tokenise import MAX_PIECES, Tokeniser, words

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_offsets_are_exact_and_in_order(text: str) -> None:
    found = words(text)

    assert [text[word.start : word.end] for word in found] == [word.form for word in found]
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(TEXTS)
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    rest = list(text)
    for word in words(text):
        rest[word.start : word.end] = " " * (word.end - word.start)

    assert "".join(rest).strip() == "".join(rest).strip().strip("\x1c\x1d\x1e\x1f\x85")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. isn’t", ["U", ".", "S", ".", "isn", "’", "t"]),
        ("12,000 (€5)", ["12", ",", "000", "(", "€5", ")"]),
        ("שלום עולם", ["שלום", "עולם"]),
        ("a\u200bb 👩‍🚀", ["a\u200bb", "👩‍🚀"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words_are_cut_at_space_and_punctuation(text: str, expected: list[str]) -> None:
    assert [word.form for word in words(text)] == expected


@pytest.fixture(scope="module")
def tokeniser(tmp_path_factory: pytest.TempPathFactory) -> Tokeniser:
    path = tmp_path_factory.mktemp("vocabulary") / "vocab.txt"
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "speak", "##ers", "cafe", "a", "##a"]
    path.write_text("\n".join(pieces), encoding="utf-8")
    return Tokeniser(path)


def test_pieces_ignore_case_and_accents(tokeniser: Tokeniser) -> None:
    assert tokeniser.pieces(["SPEAKERS", "Café"]) == [(4, 5), (6,)]


def test_every_word_has_pieces(tokeniser: Tokeniser) -> None:
    unknown = (tokeniser.unknown,)

    assert tokeniser.pieces(["xyz", "\x00", "\u200b", "a" * 5_000]) == [unknown] * 4


def test_long_words_are_bounded(tokeniser: Tokeniser) -> None:
    assert len(tokeniser.pieces(["a" * 60])[0]) == MAX_PIECES
