"""Statements by meaning: every wording is encoded once, and what is gone or rejected is not found."""

import dataclasses

import numpy as np
import pytest

from kg.domain import Span
from kg.errors import GraphDamagedError
from kg.store.corrections import Action
from kg.store.database import Database
from kg.store.snapshot import Snapshot
from tests.store.datasets import correction
from tests.store.test_effective import SAMPLE, again, statement

LEFT, GONE = "Karl Brandt had left", "he had gone"
ARTICLE = dataclasses.replace(
    SAMPLE,
    statements=(
        statement("first", "marchuk", "left", content=(Span(24, 44),)),
        statement("second", "brandt", "left", content=(Span(65, 76),), source=(), cue=()),
    ),
)
COPY = dataclasses.replace(
    again("!"), statements=(statement("third", "marchuk", "left", content=(Span(24, 44),)),)
)
VECTORS = {LEFT: [3.0, 0.0], GONE: [1.0, 1.0]}


@pytest.fixture
def folder(tmp_path):
    with Database.open(tmp_path / "graph") as database:
        database.replace(ARTICLE, "f1")
        encode(database)
        database.publish()
    return tmp_path / "graph"


def encode(database: Database, version: str = "v1") -> tuple[str, ...]:
    """Encode what is missing, as a build does; returns it."""
    words = database.words_without_vectors(version)
    database.add_vectors(version, words, np.array([VECTORS[each] for each in words]))
    return words


def found(folder, vector=(1.0, 0.0), version="v1", limit=20) -> list[tuple[str, float]]:
    near = Snapshot.open(folder).nearest(np.array(vector), version=version, limit=limit)
    return [(each.statement, round(each.similarity, 2)) for each in near]


def test_the_nearest_come_first(folder):
    assert found(folder) == [("first", 1.0), ("second", 0.71)]
    assert found(folder, (-0.1, 5.0)) == [("second", 0.69), ("first", -0.02)]
    assert found(folder, limit=1) == [("first", 1.0)]


def test_words_are_encoded_once(folder):
    with Database.open(folder) as database:
        assert database.words_without_vectors("v1") == ()
        assert database.words_without_vectors("v2") == tuple(sorted((LEFT, GONE)))


def test_the_same_words_in_another_article_need_no_vector_of_their_own(folder):
    with Database.open(folder) as database:
        database.replace(COPY, "f2")
        assert encode(database) == ()
        database.publish()
    assert found(folder) == [("first", 1.0), ("third", 1.0), ("second", 0.71)]


def test_what_is_not_encoded_yet_is_not_found(folder):
    with Database.open(folder) as database:
        database.add_vectors("v2", (GONE,), np.array([VECTORS[GONE]]))
        assert database.words_without_vectors("v2") == (LEFT,)
    assert found(folder, version="v2") == [("second", 0.71)]


def test_a_removed_article_is_not_found_and_its_vectors_go(folder):
    with Database.open(folder) as database:
        database.replace(COPY, "f2")
        database.remove(ARTICLE.article.id)
        database.publish()
    assert found(folder) == []
    with Database.open(folder) as database:
        assert encode(database) == ()
    assert found(folder) == [("third", 1.0)]
    with Database.open(folder) as database:
        database.replace(ARTICLE, "f1")
        assert database.words_without_vectors("v1") == (GONE,)


def test_a_rejected_statement_is_not_found(folder):
    with Database.open(folder) as database:
        database.correct([correction(Action.REJECT, "statement/first")])
        database.publish()
    assert found(folder) == [("second", 0.71)]


def test_another_encoder_takes_the_place_of_the_first(folder):
    snapshot = Snapshot.open(folder)
    assert snapshot.has_vectors("v1")
    assert not snapshot.has_vectors("v2")
    assert found(folder, version="v2") == []
    with Database.open(folder) as database:
        encode(database, "v2")
    assert found(folder) == []
    assert found(folder, version="v2") == [("first", 1.0), ("second", 0.71)]


def test_a_graph_without_vectors_finds_nothing(tmp_path):
    with Database.open(tmp_path) as database:
        database.replace(ARTICLE, "f1")
        database.publish()
    assert not Snapshot.open(tmp_path).has_vectors("v1")
    assert found(tmp_path) == []


def test_a_graph_without_statements_has_an_empty_table(tmp_path):
    with Database.open(tmp_path) as database:
        assert encode(database) == ()
        database.publish()
    assert Snapshot.open(tmp_path).has_vectors("v1")
    assert found(tmp_path) == []


def test_without_a_difference_nothing_is_written(folder):
    before = (folder / "vectors.npz").stat()
    with Database.open(folder) as database:
        encode(database)
    after = (folder / "vectors.npz").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_killed_build_leaves_the_table_as_it_was(folder):
    (folder / "vectors.npz.partial").write_bytes(b"half")
    assert found(folder, limit=1) == [("first", 1.0)]


@pytest.mark.parametrize("content", [b"", b"rubbish", b"PK\x03\x04"])
def test_a_damaged_table_is_one_clear_error(folder, content):
    (folder / "vectors.npz").write_bytes(content)
    with pytest.raises(GraphDamagedError, match=r"vectors.npz cannot be read") as caught:
        found(folder)
    assert "Remove that file" in caught.value.hint


def test_as_many_vectors_as_words(folder):
    with Database.open(folder) as database, pytest.raises(ValueError, match="1 words need as many vectors"):
        database.add_vectors("v1", (LEFT,), np.zeros((2, 2)))
