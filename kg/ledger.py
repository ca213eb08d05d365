"""The books of one build: what is stored, what was seen, what became of it."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kg.articles import foreign_language
from kg.domain import Article, BuildSummary
from kg.errors import ArticleError
from kg.store.catalogue import StoredArticle


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


def silent(_progress: Progress) -> None:
    """Tell nobody."""


def fingerprint(article: Article, understander_version: str) -> str:
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
        understander_version,
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()


@dataclass
class Ledger:
    """The books of one build: what is stored, what was seen, what became of it."""

    stored: Iterable[StoredArticle]
    understander_version: str
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
        """The article's fingerprint under this build's understanding."""
        return fingerprint(article, self.understander_version)

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
