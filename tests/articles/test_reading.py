import datetime
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.articles import find_files, lead_nowhere, passed_over, read_articles
from kg.articles.opening import MOST_BYTES, printable
from kg.domain import Article
from kg.errors import ArticleError
from kg.identity import article_id, text_sha256

TEXT = "Mill closes\n\nThe mill will close, the union said."


def read(*paths: str | Path, stdin: bytes = b"") -> list[Article | ArticleError]:
    return list(read_articles(paths, stdin=io.BytesIO(stdin)))


def read_one(path: str | Path, **metadata: bytes) -> Article:
    (article,) = read(path, **metadata)
    assert isinstance(article, Article), article
    return article


def refused(path: str | Path, **metadata: bytes) -> ArticleError:
    (error,) = read(path, **metadata)
    assert isinstance(error, ArticleError), error
    return error


def write(path: Path, content: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_plain_text(tmp_path: Path) -> None:
    file = write(tmp_path / "mill.txt", "\ufeff" + TEXT.replace("\n", "\r\n"))
    article = read_one(file)
    assert article == Article(
        id=article_id(url=None, text=TEXT),
        name="mill",
        path=str(file),
        text=TEXT,
        text_sha256=text_sha256(TEXT),
        title="Mill closes",
    )
    assert article.offsets.original(article.text.index("The mill")) == 1 + len("Mill closes\r\n\r\n")


def test_a_sidecar_gives_metadata(tmp_path: Path) -> None:
    file = write(tmp_path / "mill.txt")
    write(
        tmp_path / "mill.json",
        '{"id": "m-1", "title": " The  mill ", "date": "2024-10-25", "url": "HTTPS://Mill.example#x",'
        ' "publisher": "Mill\\u0000 Times", "author": "Ada\\nQuill", "other": [1]}',
    )
    article = read_one(file)
    assert (article.name, article.title, article.author, article.publisher) == (
        "m-1",
        "The mill",
        "Ada Quill",
        "Mill Times",
    )
    assert (article.date, article.date_origin) == (datetime.date(2024, 10, 25), "sidecar")
    assert article.url == "https://mill.example/"
    assert article.id == article_id(url="https://mill.example/", text=TEXT)


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [
        (b"{", "its metadata in mill.json: it is not JSON"),
        (b"[]", "not an object"),
        (b'{"date": "soon"}', "date 'soon' is no date"),
        (b"\0", "NUL"),
    ],
)
def test_a_broken_sidecar_is_the_error_of_its_article(tmp_path: Path, sidecar: bytes, reason: str) -> None:
    write(tmp_path / "mill.json", sidecar)
    error = refused(write(tmp_path / "mill.txt"))
    assert reason in error.reason
    assert error.path == str(tmp_path / "mill.txt")


def test_markdown_stays_as_it_is_and_its_front_matter_is_not_read(tmp_path: Path) -> None:
    front = '---\ntitle: "Mill closes"\ndate: 2024-10-25\ntags: [mill, bread]\nauthor: Ada Quill\n---\n'
    article = read_one(write(tmp_path / "mill.md", f"{front}# The *mill*\n\nIt will close, she said.\n"))
    assert [span.of(article.text) for span in article.unread] == [front]
    assert article.text.startswith(front)
    assert (article.title, article.author, article.date_origin) == (
        "Mill closes",
        "Ada Quill",
        "front matter",
    )


def test_a_rule_in_markdown_is_no_front_matter(tmp_path: Path) -> None:
    article = read_one(write(tmp_path / "mill.md", "---\n# The mill\n---\n\nIt will close, she said.\n"))
    assert article.unread == ()


def test_a_page_and_its_sidecar(tmp_path: Path) -> None:
    paragraphs = "<p>The miller said that the harvest had failed because of the frost in May.</p>" * 5
    head = '<title>Found</title><meta property="article:published_time" content="2020-01-01">'
    file = write(
        tmp_path / "mill.HTML",
        f"<html><head>{head}</head><body><article>{paragraphs}</article></body></html>",
    )
    assert read_one(file).date_origin == "html"
    write(tmp_path / "mill.json", '{"date": "2024-10-25"}')
    article = read_one(file)
    assert (article.title, article.date, article.date_origin) == (
        "Found",
        datetime.date(2024, 10, 25),
        "sidecar",
    )


def test_json_lines_one_result_a_line(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": TEXT, "date": "2024-10-25"}),
        "",
        "{broken",
        '"words"',
        json.dumps({"title": "no text"}),
        json.dumps({"text": "half \ud800"}),
        json.dumps({"text": "Another mill.", "date": "25/10/2024"}),
        json.dumps({"text": "  "}),
        json.dumps({"text": "Other words, with e\u0301."}, ensure_ascii=False),
        "[" * 100_000,
    ]
    file = write(tmp_path / "wire.jsonl", "\ufeff" + "\r\n".join(lines))
    results = read(file)
    assert [result.path for result in results] == [
        f"{file}:{number}" for number in (1, 3, 4, 5, 6, 7, 8, 9, 10)
    ]
    articles = [result for result in results if isinstance(result, Article)]
    assert [(each.name, each.date_origin) for each in articles] == [("a", "record"), ("wire:9", None)]
    assert articles[1].text == "Other words, with é."
    reasons = [result.reason for result in results if isinstance(result, ArticleError)]
    assert len(reasons) == 7
    assert any("'25/10/2024'" in reason for reason in reasons)


def test_a_record_that_is_too_long_does_not_stop_the_next(tmp_path: Path) -> None:
    long = json.dumps({"text": "a" * MOST_BYTES})
    results = read(write(tmp_path / "wire.jsonl", f"{long}\n{json.dumps({'text': TEXT})}\n"))
    assert isinstance(results[0], ArticleError)
    assert "5,000,000" in results[0].reason
    assert isinstance(results[1], Article)


def test_standard_input_is_plain_text() -> None:
    article = read_one("-", stdin=TEXT.encode())
    assert (article.path, article.name, article.text) == ("-", "stdin", TEXT)
    assert "empty" in refused("-", stdin=b" \n").reason
    assert "5,000,000" in refused("-", stdin=b"a" * (MOST_BYTES + 1)).reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\n \t", "empty"),
        ("a.md", b"\xef\xbb\xbf", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.html", b"", "no article"),
        ("a.txt", b"a" * (MOST_BYTES + 1), "5,000,000 bytes"),
        ("a.html", b"a" * (MOST_BYTES + 1), "5,000,000 bytes"),
        ("a.txt", b"\x7fELF\0\0", "NUL"),
        ("a.pdf", b"%PDF", "'.pdf' are not read"),
        ("README", b"words", "'' are not read"),
        ("a.json", b"{}", "'.json' are not read"),
    ],
)
def test_what_cannot_be_read_is_one_error(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    error = refused(write(tmp_path / name, content))
    assert reason in error.reason
    assert error.hint
    assert error.path == str(tmp_path / name)


def test_what_is_no_file(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "no such file" in refused(tmp_path / "missing.txt").reason
    assert "leads back to itself" in refused(loop).reason
    assert "not a regular file" in refused(pipe).reason
    assert "not a regular file" in refused("/dev/null").reason
    assert "too long" in refused(tmp_path / ("x" * 300 + ".txt")).reason
    assert "no file name" in refused("nul\0.txt").reason
    assert "not a folder" in refused(write(tmp_path / "a.txt") / "b.txt").reason


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


def test_what_may_not_be_read(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> None:
    folder = tmp_path_factory.mktemp("closed")
    file, below = write(folder / "closed.txt"), write(folder / "shut" / "a.txt").parent
    for each in (folder, *folder.parents[:2]):
        each.chmod(0o755)
    file.chmod(0)
    below.chmod(0)
    request.getfixturevalue("ordinary_user")
    assert [error.reason for error in read(file, below) if isinstance(error, ArticleError)] == [
        "there is no permission to read it"
    ] * 2


def test_hostile_names_are_shown_and_do_not_crash(tmp_path: Path) -> None:
    names = (b"caf\xe9.txt", b"line\nend.txt", b"\x1b[31mred.txt", "🙂 שלום.txt".encode())
    for number, name in enumerate(names):
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_text(
            f"{TEXT} {number}", encoding="utf-8"
        )
    articles = [each for each in read(tmp_path) if isinstance(each, Article)]
    assert len(articles) == len(names)
    assert {each.name for each in articles} == {"caf\\xe9", "line\\x0aend", "\\x1b[31mred", "🙂 שלום"}
    assert all(each.path.encode() and each.path.isprintable() for each in articles)


def test_a_folder_is_searched_in_order(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "deep/er/c.HTM",
        "notes.pdf",
        "b.json",
        ".hidden.txt",
        ".git/d.txt",
        "z.jsonl",
    ):
        write(tmp_path / name)
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    expected = ["a.md", "b.txt", "dangling.txt", "deep/er/c.HTM", "z.jsonl"]
    assert find_files([tmp_path]) == tuple(tmp_path / name for name in expected)


def test_a_file_reached_twice_is_there_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    assert find_files([tmp_path, file, tmp_path / "." / "a.txt", str(file)]) == (file,)


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    error = refused(tmp_path)
    assert error.reason == "no article in this folder"
    assert ".txt" in error.hint


def test_the_title_is_the_first_line_that_belongs_to_the_article(tmp_path: Path) -> None:
    line = "The mill " * 30
    article = read_one(write(tmp_path / "a.txt", f"Advertisement\n\n{line}\nMore."))
    assert article.title.startswith("The mill The mill")
    assert article.title.endswith("mill…")
    assert len(article.title) <= 121


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.sampled_from([".txt", ".md", ".jsonl"]))
def test_any_bytes_end_as_articles_or_errors(tmp_path: Path, content: bytes, ending: str) -> None:
    results = read(write(tmp_path / f"any{ending}", content))
    assert results
    for result in results:
        assert result.path
        if isinstance(result, Article):
            assert all(span.end <= len(result.text) for span in result.unread)
            assert result.text_sha256 == text_sha256(result.text)


@given(st.one_of(st.binary().map(os.fsdecode), st.text(alphabet=st.characters())))
def test_any_name_can_be_shown(name: str) -> None:
    shown = printable(name)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert shown.isprintable() or "\N{ZERO WIDTH JOINER}" in shown


def test_a_name_that_no_system_takes() -> None:
    assert "no file name" in refused("half \ud800.txt").reason


def test_files_that_are_passed_over_are_counted_by_ending(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("a.txt", "a.json", "b.json", "c.PDF", "deep/d.pdf", "README", ".hidden.pdf", "deep/e.html"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert passed_over([tmp_path, tmp_path / "deep"]) == {".pdf": 2, "": 1, ".json": 1}
    assert list(passed_over([tmp_path])) == [".pdf", "", ".json"]
    assert passed_over([tmp_path / "c.PDF", "-", tmp_path / "nowhere"]) == {}


@pytest.mark.parametrize(
    ("names", "nowhere"),
    [
        ((), False),
        (("gone.txt", "half \ud800.txt"), True),
        (("gone.txt", "folder"), True),
        (("gone.txt", "empty.txt"), False),
        (("gone.txt", "-"), False),
    ],
)
def test_paths_without_a_file_lead_nowhere(tmp_path: Path, names: tuple[str, ...], nowhere: bool) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()
    assert lead_nowhere([name if name == "-" else tmp_path / name for name in names]) is nowhere
