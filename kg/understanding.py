"""From an article to what it says: read, then resolved, here or in processes of their own."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Protocol

from kg.domain import Article, Reading, ResolvedArticle
from kg.resolution import VERSION as RESOLUTION_VERSION
from kg.resolution import resolve

AHEAD_PER_WORKER = 4
"""Articles given to each worker ahead of the one that is waited for: bounds memory."""


class ArticleReader(Protocol):
    """What the pipeline needs of a reader; ``kg.reader.Reader`` is the real one."""

    @property
    def version(self) -> str:
        """Names everything that a reading depends on besides the article."""

    def read(self, article: Article) -> Reading:
        """What the reader sees in one article."""


LoadReader = Callable[[], ArticleReader]


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


def load_understander(load_reader: LoadReader, *, narration: bool) -> Understander:
    """An understander with its reader loaded."""
    return Understander(load_reader(), narration)


def understood_apart(
    articles: Iterable[Article], load: LoadUnderstander, workers: int
) -> Iterator[tuple[Article, Understood]]:
    """Every article with what it says, in the order given, read in so many processes."""
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _start_worker, (load,))
    waiting: deque[tuple[Article, Future[Understood]]] = deque()
    try:
        for article in articles:
            waiting.append((article, pool.submit(_understand_in_worker, article)))
            if len(waiting) >= workers * AHEAD_PER_WORKER:
                first, future = waiting.popleft()
                yield first, future.result()
        yield from ((article, future.result()) for article, future in waiting)
    finally:
        pool.shutdown(cancel_futures=True)


_worker: dict[str, Understander] = {}
"""In a reading process what understands, loaded once when it starts; elsewhere empty."""


def _start_worker(load: LoadUnderstander) -> None:
    _worker["understander"] = load()


def _understand_in_worker(article: Article) -> Understood:
    return _worker["understander"](article)
