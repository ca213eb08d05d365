"""Actors that a person knows, and pairs that may be the same, as a person at a terminal meets them."""

import csv
import io
from pathlib import Path

import pytest

import kg as library
from kg.store.snapshot import Snapshot
from kg.store.validation import validate
from tests.cli.conftest import kg

SUSPECT = {
    "d": "Otto Lind Jr. said that Northland had left.",
    "e": "Otto Lind denied that Northland had left.",
}


@pytest.fixture
def suspicious(built: Path) -> Path:
    for name, text in SUSPECT.items():
        Path(f"news/{name}.txt").write_text(text, encoding="utf-8")
    assert kg("build", "news").exit_code == 0
    return built


def suspects(*words: str) -> list[dict[str, str]]:
    result = kg("actors", *words, "--format", "csv")
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout)))


def written(*rows: str) -> str:
    Path("known.csv").write_text("\n".join(("name,kind,aliases,wikidata", *rows)), encoding="utf-8")
    return "known.csv"


def names() -> dict[str, str]:
    return {row["name"]: row["also"] for row in suspects("list")}


# ---------------------------------------------------------------------------------------- suspects


@pytest.mark.parametrize("words", [("--suspects",), ("suspects",), ("suspects", "--limit", "1")])
def test_suspects_are_listed_with_evidence(suspicious: Path, words: tuple[str, ...]) -> None:
    (row,) = suspects(*words)
    assert (row["one"], row["other"]) == ("Otto Lind", "Otto Lind Jr.")
    assert 0.3 < float(row["probability"]) < 0.8
    assert "only one is “Jr.”" in row["evidence"]
    assert row["first"].rpartition("/")[2].startswith("otto-lind-")


def test_no_suspects_no_rows(built: Path) -> None:
    assert suspects("--suspects") == []


@pytest.mark.parametrize("decision", ["merge", "split"])
def test_what_a_person_decided_is_no_suspect_until_it_is_undone(suspicious: Path, decision: str) -> None:
    (row,) = suspects("suspects")
    assert kg("actors", decision, row["first"], row["second"]).exit_code == 0
    assert suspects("suspects") == []
    assert kg("undo").exit_code == 0
    assert suspects("suspects") == [row]


def test_suspicions_are_no_part_of_what_readers_see(suspicious: Path) -> None:
    graph = library.Graph.open("graphs/store")
    assert "kg:Suspicion" not in graph.export(form="turtle")
    assert "kg:Suspicion" in graph.export(form="trig")
    assert validate(graph.snapshot.store).conforms
    assert len(graph.suspects()) == 1


# --------------------------------------------------------------------------------------- gazetteer


def test_the_identity_of_a_known_actor_wins(built: Path) -> None:
    known = written("Olena Ivanivna Marchuk,person,Olena Marchuk,Q5", "Nobody Here,person,,Q6")
    assert kg("build", "--actors", known).exit_code == 0
    assert "Olena Marchuk" in names()["Olena Ivanivna Marchuk"]
    assert "Nobody Here" not in names()
    shown = kg("actors", "show", "Olena Ivanivna Marchuk").stdout
    assert "alias in the gazetteer: Olena Marchuk = Olena Ivanivna Marchuk" in shown
    turtle = kg("export").stdout
    assert "schema:sameAs <http://www.wikidata.org/entity/Q5>" in turtle
    assert "Q6" not in turtle
    assert validate(Snapshot.open(Path("graphs/store")).store).conforms


def test_the_graph_remembers_it_for_later_builds(built: Path) -> None:
    kg("build", "--actors", written("Karla Brandt,person,Carla Lind,"))
    assert "Karla Brandt" not in names()
    Path("news/d.txt").write_text("Carla Lind said that Northland had left.", encoding="utf-8")
    kg("build", "news")
    assert "Carla Lind" in names()["Karla Brandt"]


def test_another_file_takes_its_place(built: Path) -> None:
    kg("build", "--actors", written("Olena Ivanivna Marchuk,person,Olena Marchuk,"))
    kg("build", "--actors", written("Carl Brandt,person,Karl Brandt,"))
    assert {"Olena Marchuk", "Carl Brandt"} <= set(names())
    kg("build", "--actors", written())
    assert {"Olena Marchuk", "Karl Brandt"} <= set(names())


def test_a_known_kind_outvotes_the_articles(built: Path) -> None:
    kg("build", "--actors", written("Karl Brandt,organization,,Q7"))
    (row,) = suspects("search", "Karl Brandt")
    assert row["kind"] == "organization"


def test_a_person_s_corrections_stand_above_it(built: Path) -> None:
    kg("build", "--actors", written("Olena Ivanivna Marchuk,person,Olena Marchuk,"))
    assert kg("actors", "rename", "Olena Ivanivna Marchuk", "O. Marchuk").exit_code == 0
    assert "O. Marchuk" in names()
    kg("build", "--actors", written("Olena Ivanivna Marchuk,person,Olena Marchuk|Marchuk,"))
    assert "O. Marchuk" in names()


def test_a_file_that_is_wrong_changes_nothing(built: Path) -> None:
    before = kg("export").stdout
    result = kg("build", "news", "--actors", written("Olena Marchuk,robot,,"))
    assert result.exit_code == 1
    assert "error: known.csv, line 2: there is no kind 'robot'" in result.stderr
    assert "hint: There is: person, organization, government." in result.stderr
    assert kg("export").stdout == before


def test_a_build_needs_articles_or_actors(built: Path) -> None:
    result = kg("build")
    assert result.exit_code == 2
    assert "Missing argument 'PATHS...'" in result.stderr


def test_the_library_does_the_same(built: Path) -> None:
    graph = library.build("news", actors=written("Olena Ivanivna Marchuk,person,Olena Marchuk,Q5"))
    assert graph.actor("Olena Ivanivna Marchuk").other_names[0] == "Marchuk"
    with pytest.raises(library.GazetteerError):
        library.build("news", actors="none.csv")
