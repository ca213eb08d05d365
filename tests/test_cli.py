"""The command as a person at a terminal has it: what it says, where, and with which exit code."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg import annotation, terminal
from kg.cli import asking, main, reading, taking
from kg.domain import BuildSummary
from kg.store import results
from kg.store.answers import Solutions, Triples
from kg.views.formats import FORMATS
from tests.fakes import FakeReader

NEWS = {
    "a": "President Olena Marchuk met lawmakers. “Northland has sent troops,” Marchuk said.",
    "b": "Karl Brandt denied that Northland had sent troops to Eastmark.",
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with two articles and a reader that needs no network."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kg.reader.load_reader", FakeReader)
    monkeypatch.delenv("KG_GRAPH", raising=False)
    Path("news").mkdir()
    for name, text in NEWS.items():
        Path(f"news/{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def kg(*words: str, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(main, words, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def built(place: Path) -> Path:
    assert kg("build", "news").exit_code == 0
    return place


def test_a_build_ends_with_a_summary_on_standard_error(place: Path) -> None:
    first = kg("build", "news")
    assert first.stdout == ""
    assert first.stderr == "2 articles: 2 read, 0 unchanged, 0 replaced, 0 failed, 0 nothing found\n"
    assert kg("build", "--quiet", "news").stderr == ""


def test_a_failure_is_said_and_is_the_exit_code(place: Path) -> None:
    Path("news/empty.txt").touch()
    result = kg("build", "news")
    assert result.exit_code == 1
    assert "news/empty.txt: it is empty\nhint: " in result.stderr
    assert "3 articles: 2 read, 0 unchanged, 0 replaced, 1 failed" in result.stderr


def test_a_slip_in_the_path_makes_no_graph(place: Path) -> None:
    result = kg("build", "nowhere.txt", "newz", "--graph", "mine")
    assert result.exit_code == 1
    assert result.stderr.startswith("nowhere.txt: there is no such file or folder\nhint: Check the spelling")
    assert "newz: there is no such file or folder" in result.stderr
    assert "error: mine: no graph was made" in result.stderr
    assert "hint: Name a file or a folder with articles: kg build" in result.stderr
    assert not Path("mine").exists()


def test_an_empty_graph_says_so_and_what_to_do(built: Path) -> None:
    said = (
        "graphs/store: the graph is empty\n"
        "hint: Read articles into it: kg build ARTICLES… --graph graphs/store"
    )
    assert said not in kg("ask", "who-said-what").stderr
    kg("remove", "a", "b")
    for command in (["ask", "who-said-what"], ["search", "troops"], ["actors", "list"], ["query", "ASK {}"]):
        assert kg(*command).stderr.startswith(said)


def test_the_summary_tells_what_was_passed_over(place: Path) -> None:
    for name in ("scan.pdf", "old.PDF", "notes"):
        Path(f"news/{name}").touch()
    assert kg("build", "news").stderr == (
        "2 articles: 2 read, 0 unchanged, 0 replaced, 0 failed, 0 nothing found; "
        "passed over 3 files: 2 .pdf, 1 without ending\n"
    )


def test_an_article_in_another_language_is_read_with_a_warning(place: Path) -> None:
    Path("news/c.txt").write_text(
        "Le ministre a déclaré lundi que le pont resterait fermé jusqu'à la fin du mois. On savait depuis "
        "des semaines dans la ville où le béton s'effritait.",
        encoding="utf-8",
    )
    warning = "news/c.txt: seems to be in French; only English is understood\n"
    assert kg("build", "news").stderr.startswith(f"{warning}3 articles: 3 read")
    assert "French" not in kg("build", "news").stderr


def test_standard_input_is_read(place: Path) -> None:
    assert kg("build", "-", stdin=NEWS["b"]).exit_code == 0
    assert "Karl Brandt" in kg("ask", "who-said-what").stdout


def test_asking_alone_lists_the_questions(place: Path) -> None:
    listed = kg("ask").stdout
    assert "who-said-what" in listed
    assert "most-quoted" in listed


def test_a_question_is_answered(built: Path) -> None:
    rows = kg("ask", "who-said-what", "--who", "marchuk", "--format", "csv").stdout.splitlines()
    assert len(rows) == 2
    assert "Northland has sent troops" in rows[1]


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        (["ask", "who-sad-what"], "no question named 'who-sad-what'", "who-said-what"),
        (["ask", "who-said-what", "--who", "Marchuc Olga"], "no actor", "Olena Marchuk"),
        (["ask", "who-said-what", "--since", "yesterday"], "yesterday", "2024-"),
        (["query", "SELECT ?s WHERE { ?s a }"], "line 1, column", ""),
        (["query", "DROP ALL"], "DROP", ""),
        (["query", "ASK {}", "--format", "turtle"], "turtle", "json"),
        (["export", "--format", "word"], "no format named 'word'", "csv"),
        (["export", "--article", "c"], "no article named 'c'", "news/a.txt"),
        (["remove", "c"], "no article named 'c'", "news/a.txt"),
        (["info", "--graph", "elsewhere"], "no graph", "kg build"),
        (["remove", "--graph", "elsewhere", "a"], "no graph", "kg build"),
        (["view", "-o", "news/a.txt/page.html"], "news/a.txt/page.html", "-o"),
    ],
)
def test_a_mistake_is_one_error_and_one_hint(built: Path, words: list[str], error: str, hint: str) -> None:
    result = kg(*words)
    assert result.exit_code == 1
    assert result.stdout == ""
    first, *rest = result.stderr.splitlines()
    assert first.startswith("error: ")
    assert error in first
    assert hint in "".join(rest)
    assert "Traceback" not in result.stderr


def test_wrong_options_are_exit_code_two(place: Path) -> None:
    assert kg("build").exit_code == 2
    assert kg("query", "ASK {}", "--timeout", "never").exit_code == 2


def test_a_query_comes_as_argument_file_or_standard_input(built: Path) -> None:
    ask = "ASK { ?s a kg:Statement }"
    Path("q.rq").write_text(ask, encoding="utf-8")
    assert [kg("query", ask).stdout, kg("query", "-f", "q.rq").stdout, kg("query", stdin=ask).stdout] == [
        "true\n"
    ] * 3


def test_a_query_that_is_no_sparql_is_shown_with_a_caret(built: Path) -> None:
    assert kg("query", "SELECT ?s WHERE { ?s a }").stderr.splitlines() == [
        "error: line 1, column 19: what begins here is no SPARQL",
        "  SELECT ?s WHERE { ?s a }",
        "                    ^",
    ]


def test_a_file_given_as_a_query_is_recognised(built: Path) -> None:
    Path("mine").write_text("ASK {}", encoding="utf-8")
    for name in ("mine", "nowhere.rq"):
        result = kg("query", name)
        assert result.exit_code == 1
        assert result.stderr == (
            f"error: '{name}' is the name of a file, not a query\nhint: kg query -f {name}\n"
        )


def test_a_word_that_the_ontology_lacks_is_told_beside_the_answer(built: Path) -> None:
    result = kg("query", "SELECT ?x { ?s kg:speeker ?x }", "--format", "csv")
    assert (result.exit_code, result.stdout) == (0, "x\n")
    assert "did you mean kg:speaker?" in result.stderr


def test_answers_go_to_a_file(built: Path) -> None:
    result = kg("query", "SELECT ?n WHERE { ?a kg:textSha256 ?h ; dcterms:identifier ?n } ORDER BY ?n",
                "--format", "csv", "-o", "out/names.csv")  # fmt: skip
    assert result.stdout == ""
    assert Path("out/names.csv").read_bytes() == b"n\r\na\r\nb\r\n"


def test_export_view_and_info(built: Path) -> None:
    assert kg("export", "-o", "kg.ttl").exit_code == 0
    assert Path("kg.ttl").read_text(encoding="utf-8") == kg("export").stdout
    assert kg("view", "-o", "page.html").stdout == "page.html\n"
    assert "Olena Marchuk" in Path("page.html").read_text(encoding="utf-8")
    facts = json.loads(kg("info", "--json").stdout)
    assert (facts["articles"], facts["statements"], facts["readers"]) == (2, 2, FakeReader.version)


def test_a_valid_graph_conforms(built: Path) -> None:
    assert kg("validate").exit_code == 0


def test_removing_says_what_is_gone(built: Path) -> None:
    assert kg("remove", "news/b.txt").stderr == "removed news/b.txt (1 statement)\n"
    assert json.loads(kg("info", "--json").stdout)["articles"] == 1


def test_names_of_files_cannot_steer_the_terminal() -> None:
    assert terminal.printable("a\x1b[2Jb\u202ec") == "a\ufffd[2Jb\ufffdc"


def test_the_summary_counts_everything() -> None:
    summary = BuildSummary(read=1, unchanged=2, replaced=3, nothing_found=1, failed={"x": "empty"})
    assert terminal.summary_line(summary) == (
        "7 articles: 1 read, 2 unchanged, 3 replaced, 1 failed, 1 nothing found"
    )


def test_help_lists_the_formats_there_are() -> None:
    assert set(taking.EXPORT_FORMATS) == set(FORMATS)
    assert set(reading.ANNOTATION_FORMATS) == set(annotation.WRITERS)
    assert tuple(results.FORMS[Solutions]) == asking.ROW_FORMS
    assert tuple(results.FORMS[Triples]) == asking.TRIPLE_FORMS


def test_speakers_are_scored(place: Path) -> None:
    start = NEWS["a"].index("Northland")
    record = {
        "source": [[NEWS["a"].rindex("Marchuk"), NEWS["a"].rindex("Marchuk") + 7]],
        "cue": [],
        "content": [[start, start + len("Northland has sent troops")]],
        "speaker": "Olena Marchuk",
        "speaker_type": "person",
        "about": ["Northland"],
    }
    Path("gold").mkdir()
    Path("gold/a.json").write_text(json.dumps({"article": "a", "attributions": [record]}), encoding="utf-8")
    assert "right speaker 100.0" in kg("evaluate", "--speakers", "gold", "--text", "news").stdout
    facts = json.loads(kg("evaluate", "--speakers", "gold", "--text", "news", "--json").stdout)
    assert facts["end to end"]["who_said_what"]["f1"] == 100.0
    assert "hint: Give --text DIR." in kg("evaluate", "--speakers", "gold").stderr


@pytest.mark.parametrize(
    "words", [(), ("news", "--speakers", "news"), ("news", "--text", "news")], ids=["neither", "both", "text"]
)
def test_either_the_reader_or_the_speakers_are_scored(place: Path, words: tuple[str, ...]) -> None:
    assert kg("evaluate", *words).exit_code == 2
