import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.freezing import MOST_MARKS, freeze
from kg.articles.unusable import Unusable

DIFFICULT = st.sampled_from(
    [
        *(
            "e\u0301",
            "\u0301",
            "\u0323",
            "\u0344",
            "\u0958",
            "\ufb2c",
            "\u1100",
            "\u1161",
            "\u11a8",
            "\u0bc6",
        ),
        *(
            "\u0bbe",
            "\u0f71",
            "\u0f73",
            "\u212b",
            "\u0438\u0306",
            "\r\n",
            "\r",
            "\n",
            "\ufeff",
            "a",
            " ",
            "漢",
        ),
        *("🙂", "\u200d", "ש"),
    ]
)
TEXTS = st.lists(st.one_of(DIFFICULT, st.text(max_size=5).filter(lambda each: "\0" not in each))).map(
    "x".join
)


@pytest.mark.parametrize(
    ("decoded", "text"),
    [
        ("plain", "plain"),
        ("\ufeffwith a mark", "with a mark"),
        ("a mark \ufeff inside stays", "a mark \ufeff inside stays"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("Zelenskii\u0306", "Zelenskiĭ"),
        ("  blanks\tand\u00a0spaces stay \n\n", "  blanks\tand\u00a0spaces stay \n\n"),
        ("“curly” – ﬁne ﬂags № ½", "“curly” – ﬁne ﬂags № ½"),
        ("\x01 control \x0b characters \x85 stay", "\x01 control \x0b characters \x85 stay"),
        ("שלום עולם 🙂👩‍🚀", "שלום עולם 🙂👩‍🚀"),
    ],
)
def test_nothing_else_is_changed(decoded: str, text: str) -> None:
    assert freeze(decoded).text == text


@given(TEXTS)
def test_text_is_nfc_with_one_line_end(decoded: str) -> None:
    if not decoded.strip("\ufeff \r\n\t").strip():
        return
    without_mark = decoded.removeprefix("\ufeff")
    expected = unicodedata.normalize("NFC", without_mark.replace("\r\n", "\n").replace("\r", "\n"))
    assert freeze(decoded).text == expected


@given(TEXTS)
def test_each_character_leads_back_to_its_origin(decoded: str) -> None:
    if not decoded.strip("\ufeff \r\n\t").strip():
        return
    frozen = freeze(decoded)
    origins = [frozen.offsets.original(place) for place in range(len(frozen.text) + 1)]
    assert origins == sorted(origins)
    assert origins[-1] == len(decoded)
    for place, character in enumerate(frozen.text):
        ending = next(each for each in origins[place:] if each > origins[place])
        source = decoded[origins[place] : ending].replace("\r\n", "\n").replace("\r", "\n")
        assert character in unicodedata.normalize("NFC", source)


@pytest.mark.parametrize(
    ("decoded", "origins"),
    [
        ("abc", [0, 1, 2, 3]),
        ("\ufeffabc", [1, 2, 3, 4]),
        ("a\r\nb\rc", [0, 1, 3, 4, 5, 6]),
        ("e\u0301tat", [0, 2, 3, 4, 5]),
        ("a\u0958b", [0, 1, 1, 2, 3]),
        ("\ufeffe\u0301\r\n", [1, 3, 5]),
    ],
)
def test_origins(decoded: str, origins: list[int]) -> None:
    frozen = freeze(decoded)
    assert [frozen.offsets.original(place) for place in range(len(frozen.text) + 1)] == origins


@pytest.mark.parametrize(
    ("decoded", "reason"),
    [
        ("", "empty"),
        ("\ufeff \r\n\t\x0c\u00a0", "empty"),
        ("text\0more", "NUL"),
        ("half \ud83d of it", r"U\+D83D.*at 5"),
        ("Z" + "\u0315\u0300" * MOST_MARKS, "accents"),
    ],
)
def test_what_is_no_text(decoded: str, reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        freeze(decoded)


@pytest.mark.parametrize("unit", ["e\u0301", "й\r\n", "e\u0301 ", "\u1100\u1161", "漢\u212b"], ids=ascii)
def test_time_grows_with_the_length_alone(unit: str) -> None:
    begin = time.process_time()
    freeze(unit * (200_000 // len(unit)))
    assert time.process_time() - begin < 5
