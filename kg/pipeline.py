"""The order of the stages, and nothing else: what to do is decided in the rooms, done here.

::

    read_articles | new or changed? | Reader.read | resolve | Database.replace
        then, once:  link_actors | Database.set_links | Database.publish

An article is stored as soon as it is understood, in one transaction: a build that is killed loses
none that it finished, and the next one goes on from there.
"""

import dataclasses
import hashlib
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing import get_context
from typing import Protocol

from kg.articles import foreign_language, passed_over, read_articles
from kg.domain import Article, BuildSummary, Reading, ResolvedArticle
from kg.errors import ArticleError
from kg.resolution import VERSION as RESOLUTION_VERSION
from kg.resolution import link_actors, resolve
from kg.store.catalogue import StoredArticle
from kg.store.correction_log import Status
from kg.store.corrections import Correction
from kg.store.database import Database

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


class Outcome(StrEnum):
    """What became of one article."""

    READ = "read"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Progress:
    """One article is done; ``reason`` is empty unless it failed, ``hint`` is the next step then.

    ``language`` is None unless the article was read and is not in English.
    """

    path: str
    outcome: Outcome
    statements: int = 0
    reason: str = ""
    hint: str = ""
    language: str | None = None


Notify = Callable[[Progress], None]


def _silent(_progress: Progress) -> None:
    """Tell nobody."""


def build(
    paths: Iterable[str],
    database: Database,
    load_reader: LoadReader,
    *,
    workers: int = 1,
    notify: Notify | None = None,
) -> BuildSummary:
    """Read articles into the graph; what is there already and has not changed is skipped.

    Raises ``ReaderError`` without usable weights. A bad article never raises: it is in
    ``BuildSummary.failed`` with its reason.
    """
    reader = load_reader()
    ledger = Ledger(database.articles(), reader.version, notify or _silent)
    given = list(paths)
    pending = ledger.sift(read_articles(given))
    understood_all: Iterator[tuple[Article, Understood]]
    if workers == 1:
        understood_all = ((article, _understand(article, reader)) for article in pending)
    else:
        understood_all = _understand_apart(pending, load_reader, workers)
    for article, understood in understood_all:
        if isinstance(understood, ResolvedArticle):
            database.replace(understood, ledger.fingerprint(article))
            ledger.done(article, len(understood.statements))
        else:
            ledger.failed(article.path, f"could not be understood ({understood})")
    for stale in ledger.stale():
        database.remove(stale.id)
    publish(database)
    return dataclasses.replace(ledger.summary(), passed_over=passed_over(given))


def publish(database: Database) -> None:
    """Link the actors of all articles if any came or went, and give readers the new graph if it changed."""
    if not database.is_linked():
        database.set_links(link_actors(database.sightings(), database.gazetteer()))
    database.publish()


def remove(names: Iterable[str], database: Database) -> tuple[StoredArticle, ...]:
    """Take articles out of the graph, by identifier, name or path; returns what was removed.

    Raises ``UnknownNameError`` before anything is removed if one of them does not exist.
    """
    doomed = tuple(database.find(name) for name in names)
    for stored in doomed:
        database.remove(stored.id)
    publish(database)
    return doomed


def correct(corrections: Collection[Correction], database: Database) -> tuple[Correction, ...]:
    """Add what a person decided, and show readers the graph as it says; returns what it overrules.

    Older corrections are overruled if they cannot hold beside it.
    """
    if not corrections:
        return ()
    before = _overruled(database)
    database.correct(corrections)
    publish(database)
    return tuple(each for identifier, each in _overruled(database).items() if identifier not in before)


def _overruled(database: Database) -> dict[str, Correction]:
    return {
        entry.correction.id: entry.correction for entry in database.log() if entry.status is Status.OVERRULED
    }


def fingerprint(article: Article, reader_version: str) -> str:
    """Hash of everything that the graph of an article depends on, hexadecimal.

    Two articles with one fingerprint give the same triples, so the second need not be read.
    """
    facts = (
        article.id,
        article.name,
        article.text_sha256,
        article.title,
        article.date,
        article.date_origin,
        article.url,
        article.publisher,
        article.author,
        article.language,
        article.unread,
        reader_version,
        RESOLUTION_VERSION,
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()


@dataclass
class Ledger:
    """The books of one build: what is stored, what was seen, what became of it."""

    stored: Iterable[StoredArticle]
    reader_version: str
    notify: Notify
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    """Path to outcome, in the order of reading."""
    failures: dict[str, str] = field(default_factory=dict)
    foreign: dict[str, str] = field(default_factory=dict)
    nothing_found: int = 0
    _seen: dict[str, Article] = field(default_factory=dict)
    """The first article of this build with an identifier; a copy of it adds nothing."""

    def __post_init__(self) -> None:
        self.stored = tuple(self.stored)
        self._by_id = {each.id: each for each in self.stored}
        self._paths = {each.path for each in self.stored}

    def fingerprint(self, article: Article) -> str:
        """The article's fingerprint under this build's reader."""
        return fingerprint(article, self.reader_version)

    def sift(self, inputs: Iterable[Article | ArticleError]) -> Iterator[Article]:
        """The articles that must be read; the others are booked as failed or unchanged."""
        for each in inputs:
            if isinstance(each, ArticleError):
                self.failed(each.path, each.reason, each.hint)
                continue
            first = self._seen.setdefault(each.id, each)
            if first.text_sha256 != each.text_sha256:
                reason = f"has the address of {first.path} and other words"
                self.failed(each.path, reason, "Give one of the two another url, or leave it out.")
            elif first is not each or self._is_unchanged(each):
                self._book(Progress(each.path, Outcome.UNCHANGED))
            else:
                yield each

    def _is_unchanged(self, article: Article) -> bool:
        known = self._by_id.get(article.id)
        return known is not None and known.fingerprint == self.fingerprint(article)

    def done(self, article: Article, statements: int) -> None:
        """An article was stored with so many statements."""
        was_known = article.id in self._by_id or article.path in self._paths
        self.nothing_found += not statements
        language = foreign_language(article.text)
        if language is not None:
            self.foreign[article.path] = language
        outcome = Outcome.REPLACED if was_known else Outcome.READ
        self._book(Progress(article.path, outcome, statements, language=language))

    def failed(self, path: str, reason: str, hint: str = "") -> None:
        """An input gave no article."""
        self.failures[path] = reason
        self._book(Progress(path, Outcome.FAILED, reason=reason, hint=hint))

    def _book(self, progress: Progress) -> None:
        self.outcomes[progress.path] = progress.outcome
        self.notify(progress)

    def stale(self) -> Iterator[StoredArticle]:
        """Stored articles whose file now holds another text."""
        for each in self.stored:
            rewritten = self.outcomes.get(each.path) in (Outcome.READ, Outcome.REPLACED, Outcome.UNCHANGED)
            if rewritten and each.id not in self._seen:
                yield each

    def summary(self) -> BuildSummary:
        """The books in figures."""
        counts = {outcome: list(self.outcomes.values()).count(outcome) for outcome in Outcome}
        return BuildSummary(
            read=counts[Outcome.READ],
            unchanged=counts[Outcome.UNCHANGED],
            replaced=counts[Outcome.REPLACED],
            nothing_found=self.nothing_found,
            failed=dict(self.failures),
            foreign=dict(self.foreign),
        )


Understood = ResolvedArticle | str
"""What an article says, or in words why it could not be understood (exceptions do not travel well)."""


def _understand(article: Article, reader: ArticleReader) -> Understood:
    try:
        return resolve(article, reader.read(article))
    except Exception as failure:  # noqa: BLE001  the outermost boundary: one bad article never stops the others
        return f"{type(failure).__name__}: {failure}"


def _understand_apart(
    articles: Iterable[Article], load_reader: LoadReader, workers: int
) -> Iterator[tuple[Article, Understood]]:
    """Every article with what it says, in the order given, read in so many processes."""
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _start_worker, (load_reader,))
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


_worker: dict[str, ArticleReader] = {}
"""In a reading process its reader, loaded once when it starts; elsewhere empty."""


def _start_worker(load_reader: LoadReader) -> None:
    _worker["reader"] = load_reader()


def _understand_in_worker(article: Article) -> Understood:
    return _understand(article, _worker["reader"])
