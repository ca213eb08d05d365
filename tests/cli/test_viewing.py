"""``kg view`` as people use it: which page is written, of what, and where."""

from pathlib import Path

import pytest

from tests.cli.conftest import kg


def test_the_page_is_written_where_it_is_expected(built: Path) -> None:
    assert kg("view").stdout == "graphs/kg.html\n"
    assert kg("view", "-o", "mine.html", "--title", "Troops & talks").stdout == "mine.html\n"
    assert "<title>Troops &amp; talks</title>" in Path("mine.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "shown", "hidden"),
    [
        (("--actor", "karl brandt"), "had left", "Northland has sent troops"),
        (("--actor", "marchuk"), "Northland has sent troops", "Eastmark"),
        (("--actor", "olena brandt", "--about", "karl brandt"), "had left", "Eastmark"),
    ],
)
def test_a_page_can_be_of_a_part(built: Path, words: tuple[str, ...], shown: str, hidden: str) -> None:
    assert kg("view", "-o", "part.html", *words).exit_code == 0
    page = Path("part.html").read_text("utf-8")
    marked = [line for line in page.splitlines() if 'id="records"' in line]
    assert shown in marked[0]
    assert hidden not in marked[0]


def test_the_first_drawing_can_be_smaller(built: Path) -> None:
    kg("view", "-o", "small.html", "--top", "2")
    assert '"shownActors":2' in Path("small.html").read_text("utf-8")


def test_an_article_is_a_page_of_its_own(built: Path) -> None:
    assert kg("view", "--article", "a").stdout == "graphs/article-a.html\n"
    page = Path("graphs/article-a.html").read_text("utf-8")
    assert "President Olena Marchuk met lawmakers." in page
    assert "<script" not in page
    assert kg("view", "--article", "news/b.txt", "-o", "b.html").stdout == "b.html\n"


def test_a_folder_of_pages_begins_with_its_index(built: Path) -> None:
    assert kg("view", "--site", "pages").stdout == "pages/index.html\n"
    assert len(list(Path("pages/articles").iterdir())) == 3
    assert Path("pages/graph.html").is_file()


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--actor", "Nobody Atall"), "no actor named"),
        (("--article", "zz"), "no article named 'zz'"),
        (("--since", "2030-01-01"), "no statement is left by: since 2030-01-01"),
        (("--article", "a", "--about", "karl brandt"), "no statement is left by"),
        (("--site", "news/a.txt/pages"), "news/a.txt/pages"),
    ],
)
def test_a_mistake_is_one_error_and_one_hint(built: Path, words: tuple[str, ...], error: str) -> None:
    result = kg("view", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    first, *rest = result.stderr.splitlines()
    assert first.startswith("error: ")
    assert error in first
    assert rest[0].startswith("hint: ")


@pytest.mark.parametrize(
    "words",
    [("--since", "yesterday"), ("--top", "0"), ("--site", "x", "--top", "3"), ("--site", "x", "-o", "y")],
)
def test_wrong_options_are_exit_code_two(built: Path, words: tuple[str, ...]) -> None:
    assert kg("view", *words).exit_code == 2
