from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.decoding import decode
from kg.articles.unusable import Unusable

SENTENCE = "The café’s owner said the price rose by 5 % – “too much”, she told reporters in the old town. "


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (SENTENCE.encode(), SENTENCE),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), "\ufeff" + SENTENCE),
        (SENTENCE.encode("utf-16"), "\ufeff" + SENTENCE),
        (("\ufeff" + SENTENCE).encode("utf-16-be"), "\ufeff" + SENTENCE),
        (SENTENCE.encode("cp1252"), SENTENCE),
        ("Müller, 5 €".encode("cp1252"), "Müller, 5 €"),
        (
            "Er hatte „viel Spaß“ an Ärger, sagte die Frau".encode("cp1252"),
            "Er hatte „viel Spaß“ an Ärger, sagte die Frau",
        ),
        ("Зеленський сказав: ні.".encode(), "Зеленський сказав: ні."),
        (b"", ""),
    ],
)
def test_encodings_that_are_read(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 and so on", "a PDF document"),
        (b"PK\x03\x04 and so on", "ZIP"),
        (bytes(range(256)) * 4, "NUL bytes"),
        ("no mark".encode("utf-16-le"), "NUL bytes"),
        (SENTENCE.encode("utf-16")[:-1], "damaged UTF-16"),
        (b"\xef\xbb\xbf\xff", "damaged UTF-8"),
        (SENTENCE.encode() + b"\xff" + SENTENCE.encode(), "damaged UTF-8, at byte 10"),
        ("Министр сказал, что урожай погиб.".encode("koi8-r"), "neither UTF-8"),
        (
            "The minister Зеленський said so in the parliament yesterday, before noon.".encode("cp1251"),
            "neither UTF-8",
        ),
        (b"caf\x81 and more text around it to be plausible", "neither UTF-8"),
        (b"caf\xe9 \x07\x08 bell", "neither UTF-8"),
    ],
)
def test_what_is_refused_names_the_problem_and_a_next_step(data: bytes, reason: str) -> None:
    with pytest.raises(Unusable, match=reason) as refused:
        decode(data)
    assert refused.value.hint


def test_a_page_says_its_encoding() -> None:
    page = '<meta charset="windows-1251"><p>Министр сказал</p>'
    assert decode(page.encode("cp1251"), page=True) == page


@pytest.mark.parametrize("label", ["base64", "punycode", "no-such", "utf-7"])
def test_a_page_cannot_choose_any_codec(label: str) -> None:
    page = f'<meta charset="{label}"><p>caf\u00e9 in the old town of the capital, where it is cold</p>'
    assert decode(page.encode("cp1252"), page=True) == page


@given(st.text())
def test_utf8_is_always_read_as_it_is(text: str) -> None:
    if "\0" not in text and not text.startswith(("{\\rtf", "%PDF-", "SQLite format 3", "PK\x03\x04")):
        assert decode(text.encode()) == text


@given(st.binary())
def test_any_bytes_end_as_text_or_as_one_refusal(data: bytes) -> None:
    for page in (False, True):
        with suppress(Unusable):
            assert isinstance(decode(data, page=page), str)
