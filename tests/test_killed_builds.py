"""kill -9 of whole builds at random moments: no finished article is lost, the next build goes on."""

import subprocess
import sys
import threading
from pathlib import Path
from random import Random

import pytest

from kg.store.database import Database
from kg.store.rdf_formats import write_rdf
from kg.store.snapshot import Snapshot

ARTICLES = 150


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(ARTICLES):
        text = f"Ada Lund met them. “Bridge {number} will open,” Lund said. Karl Brandt denied that it had."
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def building(news: Path, graph: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.building", str(news), str(graph)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])


def killed_build(news: Path, graph: Path, after_seconds: float) -> set[str]:
    """Let a build work for so long after its first article; the paths that it said were done."""
    with building(news, graph) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        timer = threading.Timer(after_seconds, process.kill)
        timer.start()
        lines = [first, *process.stdout]
        timer.cancel()
    return {line.rstrip("\n") for line in lines if line.endswith("\n")}


def finished_build(news: Path, graph: Path) -> str:
    """The Turtle of a build that nobody stops."""
    with building(news, graph) as process:
        process.communicate()
    assert process.returncode == 0
    return write_rdf(Snapshot.open(graph), "turtle")


def check_killed_builds(news: Path, folder: Path, times: int) -> None:
    """Kill so many builds of one graph and look each time; then let one finish."""
    random = Random(times)
    graph = folder / "graph"
    done: set[str] = set()
    for time in range(times):
        if time and time % 10 == 0:  # begin anew: a build with nothing left to do is not worth killing
            graph = folder / f"graph-{time}"
            done = set()
        done |= killed_build(news, graph, random.uniform(0, 0.5))
        with Database.open(graph) as database:
            assert done <= {article.path for article in database.articles()}
        assert Snapshot.open(graph).counts().articles >= len(done)
    assert finished_build(news, graph) == finished_build(news, folder / "whole")


def test_a_few_killed_builds_lose_nothing(news: Path, tmp_path: Path) -> None:
    check_killed_builds(news, tmp_path, 3)


@pytest.mark.slow
def test_fifty_killed_builds_lose_nothing(news: Path, tmp_path: Path) -> None:
    check_killed_builds(news, tmp_path, 50)
