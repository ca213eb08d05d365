"""The library as its users have it."""

import datetime
import json
from pathlib import Path

import pytest

import kg
from tests.fakes import FakeReader

RECORDS = (
    {
        "id": "a",
        "title": "At the border",
        "date": "2024-10-18",
        "text": "President Olena Marchuk met lawmakers. “Northland has sent troops,” Marchuk said.",
    },
    {
        "id": "b",
        "title": "No troops",
        "text": "Karl Brandt denied that Northland had sent troops to Eastmark.",
    },
)


@pytest.fixture
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> kg.Graph:
    monkeypatch.setattr("kg.reader.load_reader", FakeReader)
    feed = tmp_path / "feed.jsonl"
    feed.write_text("".join(json.dumps(each) + "\n" for each in RECORDS), encoding="utf-8")
    return kg.build(feed, graph=tmp_path / "graph")


def test_rows_have_names_and_python_values(graph: kg.Graph) -> None:
    (row,) = graph.ask("who-said-what", who="Marchuk")
    assert (row.who, row.mode, row.cue, row.title) == ("Olena Marchuk", "direct", "said", "At the border")
    assert isinstance(row.start, int)
    assert isinstance(row.probability, float)
    (dated,) = graph.query("SELECT ?d WHERE { ?a dcterms:issued ?d }").values
    assert dated == (datetime.date(2024, 10, 18),)


def test_arguments_are_values(graph: kg.Graph) -> None:
    assert len(graph.ask("who-said-what", since=datetime.date(2024, 10, 1))) == 1
    assert len(graph.ask("who-said-what", who=["Marchuk", "Brandt"])) == 2
    assert len(graph.ask("who-said-what", limit=1)) == 1
    hostile = 'x" } DROP ALL #'
    with pytest.raises(kg.UnknownNameError) as miss:
        graph.ask("who-said-what", who=hostile)
    assert miss.value.name == hostile


def test_an_answer_tells_what_it_took_names_for(graph: kg.Graph) -> None:
    asked = graph.ask("who-said-what", limit=1)
    assert asked.notes == ("Cut after 1 row.",)
    assert graph.ask("who-said-what", until="1999-01-01").notes == (
        "Nothing matches --until. Without --until: 2 rows. 1 of 2 articles have no day.",
    )


def test_the_build_says_what_it_did(graph: kg.Graph) -> None:
    assert graph.summary == kg.BuildSummary(read=2)
    assert kg.Graph.open(graph.snapshot.folder.path).summary == kg.BuildSummary()


def test_the_graph_goes_into_other_libraries(graph: kg.Graph) -> None:
    rdf = graph.to_rdflib()
    assert len(rdf) == graph.counts().triples
    network = graph.to_networkx()
    assert {name for _, name in network.nodes(data="name")} >= {"Olena Marchuk", "Karl Brandt"}
    frame = graph.to_dataframe()
    assert list(frame["speaker"]) == ["Olena Marchuk", "Karl Brandt"]


def test_what_is_written_is_what_is_given(graph: kg.Graph, tmp_path: Path) -> None:
    assert graph.export(tmp_path / "deep" / "kg.ttl") == (tmp_path / "deep" / "kg.ttl").read_text("utf-8")
    assert graph.export(tmp_path / "kg.csv").startswith("statement,speaker")
    assert graph.view(tmp_path / "kg.html") == (tmp_path / "kg.html").read_text("utf-8")
    with pytest.raises(kg.ExportError, match=r"kg\.ttl/no"):
        graph.export(tmp_path / "deep" / "kg.ttl" / "no")
    assert sorted(path.name for path in tmp_path.rglob("*.partial")) == []


def test_an_article_is_taken_out(graph: kg.Graph) -> None:
    folder = graph.snapshot.folder.path
    (removed,) = kg.remove("b", graph=folder)
    assert removed.title == "No troops"
    assert [article.name for article in kg.Graph.open(folder).articles()] == ["a"]


def test_no_graph_is_made_of_nothing(graph: kg.Graph, tmp_path: Path) -> None:
    told: list[str] = []
    with pytest.raises(kg.GraphMissingError) as missing:
        kg.build("gone.txt", graph=tmp_path / "new", notify=lambda done: told.append(done.reason))
    assert "kg build" in missing.value.hint
    assert told == ["there is no such file or folder"]
    assert not (tmp_path / "new").exists()
    again = kg.build("gone.txt", graph=graph.snapshot.folder.path)
    assert set(again.summary.failed) == {"gone.txt"}
    assert len(again.articles()) == 2


def test_there_must_be_a_graph(tmp_path: Path) -> None:
    with pytest.raises(kg.GraphMissingError) as missing:
        kg.Graph.open(tmp_path / "nowhere")
    assert "kg build" in missing.value.hint
