"""Where articles are read: here, or in as many processes as are worth starting."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from kg.domain import Article, Reading, ResolvedArticle
from kg.errors import ReaderError
from kg.understanding import (
    ARTICLES_PER_WORKER,
    MOST_WORKERS,
    Understander,
    fitting_workers,
    load_single_threaded,
    understood_here_or_apart,
)
from tests.fakes import FakeReader, article

PATIENCE_SECONDS = 20


class SigningReader(FakeReader):
    """Its readings name the process, and how many threads it may take."""

    def read(self, article: Article) -> Reading:
        return Reading(article.id, f"{os.getpid()} {self.threads}", ())


class DyingReader(FakeReader):
    """Takes its process with it."""

    def read(self, article: Article) -> Reading:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("still there")


def signatures(articles: int, workers: int | None, reader: type[FakeReader] = SigningReader) -> list[str]:
    """Who read each of so many articles, in their order."""
    given = [article(f"Rain fell on {day} May.", name=f"may-{day}") for day in range(articles)]
    load = partial(load_single_threaded, reader, narration=False)
    read = list(understood_here_or_apart(given, Understander(reader(), narration=False), load, workers))
    assert [each for each, _ in read] == given
    return [each.reader_version for _, each in read if isinstance(each, ResolvedArticle)]


@pytest.mark.parametrize(
    ("articles", "cores", "workers"),
    [
        (0, 4, 1),
        (1, 4, 1),
        (2 * ARTICLES_PER_WORKER - 1, 4, 1),
        (2 * ARTICLES_PER_WORKER, 4, 2),
        (1000, 1, 1),
        (1000, 4, 4),
        (1000, 200, MOST_WORKERS),
    ],
)
def test_as_many_processes_as_fit(articles: int, cores: int, workers: int) -> None:
    assert fitting_workers(articles, cores) == workers


@pytest.mark.parametrize(("articles", "workers"), [(1, None), (3, None), (3, 1)])
def test_few_articles_are_read_here(articles: int, workers: int | None) -> None:
    assert signatures(articles, workers) == [f"{os.getpid()} 2"] * articles


def test_several_processes_read_with_one_thread_each() -> None:
    found = signatures(40, 2)

    assert len(found) == 40
    assert {each.split()[1] for each in found} == {"1"}
    assert f"{os.getpid()} 1" not in found


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(ReaderError, match="ended from outside") as caught:
        signatures(4, 2, DyingReader)
    assert "--workers 1" in str(caught.value.hint)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes where Linux lists them")
def test_no_process_outlives_a_killed_build() -> None:
    command = [sys.executable, "-m", "tests.reading_apart"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]) as build:
        assert build.stdout is not None
        worker = Path("/proc", build.stdout.readline().strip())
        assert worker.is_dir()
        build.kill()
    until = time.monotonic() + PATIENCE_SECONDS
    while worker.is_dir() and time.monotonic() < until:
        time.sleep(0.1)
    assert not worker.is_dir()
