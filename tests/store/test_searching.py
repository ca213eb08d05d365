from pathlib import Path

import numpy as np
import pytest

from kg import pipeline
from kg.errors import GraphError
from kg.store.database import Database
from kg.store.searching import search
from kg.store.snapshot import Snapshot
from tests.fakes import FakeEncoder, FakeReader

ENCODER = FakeEncoder()


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text(
        "Olena Marchuk said that the bridge is closed. Karl Brandt said that taxes will rise.",
        encoding="utf-8",
    )
    (news / "b.txt").write_text("“The bridge is closed for good,” Karl Brandt said.", encoding="utf-8")
    with Database.open(tmp_path / "graph") as database:
        pipeline.build([str(news)], database, FakeReader, FakeEncoder)
    return Snapshot.open(tmp_path / "graph")


def found(snapshot: Snapshot, words: str, limit: int = 20) -> list[tuple[object, ...]]:
    (vector,) = ENCODER.encode([words])
    return list(search(snapshot, vector, version=ENCODER.version, limit=limit).values)


def test_the_nearest_comes_first_with_who_said_it_where(snapshot: Snapshot) -> None:
    rows = found(snapshot, "that the bridge is closed")
    assert [row[1] for row in rows] == ["Olena Marchuk", "Karl Brandt", "Karl Brandt"]
    similarity, who, cue, what, title, mode, day, statement = rows[0]
    assert similarity == pytest.approx(1.0, abs=1e-3)
    assert (who, cue, what, mode, day) == (
        "Olena Marchuk",
        "said",
        "that the bridge is closed",
        "indirect",
        None,
    )
    assert str(title).startswith("Olena Marchuk said")
    assert "/statement/" in str(statement)


def test_no_more_rows_than_asked_for(snapshot: Snapshot) -> None:
    assert len(found(snapshot, "bridge", limit=2)) == 2


def test_vectors_of_another_encoder_are_no_answer(snapshot: Snapshot) -> None:
    with pytest.raises(GraphError, match="another version"):
        search(snapshot, np.ones(32), version="other-1", limit=5)
