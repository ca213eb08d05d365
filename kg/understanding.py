"""From an article to what it says: read, then resolved, here or in processes of their own."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Protocol

from kg.domain import Article, Reading, ResolvedArticle
from kg.errors import ReaderError
from kg.resolution import VERSION as RESOLUTION_VERSION
from kg.resolution import resolve

ARTICLES_PER_WORKER = 8
"""With fewer to read, starting a process takes longer than it saves."""
MOST_WORKERS = 8
"""Started unasked: each holds weights of 200 to 300 MB, and a container may hide how few cores it has."""
AHEAD_PER_WORKER = 4
"""Articles given to each worker ahead of the one that is waited for: bounds memory."""


class ArticleReader(Protocol):
    """What the pipeline needs of a reader; ``kg.reader.Reader`` is the real one."""

    @property
    def version(self) -> str:
        """Names everything that a reading depends on besides the article."""

    def read(self, article: Article) -> Reading:
        """What the reader sees in one article."""


class LoadReader(Protocol):
    """How a reader is loaded; ``kg.reader.load_reader`` is the real one."""

    def __call__(self, *, threads: int = ...) -> ArticleReader:
        """A reader that takes so many threads."""


@dataclass(frozen=True, slots=True)
class Understander:
    """A reader, and how what it reads is resolved; ``narration``: the article's own voice is heard too."""

    reader: ArticleReader
    narration: bool = True

    @property
    def version(self) -> str:
        """Names everything that understanding depends on besides the article."""
        return f"{self.reader.version} {RESOLUTION_VERSION} narration={self.narration}"

    def __call__(self, article: Article) -> "Understood":
        """What the article says."""
        try:
            return resolve(article, self.reader.read(article), narration=self.narration)
        except Exception as failure:  # noqa: BLE001  the outermost boundary: one bad article never stops others
            return f"{type(failure).__name__}: {failure}"


Understood = ResolvedArticle | str
"""What an article says, or in words why it could not be understood (exceptions do not travel well)."""
LoadUnderstander = Callable[[], Understander]


def load_single_threaded(load_reader: LoadReader, *, narration: bool) -> Understander:
    """An understander for one of several processes: more threads would only get in the others' way."""
    return Understander(load_reader(threads=1), narration)


def understood_here_or_apart(
    articles: Iterable[Article], understander: Understander, load: LoadUnderstander, workers: int | None
) -> Iterator[tuple[Article, Understood]]:
    """Every article with what it says, in the order given: read in so many processes, if one, in this.

    None: as many as fit the machine and the number of articles. Raises ``ReaderError`` if a process dies.
    """
    rest = iter(articles)
    first = tuple(islice(rest, ARTICLES_PER_WORKER * MOST_WORKERS)) if workers is None else ()
    count = fitting_workers(len(first), usable_cores()) if workers is None else workers
    given = chain(first, rest)
    if count == 1:
        yield from ((article, understander(article)) for article in given)
    else:
        yield from _understood_apart(given, load, count)


def fitting_workers(articles: int, cores: int) -> int:
    """How many processes are worth starting for so many articles."""
    return max(1, min(cores, MOST_WORKERS, articles // ARTICLES_PER_WORKER))


def usable_cores() -> int:
    """Processors that this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _understood_apart(
    articles: Iterable[Article], load: LoadUnderstander, workers: int
) -> Iterator[tuple[Article, Understood]]:
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _start_worker, (load,))
    waiting: deque[tuple[Article, Future[Understood]]] = deque()
    try:
        for article in articles:
            waiting.append((article, pool.submit(_understand_in_worker, article)))
            if len(waiting) >= workers * AHEAD_PER_WORKER:
                first, future = waiting.popleft()
                yield first, future.result()
        yield from ((article, future.result()) for article, future in waiting)
    except BrokenProcessPool:
        raise ReaderError(
            "a reading process was ended from outside, perhaps for want of memory",
            hint="What was read so far is kept. Run the same command with --workers 1.",
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


_worker: dict[str, Understander] = {}
"""In a reading process what understands, loaded once when it starts; elsewhere empty."""


def _start_worker(load: LoadUnderstander) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process tells the others
    Thread(target=_end_with_parent, daemon=True).start()
    _worker["understander"] = load()


def _end_with_parent() -> None:
    """Without it the workers of a build that is killed would wait for articles for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _understand_in_worker(article: Article) -> Understood:
    return _worker["understander"](article)
