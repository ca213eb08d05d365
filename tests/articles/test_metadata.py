import datetime
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.metadata import Metadata, found, one_line, parse_object, supplied
from kg.articles.unusable import Unusable

DAY = datetime.date(2024, 10, 25)


@pytest.mark.parametrize(
    "written",
    ["2024-10-25", "20241025", "2024-W43-5", "2024-10-25T23:59:00-05:00", "2024-10-25 08:00", " 2024-10-25 "],
)
def test_dates_in_iso_8601(written: str) -> None:
    assert supplied({"date": written}, origin="sidecar") == Metadata(date=DAY, date_origin="sidecar")


@pytest.mark.parametrize(
    "written", ["25.10.2024", "2024-13-01", "2024-02-30", "2024", "yesterday", "Oct 25, 2024"]
)
def test_a_wrong_date_is_named(written: str) -> None:
    with pytest.raises(Unusable, match=f"date {written!r} is no date"):
        supplied({"date": written}, origin="sidecar")


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://news.example", "https://news.example/"),
        ("HTTP://News.Example:80/A/b?q=1#top", "http://news.example/A/b?q=1"),
        ("https://news.example:8443/a", "https://news.example:8443/a"),
        ("https://user:secret@news.example/a", "https://news.example/a"),
        ("https://bücher.example/ä b?q=é", "https://xn--bcher-kva.example/%C3%A4%20b?q=%C3%A9"),
        ("https://news.example/%C3%A4?100%", "https://news.example/%C3%A4?100%25"),
        ('https://news.example/<a>"{b}|^`', "https://news.example/%3Ca%3E%22%7Bb%7D%7C%5E%60"),
        ("https://[::1]:443/a", "https://[::1]/a"),
    ],
)
def test_urls_have_one_form(written: str, url: str) -> None:
    assert supplied({"url": written}, origin="record").url == url
    assert supplied({"url": url}, origin="record").url == url


@pytest.mark.parametrize(
    "written",
    [
        "ftp://news.example/a",
        "javascript:alert(1)",
        "news.example/a",
        "https://",
        "https://[::1",
        "https://a:99999/",
        "https://a b.example/",
        "file:///etc/passwd",
        "https://a\u2028.example..b/",
        "https://<x>/",
    ],
)
def test_other_addresses_are_refused(written: str) -> None:
    with pytest.raises(Unusable, match="no web address"):
        supplied({"url": written}, origin="record")


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"title": ["a", "b"]}, "title must be text, not"),
        ({"author": 7}, "author must be text, not 7"),
        ({"publisher": {"name": "x"}}, "publisher must be text"),
        ({"date": 20241025}, "date must be text"),
        ({"id": True}, "id must be text"),
        ({"title": "x" * 1001}, "1,001 characters"),
        ({"language": "English!"}, "no language tag"),
    ],
)
def test_values_of_another_kind_are_refused(values: dict[str, object], reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        supplied(values, origin="record")


@pytest.mark.parametrize("blank", [None, "", "  \n"])
def test_blank_values_are_unknown_and_other_keys_are_not_looked_at(blank: object) -> None:
    values = dict.fromkeys(("title", "date", "url", "author"), blank) | {"views": 12, "text": "…"}
    assert supplied(values, origin="record") == Metadata()


def test_words_are_brought_onto_one_clean_line() -> None:
    given_words = "  Ada\r\n\u2028Quill\x00\x1b[31m \u202eevil\u202c\ud800 Cafe\u0301 "
    assert one_line(given_words) == "Ada Quill[31m evil Café"


def test_a_number_may_be_an_id() -> None:
    assert supplied({"id": 17}, origin="record").id == "17"


def test_supplied_goes_before_found_and_a_date_keeps_its_origin() -> None:
    page = Metadata(title="Found", date=datetime.date(2020, 1, 1), date_origin="html", author="Ada")
    merged = Metadata(title="Given", date=DAY, date_origin="sidecar").over(page)
    assert merged == Metadata(title="Given", date=DAY, date_origin="sidecar", author="Ada")
    assert Metadata(title="Given").over(page).date_origin == "html"


def test_what_a_page_says_wrongly_is_left_out() -> None:
    values = {"title": ["x"], "date": "Oct 25", "url": "/relative", "author": "Ada Quill"}
    assert found(values, origin="html") == Metadata(author="Ada Quill")


@given(st.dictionaries(st.sampled_from(["title", "date", "url", "author", "language"]), st.text()))
def test_any_text_is_a_value_or_a_refusal(values: dict[str, object]) -> None:
    with suppress(Unusable):
        known = supplied(values, origin="record")
        assert known.url is None or known.url.isascii()
        for words in filter(None, (known.title, known.author, known.language)):
            assert words.encode("utf-8")
            assert words == " ".join(words.split())


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{'title': 1}", r"not JSON.*line 1, column 2"),
        ("[1]", "not an object"),
        ("[" * 100_000, "nobody writes"),
        ('{"a": ' + "9" * 5000 + "}", "nobody writes"),
        ("", "not JSON"),
    ],
)
def test_broken_json_says_where(source: str, reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        parse_object(source)
