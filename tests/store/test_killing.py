"""kill -9 at random moments: nothing that was acknowledged is lost, nothing is there by halves."""

import subprocess
import sys
import threading
from pathlib import Path
from random import Random

import pytest

from kg.store.database import Database
from kg.store.folder import PARTIAL
from kg.store.snapshot import Snapshot
from tests.store.test_database import stored_again


def killed_writer(folder: Path, seed: int, after_seconds: float) -> dict[str, tuple[str, int]]:
    """Let a writer work for so long after its first article; what it said it had stored."""
    command = [sys.executable, "-m", "tests.store.killing", str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        first = writer.stdout.readline()
        threading.Timer(after_seconds, writer.kill).start()
        lines = [first, *writer.stdout]
    said = (line.split() for line in lines if line.endswith("\n"))
    return {article_id: (fingerprint, int(statements)) for article_id, fingerprint, statements in said}


def check_killed_writers(folder: Path, times: int) -> int:
    """Kill so many writers one after the other and look each time; returns how many articles were stored."""
    random = Random(times)
    acknowledged: dict[str, tuple[str, int]] = {}
    for seed in range(times):
        acknowledged |= killed_writer(folder, seed, random.uniform(0, 0.4))
        with Database.open(folder) as database:
            stored = {each.id: each for each in database.articles()}
            for article_id, (fingerprint, statements) in acknowledged.items():
                assert stored[article_id].fingerprint == fingerprint
                assert stored[article_id].statements == statements
            for article_id in list(stored)[-5:]:
                assert len(stored_again(database, article_id).statements) == stored[article_id].statements
        snapshot = Snapshot.open(folder)
        assert snapshot.counts().articles == len(stored)
        assert all(snapshot.text(hashed) is not None for hashed in texts(snapshot))
        assert not [
            each for each in folder.iterdir() if each.name.startswith("snapshot") and PARTIAL in each.name
        ]
    return len(acknowledged)


def texts(snapshot: Snapshot) -> set[str]:
    return {row[0] for row in snapshot.query_trusted("SELECT ?sha { ?a kg:textSha256 ?sha }").values}


def test_a_few_killed_writers_lose_nothing(tmp_path):
    assert check_killed_writers(tmp_path / "graph", 4) >= 4


@pytest.mark.slow
def test_many_killed_writers_lose_nothing(tmp_path):
    assert check_killed_writers(tmp_path / "graph", 60) > 60
