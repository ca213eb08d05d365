import datetime

import pytest

from kg.articles.metadata import Metadata
from kg.articles.page_worker import extract
from kg.articles.pages import MOST_TAG_CHARACTERS, PageReader
from kg.articles.unusable import Unusable

PARAGRAPHS = "".join(
    f"<p>In village {number}, the miller said that the harvest had failed because of the frost in May.</p>"
    for number in range(6)
)
DECLARED = """{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Elsewhere"},
 {"@type": ["NewsArticle"], "headline": "Harvest fails", "datePublished": "2024-10-25T23:30:00+02:00",
  "author": [{"@type": "Person", "name": "Ada Quill"}, "Bo Lund"], "publisher": {"name": "The Harvest Times"},
  "mainEntityOfPage": {"@id": "https://harvest.example/fails#top"}, "inLanguage": "en-GB"}]}"""


def page(head: str = "", body: str = f"<article>{PARAGRAPHS}</article>") -> str:
    menu = "<nav><a href='/'>Home</a></nav>"
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{menu}{body}</body></html>"


def test_text_and_what_the_publisher_declares() -> None:
    head = f'<title>Other title | Site</title><script type="application/ld+json">{DECLARED}</script>'
    with PageReader() as reader:
        read = reader.read(page(head))
    assert read.text.split("\n")[0].startswith("In village 0, the miller said")
    assert "Home" not in read.text
    assert read.metadata == Metadata(
        title="Harvest fails",
        date=datetime.date(2024, 10, 25),
        date_origin="html",
        url="https://harvest.example/fails",
        publisher="The Harvest Times",
        author="Ada Quill, Bo Lund",
        language="en-GB",
    )


def test_without_a_declaration_the_page_is_searched() -> None:
    head = (
        '<title>Harvest fails</title><meta property="article:published_time" content="2024-10-25T10:00:00Z">'
        '<meta property="og:site_name" content="The Harvest Times"><link rel="canonical" href="https://harvest.example/a">'
    )
    with PageReader() as reader:
        known = reader.read(page(head)).metadata
    assert (known.title, known.date) == ("Harvest fails", datetime.date(2024, 10, 25))
    assert (known.publisher, known.url, known.language) == (
        "The Harvest Times",
        "https://harvest.example/a",
        "en",
    )


@pytest.mark.parametrize(
    "json", ["{", "[" * 5000, "null", "[[1]]", '{"@type": 7}', '{"@type": "NewsArticle", "author": 7}']
)
def test_a_broken_declaration_harms_nothing(json: str) -> None:
    read = extract(page(f'<script type="application/ld+json">{json}</script>'))
    assert read is not None
    assert "village 5" in str(read["text"])


@pytest.mark.parametrize(
    "html", ["", "   ", "<html></html>", "<html><body><script>let a = 1</script></body></html>"]
)
def test_a_page_without_an_article(html: str) -> None:
    with PageReader() as reader, pytest.raises(Unusable, match="no article was found"):
        reader.read(html)


def test_a_fragment_is_read() -> None:
    with PageReader() as reader:
        assert "village 5" in reader.read(f"<div>{PARAGRAPHS}</div>").text


def test_a_tag_with_200_000_attributes_is_refused_at_once() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(200_000))
    with PageReader() as reader, pytest.raises(Unusable, match=f"limit is {MOST_TAG_CHARACTERS:,}"):
        reader.read(page(body=f"<p {attributes}>{PARAGRAPHS}"))


def test_long_scripts_and_embedded_pictures_are_no_long_tags() -> None:
    script = f"<script>if (a<b) {{ s = '{'x' * MOST_TAG_CHARACTERS}' }}</script>"
    picture = f"<img src='data:image/png;base64,{'A' * MOST_TAG_CHARACTERS}'>"
    with PageReader() as reader:
        assert "village 5" in reader.read(page(script, f"<article>{PARAGRAPHS}{picture}</article>")).text


def test_a_page_that_takes_too_long_is_ended_and_the_next_one_is_read() -> None:
    slow = page(body="<article>" + "<p>The miller said so, again and again.</p>" * 100_000 + "</article>")
    with PageReader(seconds=2) as reader:
        with pytest.raises(Unusable, match="more than 2 seconds"):
            reader.read(slow)
        assert "village 5" in reader.read(page()).text


def test_deep_nesting_ends() -> None:
    with PageReader() as reader, pytest.raises(Unusable):
        reader.read("<div>" * 100_000 + "words" + "</div>" * 100_000)
