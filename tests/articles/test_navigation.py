import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.navigation import find_navigation, pattern_of

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Read more", "heading of links"),
        ("READ MORE »", "heading of links"),
        ("This month’s most read stories", "heading of links"),
        ("Related articles:", "heading of links"),
        ("More on this topic", "heading of links"),
        ("You might also like…", "heading of links"),
        ("Editor’s picks", "heading of links"),
        ("Explore further: Harvest fails in the north Minister to resign", "link with a label"),
        ("» READ ALSO: Bakers fear for their bread", "link with a label"),
        ("Related: ‘We lost it all,’ says farmer", "link with a label"),
        ("WATCH: Minister leaves the hall", "link with a label"),
        ("Read the full story here.", "link in a sentence"),
        ("Read the rest of the interview at The Harvest Times.", "link in a sentence"),
        ("Click here for the map of all fields", "link in a sentence"),
        ("Watch the minister’s speech below:", "pointer to a recording"),
        ("Sign up for our newsletter", "invitation to subscribe"),
        ("Want to know more? Subscribe to our daily briefing.", "invitation to subscribe"),
        ("Get the harvest news in your inbox every morning", "invitation to subscribe"),
        ("Follow us on Facebook, Instagram and Telegram", "call to follow"),
        ("Follow Ada Quill on Twitter @adaquill.", "call to follow"),
        ("Share this article on WhatsApp", "button"),
        ("Share", "button"),
        ("Leave a comment (12)", "button"),
        ("Skip to main content", "button"),
        ("ADVERTISEMENT", "advertising"),
        ("Advertisement - story continues below", "advertising"),
        ("Photo: Ada Quill/Reuters", "picture credit"),
        ("(Ada Quill via Getty Images)", "picture credit"),
        ("Image credit: the Harvest Archive", "picture credit"),
        ("(Reporting by Ada Quill in Oslo; editing by Bo Lund)", "who made it"),
        ("© 2024 The Harvest Times. All rights reserved.", "rights"),
    ],
)
def test_lines_of_the_page(line: str, name: str) -> None:
    pattern = pattern_of(line)
    assert pattern is not None
    assert pattern.name == name


@pytest.mark.parametrize(
    "line",
    [
        "Read more carefully, the report said, the figures show the opposite.",
        "Read more books, the minister told pupils.",
        "Related firms were fined as well, the court said.",
        "“Read: it says nobody will pay,” she said.",
        "Listen: we are not going anywhere, she told the crowd, she said.",
        "Watch out for the frost, farmers were told.",
        "Share prices fell by 4 percent after the minister spoke.",
        "Share this view, and you will lose, he warned.",
        "Follow the money, she said.",
        "Followers on Twitter said that the mill was closed.",
        "Twitter said it had closed 300 accounts.",
        "Reuters reported that the mill would close.",
        "Photographs show that the mill was on fire, police said.",
        "Advertising has become too dear, bakers complain.",
        "Comments by the minister angered the bakers.",
        "More than 300 mills closed, the union said: nobody helped them.",
        "Latest results: 45 percent for the farmers, 40 for the bakers",
        "Sign up now, he urged the volunteers, or lose the harvest.",
        "Subscribe to that idea and you have lost, said Quill.",
        "Copyright law must change, the publishers said.",
        "The story continues, but nobody listens.",
        "Print is dead, he said.",
        "Similar reports: none.",
        "",
        "…",
    ],
)
def test_sentences_of_the_article(line: str) -> None:
    assert pattern_of(line) is None


def test_spans_are_whole_lines_without_the_blanks_around_them() -> None:
    text = "The mill closed.\n\n  Read more \nThe bakers left, she said.\n\tShare\n"
    assert [span.of(text) for span in find_navigation(text)] == ["Read more", "Share"]


def test_headlines_below_a_heading_go_with_it_at_the_end_of_a_text() -> None:
    links = "Most popular\nMill burns down\n1. Bakers on strike again\nFrost expected"
    text = f"The mill closed, she said.\n{links}"
    assert [span.of(text) for span in find_navigation(text)] == links.split("\n")


def test_paragraphs_below_a_heading_are_read() -> None:
    text = "Top stories\nMill burns down\nNobody was hurt, the police said.\nThe mill will be rebuilt."
    assert [span.of(text) for span in find_navigation(text)] == ["Top stories"]


def test_sample_corpus() -> None:
    marked = [
        span.of(text)
        for file in sorted(CORPUS.glob("*.txt"))
        for text in [file.read_text(encoding="utf-8")]
        for span in find_navigation(text)
    ]
    assert [words[:16] for words in marked] == ["Explore further:", "Read more", "This week's most"]


@given(st.text())
def test_spans_are_sorted_and_apart(text: str) -> None:
    spans = list(find_navigation(text))
    assert all(one.end < two.start for one, two in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)


@pytest.mark.parametrize(
    "unit", ["get our ", "sign up newsletter ", "follow us on X, ", "photo x/ ", "x y/ ", "read more "]
)
def test_no_line_keeps_the_patterns_busy(unit: str) -> None:
    text = "\n".join((unit * 60)[:length] for length in range(60, 300))
    begin = time.process_time()
    list(find_navigation(text))
    assert time.process_time() - begin < 3
