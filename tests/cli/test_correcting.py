"""Correcting as a person at a terminal does it."""

import csv
import io
import json
from pathlib import Path

import pytest

import kg as library
from tests.cli.conftest import kg


def names() -> set[str]:
    rows = csv.DictReader(io.StringIO(kg("actors", "list", "--format", "csv").stdout))
    return {row["name"] for row in rows}


def statements(*words: str) -> list[str]:
    rows = csv.DictReader(io.StringIO(kg("statements", "list", *words, "--format", "csv").stdout))
    return [row["statement"].rpartition("/")[2] for row in rows]


def export() -> str:
    return kg("export", "--format", "ntriples").stdout


def logged() -> list[dict[str, str]]:
    return json.loads(kg("log", "--json").stdout)


def test_a_merge_is_said_logged_shown_and_undone(built: Path) -> None:
    before = export()
    merged = kg("actors", "merge", "Olena Marchuk", "Olena Brandt")
    assert merged.stdout == ""
    assert "read “Olena Brandt” as “Olena Marchuk”" in merged.stderr
    assert "Olena Brandt" not in names()
    shown = kg("actors", "show", "Olena Brandt").stdout
    assert shown.startswith("Olena Marchuk (person)")
    assert "“Olena Brandt”, by a person (kg log)" in shown
    log = kg("log").stdout
    assert "Ada Quill  read “Olena Brandt” as “Olena Marchuk”\n" in log
    assert "undo: read “Olena Brandt”" in kg("undo").stderr
    assert export() == before
    assert "[undone: by " in kg("log").stdout


def test_what_a_person_says_outlives_builds(built: Path) -> None:
    kg("actors", "merge", "Olena Marchuk", "Olena Brandt")
    kg("actors", "rename", "Karl Brandt", "Karl M. Brandt")
    corrected = export()
    for name in "abc":
        assert kg("remove", name).exit_code == 0
    assert "3 corrections" not in kg("build", "news").stderr
    assert export() == corrected
    assert {"Olena Marchuk", "Karl M. Brandt"} <= names()


def test_a_split_wins_over_the_program_and_over_an_older_merge(built: Path) -> None:
    kg("actors", "merge", "Olena Marchuk", "Olena Brandt")
    split = kg("actors", "split", "Olena Marchuk", "Olena Brandt")
    assert "hold apart “Olena Marchuk”, “Olena Brandt”" in split.stderr
    assert "overruled from now on:" in split.stderr
    assert {"Olena Marchuk", "Olena Brandt"} <= names()
    assert [entry["status"] for entry in logged()] == ["in force", "overruled"]


def test_somebody_of_the_same_name_in_one_article_becomes_another_actor(built: Path) -> None:
    before = export()
    apart = kg("actors", "split", "Karl Brandt", "--article", "c")
    assert "hold “Karl Brandt” of c apart from the one of other articles" in apart.stderr
    several = kg("actors", "show", "Karl Brandt")
    assert "can be 2 actors" in several.stderr
    (other,) = [
        row["actor"].rpartition("/")[2]
        for row in csv.DictReader(io.StringIO(kg("actors", "list", "--format", "csv").stdout))
        if row["name"] == "Karl Brandt" and row["statements"] == "0"
    ]
    kg("actors", "rename", other, "Karl Brandt Jr.")
    assert {"Karl Brandt", "Karl Brandt Jr."} <= names()
    assert "1 statement:" in kg("actors", "show", "Karl Brandt").stdout
    assert "2 corrections without target" in kg("remove", "c").stderr
    assert "without target" not in kg("build", "news").stderr
    assert {"Karl Brandt", "Karl Brandt Jr."} <= names()
    assert kg("validate").exit_code == 0
    kg("undo")
    kg("undo")
    assert export() == before


def test_a_statement_is_rejected_by_the_beginning_of_its_identifier(built: Path) -> None:
    (statement,) = statements("--who", "marchuk")
    rejected = kg("statements", "reject", statement[:6])
    assert "reject “Northland has sent troops" in rejected.stderr
    assert "(a)" in rejected.stderr
    assert statement not in statements()
    assert len(statements()) == 3
    again = kg("statements", "reject", statement)
    assert again.exit_code == 1
    assert "Ada Quill decided that already" in again.stderr
    assert f"kg undo {logged()[0]['id']}" in again.stderr


def test_a_correction_without_target_is_reported_until_it_is_back(built: Path) -> None:
    (statement,) = statements("--who", "marchuk")
    kg("statements", "reject", statement)
    assert "1 correction without target in any article now: kg log --gone" in kg("remove", "a").stderr
    assert "1 correction without target" in kg("build", "news/b.txt").stderr
    assert f"[target gone: no article has st:{statement} now]" in kg("log", "--gone").stdout
    assert json.loads(kg("info", "--json").stdout)["target_gone"] == 1
    assert "without target" not in kg("build", "news").stderr
    assert statement not in statements()
    assert "Every correction has its target." in kg("log", "--gone").stderr


def test_where_the_words_of_a_lost_statement_may_be_is_said(built: Path) -> None:
    article = {
        "id": "n",
        "url": "https://news.example/n",
        "text": "Karl Brandt said that the old bridge was shut.",
    }
    Path("n.jsonl").write_text(json.dumps(article), encoding="utf-8")
    kg("build", "n.jsonl")
    (statement,) = statements("--article", "n")
    kg("statements", "reject", statement)
    article["text"] = "Karl Brandt said that the old bridge was shut on Friday."
    Path("n.jsonl").write_text(json.dumps(article), encoding="utf-8")
    assert "1 correction without target" in kg("build", "n.jsonl").stderr
    (moved,) = statements("--article", "n")
    assert f"its words may be st:{moved}" in kg("log").stdout


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        (["actors", "merge", "brandt", "marchuk"], "'brandt' can be 2 actors", "(Olena Brandt)"),
        (["actors", "merge", "marchuk", "Marchuk"], "are one actor already, “Olena Marchuk”", "rename"),
        (["actors", "merge", "karl", "marchuc"], "no actor named 'marchuc'", "Olena Marchuk"),
        (["actors", "merge", "Western official", "marchuk"], "a source without a name", "first"),
        (["actors", "split", "marchuk"], "nobody else is read as “Olena Marchuk”", "name both"),
        (["actors", "split", "marchuk", "marchuk"], "cannot be split from itself", "identifiers"),
        (["actors", "split", "marchuk", "--article", "b"], "b does not name “Olena Marchuk”", "show"),
        (["actors", "split", "marchuk", "--article", "a"], "is in no other article", "nobody"),
        (["actors", "split", "marchuk", "--article", "z"], "no article named 'z'", "news/a.txt"),
        (["actors", "rename", "marchuk", "she"], "'she' is no name: a pronoun", "a name"),
        (["actors", "rename", "marchuk", " \t "], "'' is no name: a name has a letter", "a name"),
        (["actors", "rename", "marchuk", "M" * 999], "longer than 200", "a name"),
        (["statements", "reject", "st:aaaa"], "no statement has an identifier", "kg statements list"),
        (["undo"], "no correction to undo", "kg log"),
        (["undo", "aaaaaaaa"], "no correction has an identifier", "kg log"),
        (["corrections", "import", "news/a.txt"], "news/a.txt: is no TOML", "kg corrections export"),
        (["actors", "rename", "marchuk", "M.", "--author", "\x1b"], "is no name of an author", "KG_AUTHOR"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_error_and_changes_nothing(
    built: Path, words: list[str], error: str, hint: str
) -> None:
    result = kg(*words)
    assert result.exit_code == 1
    assert result.stdout == ""
    first, *rest = result.stderr.splitlines()
    assert first.startswith("error: ")
    assert error in first
    assert hint in "".join(rest)
    assert logged() == []


def test_corrections_go_to_a_file_and_into_another_graph(built: Path) -> None:
    kg("actors", "merge", "Olena Marchuk", "Olena Brandt")
    kg("actors", "rename", "Karl Brandt", "Karl M. Brandt", "--author", "Bo")
    assert kg("corrections", "export", "-o", "c.toml").exit_code == 0
    assert Path("c.toml").read_text(encoding="utf-8") == kg("corrections", "export").stdout
    kg("build", "news", "--graph", "other")
    first = kg("corrections", "import", "c.toml", "--graph", "other")
    assert [line.partition("  ")[2] for line in first.stderr.splitlines()] == [
        "read “Olena Brandt” as “Olena Marchuk”",
        "call “Karl Brandt” “Karl M. Brandt”",
    ]
    assert kg("corrections", "import", "c.toml", "--graph", "other").stderr == "0 new corrections\n"
    assert kg("export", "--format", "ntriples", "--graph", "other").stdout == export()
    assert kg("corrections", "export", "--graph", "other").stdout == kg("corrections", "export").stdout
    assert [entry["author"] for entry in logged()] == ["Bo", "Ada Quill"]


def test_a_file_that_cannot_be_read_whole_changes_nothing(built: Path) -> None:
    kg("actors", "merge", "Olena Marchuk", "Olena Brandt")
    half = kg("corrections", "export").stdout[:-30]
    Path("half.toml").write_text(half, encoding="utf-8")
    kg("build", "news", "--graph", "other")
    refused = kg("corrections", "import", "half.toml", "--graph", "other")
    assert refused.exit_code == 1
    assert "half.toml: is no TOML in UTF-8" in refused.stderr
    assert json.loads(kg("log", "--json", "--graph", "other").stdout) == []


def test_sources_without_a_name_stay_in_their_articles(built: Path) -> None:
    Path("news/d.txt").write_text("A Western official said that the bridge was shut.", encoding="utf-8")
    kg("build", "news")
    rows = csv.DictReader(io.StringIO(kg("actors", "list", "--kind", "anonymous", "--format", "csv").stdout))
    one, other = (row["actor"].rpartition("/")[2] for row in rows)
    refused = kg("actors", "merge", one, other)
    assert "are sources without a name, of two articles" in refused.stderr
    Path("c.toml").write_text(
        f'format = 1\n[[correction]]\naction = "merge"\nkept = "source/{one}"\nother = "source/{other}"\n'
        'author = "Bo"\ntime = 2026-01-01T12:00:00Z\n',
        encoding="utf-8",
    )
    assert "of two articles" in kg("corrections", "import", "c.toml").stderr
    assert kg("actors", "merge", "Karl Brandt", one, other).exit_code == 0
    assert "Western official" not in names()
    assert kg("validate").exit_code == 0


def test_who_corrects_is_given_or_a_variable_or_the_login(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kg("actors", "rename", "marchuk", "One", "--author", "Bo")
    kg("actors", "rename", "marchuk", "Two")
    monkeypatch.delenv("KG_AUTHOR")
    monkeypatch.setenv("LOGNAME", "cy")
    kg("actors", "rename", "marchuk", "Three")
    assert [entry["author"] for entry in logged()] == ["cy", "Ada Quill", "Bo"]


def test_a_graph_with_corrections_is_valid(built: Path) -> None:
    kg("actors", "merge", "Olena Marchuk", "Western official")
    kg("actors", "split", "Karl Brandt", "Olena Brandt")
    kg("statements", "reject", statements()[0])
    kg("undo")
    validated = kg("validate")
    assert (validated.exit_code, validated.stdout) == (0, "The graph is valid.\n")


def test_the_library_corrects_too(built: Path) -> None:
    graph = library.Graph.open()
    edited = graph.editor("Bo").merge("Olena Marchuk", "Olena Brandt")
    assert [each.author for each in edited.made] == ["Bo"]
    assert [row.who for row in graph.ask("who-said-what", who="Olena Brandt")] == ["Olena Marchuk"] * 2
    with pytest.raises(library.CorrectionError):
        graph.editor("Bo").merge("Olena Marchuk", "Olena Marchuk")
    with pytest.raises(library.AmbiguousNameError) as several:
        graph.editor("Bo").rename("Brandt", "B.")
    assert len(several.value.candidates) == 2
    graph.editor("Bo").undo()
    assert graph.corrections()[0].note == f"by {graph.corrections()[1].correction.id}"
