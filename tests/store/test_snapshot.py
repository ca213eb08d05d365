"""Snapshots: opened at once, never changed, refreshed after a killed build."""

import shutil
import time
from pathlib import Path

import pytest

from kg.domain import Links, Merge
from kg.errors import GraphDamagedError, GraphLockedError, GraphMissingError
from kg.store.database import Database
from kg.store.snapshot import Snapshot
from kg.store.vocabulary import SKOS
from tests.store.datasets import HERE, actor, effective, objects, stored
from tests.store.test_effective import SAMPLE, again


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "graph"
    with Database.open(where) as database:
        database.replace(SAMPLE, "f1")
        database.publish()
    return where


def test_it_holds_the_effective_graph_and_the_dataset(folder):
    with Database.open(folder) as database:
        database.replace(again("!"), "f2")
        database.set_links(Links((Merge("brandt", "marchuk", 0.9, "alike"),)))
        database.publish()
    snapshot = Snapshot.open(folder)
    said = stored(SAMPLE, again("!"), merges=[Merge("brandt", "marchuk", 0.9, "alike")])
    assert set(snapshot.triples()) == effective(said)
    assert {quad for quad in snapshot.quads() if quad.graph_name != HERE.meta_graph} == set(said)
    assert objects(snapshot.triples(), actor("marchuk"), SKOS.altLabel) == {"Karl Brandt", "Marchuk"}


def test_it_is_empty_without_an_article(folder):
    assert not Snapshot.open(folder).is_empty()
    with Database.open(folder) as database:
        database.remove(SAMPLE.article.id)
        database.publish()
    assert Snapshot.open(folder).is_empty()


def test_nothing_there_is_said_with_the_next_step(tmp_path):
    with pytest.raises(GraphMissingError) as caught:
        Snapshot.open(tmp_path / "nothing")
    assert "kg build" in caught.value.hint
    assert not (tmp_path / "nothing").exists()


def test_a_killed_build_is_published_by_the_first_reader(folder):
    with Database.open(folder) as database:
        database.replace(again("!"), "f2")  # and never publishes
    assert Snapshot.open(folder).counts().articles == 2
    with Database.open(folder) as database:
        assert database.is_published()


def test_a_killed_first_build_too(tmp_path):
    with Database.open(tmp_path / "graph") as database:
        database.replace(SAMPLE, "f1")
    assert Snapshot.open(tmp_path / "graph").counts().articles == 1


def test_while_somebody_writes_readers_see_what_was_published(folder):
    with Database.open(folder) as database:
        database.replace(again("!"), "f2")
        assert Snapshot.open(folder).counts().articles == 1
        database.publish()
        assert Snapshot.open(folder).counts().articles == 2


def test_while_the_first_build_runs_there_is_nothing_to_read(tmp_path):
    with Database.open(tmp_path / "graph") as database:
        database.replace(SAMPLE, "f1")
        with pytest.raises(GraphLockedError):
            Snapshot.open(tmp_path / "graph")


def test_an_open_snapshot_does_not_change(folder):
    snapshot = Snapshot.open(folder)
    before = set(snapshot.triples())
    with Database.open(folder) as database:
        database.remove(SAMPLE.article.id)
        database.publish()
    assert set(snapshot.triples()) == before
    assert Snapshot.open(folder).counts().articles == 0


def test_words_of_a_new_ontology_are_published(folder, monkeypatch):
    import kg.store.database
    import kg.store.publication
    import kg.store.snapshot

    revision = Snapshot.open(folder).revision
    for module in (kg.store.database, kg.store.publication, kg.store.snapshot):
        monkeypatch.setattr(module, "ontology_hash", lambda: "of a newer version")
    assert Snapshot.open(folder).revision == revision + 1
    assert Snapshot.open(folder).revision == revision + 1


def test_what_was_published_is_enough_to_read(folder):
    shutil.rmtree(folder / "database")
    (folder / "unpublished").touch()
    (folder / "database").write_text("no database")
    assert Snapshot.open(folder).counts().articles == 1


def test_a_damaged_snapshot_is_one_clear_error(folder):
    (folder / "snapshot-1" / "CURRENT").write_bytes(b"rubbish")
    with pytest.raises(GraphDamagedError, match="does not open"):
        Snapshot.open(folder)


def test_counts(folder):
    counts = Snapshot.open(folder).counts()
    assert (counts.articles, counts.statements, counts.actors) == (1, 1, 2)
    assert (counts.claims, counts.events, counts.revision) == (1, 1, 1)
    assert counts.triples == len(effective(stored(SAMPLE)))
    assert counts.size_in_bytes > 1000


def test_articles_texts_and_rdflib(folder):
    snapshot = Snapshot.open(folder)
    assert [article.path for article in snapshot.articles()] == ["sample.txt"]
    assert snapshot.find("sample").id == SAMPLE.article.id
    assert snapshot.text(SAMPLE.article.text_sha256) == SAMPLE.article.text
    assert snapshot.text("0" * 64) is None
    graph = snapshot.to_rdflib()
    assert len(graph) == snapshot.counts().triples
    assert graph.qname("https://w3id.org/newskg/ns#Actor") == "kg:Actor"


def test_opening_takes_no_time(folder):
    Snapshot.open(folder)
    times = []
    for _ in range(5):
        begun = time.process_time()
        Snapshot.open(folder)
        times.append(time.process_time() - begun)
    assert min(times) < 0.05
