import time

import pytest

from kg.articles.navigation import find_navigation
from kg.articles.titles import MOST_CHARACTERS, headline
from kg.domain import Span


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n  Mill closes \nIt closed.", "Mill closes"),
        ("## Mill *closes*\n", "Mill *closes*"),
        ("#mill closes", "#mill closes"),
        ("x" * 200, "x" * (MOST_CHARACTERS - 1) + "…"),
        (" \n", ""),
    ],
)
def test_first_line(text: str, title: str) -> None:
    assert headline(text, ()) == title


def test_unread_lines_are_passed_over() -> None:
    text = "Share\nAdvertisement\nMill closes\n"
    assert headline(text, tuple(find_navigation(text))) == "Mill closes"
    assert headline("---\ntitle: x\n---\nMill", (Span(0, 17),)) == "Mill"


def test_a_text_of_buttons_takes_no_time() -> None:
    text = "Share\n" * 50_000
    spans = tuple(Span(start, start + 5) for start in range(0, len(text), 6))
    begin = time.process_time()
    assert headline(text, spans) == ""
    assert time.process_time() - begin < 5
