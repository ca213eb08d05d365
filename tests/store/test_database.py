"""The database: whole articles or nothing, one writer, and a second run that writes nothing."""

import dataclasses
import datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from kg.domain import Actor, ActorKind, Links, Merge, Suspect
from kg.errors import GraphDamagedError, GraphError, GraphLockedError, GraphMissingError, UnknownNameError
from kg.store.addresses import Addresses
from kg.store.database import Database
from kg.store.folder import GraphFolder
from kg.store.reconstruction import resolved_article
from tests.store.test_conversion import without_text
from tests.store.test_effective import SAMPLE, again
from tests.strategies import random_resolved, resolved_articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "graph"


def stored_again(database: Database, article_id: str):
    """What the graph of one article says, as records."""
    quads = database._of_article(article_id)
    graph = database.addresses.article_graph(article_id)
    triples = [quad.triple for quad in quads if quad.graph_name == graph]
    return resolved_article(triples, database.addresses, path="", reader_version="fake-1")


def without_path(resolved):
    return dataclasses.replace(resolved, article=dataclasses.replace(resolved.article, path=""))


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and "database" not in file.parts
    }


def test_an_article_is_listed_as_it_was_stored(folder):
    dated = dataclasses.replace(SAMPLE.article, date=datetime.date(2024, 10, 19))
    with Database.open(folder) as database:
        database.replace(dataclasses.replace(SAMPLE, article=dated), "f1")
        (stored,) = database.articles()
        assert database.fingerprint(dated.id) == "f1"
        assert database.fingerprint("other") is None
    assert stored.id == dated.id
    assert (stored.name, stored.path, stored.title) == ("sample", "sample.txt", "A sample")
    assert (stored.date, stored.statements) == (datetime.date(2024, 10, 19), 1)
    assert (stored.fingerprint, stored.reader_version) == ("f1", "fake-1")


@given(old=resolved_articles(), new=resolved_articles())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_new_reading_takes_the_place_of_the_old_one(tmp_path_factory, old, new):
    new = dataclasses.replace(new, article=dataclasses.replace(new.article, id=old.article.id))
    with Database.open(tmp_path_factory.mktemp("graph")) as database:
        database.replace(old, "f1")
        assert stored_again(database, old.article.id) == without_path(without_text(old))
        database.replace(new, "f2")
        assert stored_again(database, old.article.id) == without_path(without_text(new))
        assert [each.fingerprint for each in database.articles()] == ["f2"]


def test_a_removed_article_leaves_nothing(folder):
    with Database.open(folder) as database:
        database.replace(SAMPLE, "f1")
        database.replace(again("!"), "f2")
        database.remove(SAMPLE.article.id)
        database.remove("never-there")
        assert [each.fingerprint for each in database.articles()] == ["f2"]
        assert not database._of_article(SAMPLE.article.id)


def test_articles_are_found_by_identifier_path_and_name(folder):
    with Database.open(folder) as database:
        database.replace(SAMPLE, "f1")
        for name in (SAMPLE.article.id, "sample.txt", "sample"):
            assert database.find(name).id == SAMPLE.article.id
        with pytest.raises(UnknownNameError, match="no article named 'samples") as caught:
            database.find("samples.txt")
    assert "sample.txt" in caught.value.hint


def test_actors_come_with_the_article_that_shows_them(folder):
    other = again("!", dataclasses.replace(SAMPLE.actors[0], kind=ActorKind.ORGANIZATION), SAMPLE.actors[1])
    with Database.open(folder) as database:
        database.replace(SAMPLE, "f1")
        database.replace(other, "f2")
        shown = set(database.actors())
    assert shown == {
        *((SAMPLE.article.id, actor) for actor in SAMPLE.actors),
        *((other.article.id, actor) for actor in other.actors),
    }


def test_the_publisher_is_an_actor_of_the_article(folder):
    told = dataclasses.replace(
        SAMPLE, article=dataclasses.replace(SAMPLE.article, publisher="Valdene Courier")
    )
    with Database.open(folder) as database:
        database.replace(told, "f1")
        names = {actor.name: actor.kind for _, actor in database.actors()}
    assert names["Valdene Courier"] == ActorKind.ORGANIZATION


def test_links_are_stated_anew_each_time(folder):
    first, second = Merge("a", "b", 0.9, "one spelling apart"), Merge("c", "b", 0.8, "same title")
    suspect = Suspect("a", "d", 0.5, "initials agree")
    with Database.open(folder) as database:
        merged, suspected = database.addresses.actors_graph, database.addresses.suspects_graph
        database.set_links(Links((first, second), (suspect,)))
        both = database._quads(None, merged)
        assert database._quads(None, suspected)
        database.set_links(Links((second,)))
        assert database._quads(None, merged) < both
        assert not database._quads(None, suspected)
        database.set_links(Links((second, first)))
        assert database._quads(None, merged) == both


def test_a_second_run_writes_nothing(folder):
    links = Links((Merge("brandt", "marchuk", 0.9, "alike"),))
    with Database.open(folder) as database:
        database.replace(SAMPLE, "f1")
        database.set_links(links)
        database.publish()
    before = everything(folder)
    with Database.open(folder) as database:
        assert database.is_published()
        database.set_links(links)
        database.publish()
    assert everything(folder) == before


def test_every_change_asks_for_publication(folder):
    with Database.open(folder) as database:
        assert not database.is_published()
        database.publish()
        changes = (
            lambda: database.replace(SAMPLE, "f1"),
            lambda: database.replace(again("!"), "f2"),
            lambda: database.set_links(Links((Merge("brandt", "marchuk", 0.9, "alike"),))),
            lambda: database.remove(SAMPLE.article.id),
        )
        for change in changes:
            assert database.is_published()
            change()
            assert not database.is_published()
            database.publish()


def test_texts_stay_as_long_as_an_article_has_them(folder):
    with Database.open(folder) as database:
        database.replace(SAMPLE, "f1")
        database.publish()
        assert database.folder.text(SAMPLE.article.text_sha256) == SAMPLE.article.text
        database.remove(SAMPLE.article.id)
        assert database.folder.text(SAMPLE.article.text_sha256) == SAMPLE.article.text
        database.publish()
        assert database.folder.text(SAMPLE.article.text_sha256) is None


def test_texts_come_back_to_the_character(folder):
    with Database.open(folder) as database:
        resolved = random_resolved(Random(7), length=5000)
        database.replace(resolved, "f1")
        assert database.folder.text(resolved.article.text_sha256) == resolved.article.text


def test_publishing_leaves_one_snapshot(folder):
    with Database.open(folder) as database:
        for name in ("", "!", "?"):
            database.replace(again(name), "f1")
            (folder / "snapshot-7.partial").mkdir()  # what a killed publication leaves
            database.publish()
    assert [each.name for each in GraphFolder(folder).snapshots()] == ["snapshot-3"]


# -------------------------------------------------------------------------------------------- opening


def test_a_second_writer_is_told_in_one_sentence(folder):
    with Database.open(folder), pytest.raises(GraphLockedError, match="another process is writing") as caught:
        Database.open(folder)
    assert caught.value.hint
    Database.open(folder).close()


def test_closing_lets_the_next_one_in_even_after_an_error(folder):
    with pytest.raises(ZeroDivisionError), Database.open(folder) as database:
        database.replace(SAMPLE, f"{1 / 0}")
    with Database.open(folder) as database:
        database.close()


def test_the_base_of_the_first_build_stays(folder):
    with Database.open(folder, base="https://example.org/kg/") as database:
        database.replace(SAMPLE, "f1")
    with Database.open(folder) as database:
        assert database.addresses == Addresses("https://example.org/kg/")
        assert len(database.articles()) == 1


def test_a_folder_with_other_things_is_refused(tmp_path):
    (tmp_path / "letter.txt").write_text("not a graph")
    with pytest.raises(GraphError, match="is not empty"):
        Database.open(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_in_place_of_the_folder_is_one_clear_error(tmp_path):
    (tmp_path / "graph").write_text("a file")
    with pytest.raises(GraphError):
        Database.open(tmp_path / "graph")


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("database/CURRENT", b"rubbish", GraphDamagedError),
        ("database/CURRENT", b"", GraphDamagedError),
        ("graph.json", b"{", GraphDamagedError),
        ("graph.json", b'{"format": 99, "base": "https://example.org/"}', GraphError),
    ],
)
def test_a_damaged_or_newer_graph_is_one_clear_error(folder, name, content, error):
    Database.open(folder).close()
    (folder / name).write_bytes(content)
    with pytest.raises(error) as caught:
        Database.open(folder)
    assert caught.value.hint
    assert str(folder) in str(caught.value)


def test_no_graph_is_said_with_the_next_step(tmp_path):
    with pytest.raises(GraphMissingError) as caught:
        GraphFolder(tmp_path).addresses()
    assert "kg build" in caught.value.hint


def test_actors_keep_their_identifiers(folder):
    with Database.open(folder) as database:
        resolved = random_resolved(Random(3))
        database.replace(resolved, "f1")
        shown: set[Actor] = {actor for _, actor in database.actors()}
    assert set(resolved.actors) <= shown
