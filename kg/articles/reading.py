"""From paths to articles: every input ends as one article or as one error, never as a crash."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from kg.articles.finding import STANDARD_INPUT, find_files
from kg.articles.formats import Draft, Input, draft_of_stream, read_input
from kg.articles.navigation import find_navigation
from kg.articles.opening import printable, read_stream
from kg.articles.pages import PageReader
from kg.articles.titles import headline
from kg.articles.unusable import Unusable
from kg.domain import Article
from kg.errors import ArticleError
from kg.identity import article_id, text_sha256


def read_articles(
    paths: Sequence[str | Path], *, stdin: BinaryIO | None = None
) -> Iterator[Article | ArticleError]:
    """Articles in ``paths`` (files, folders, ``-`` for standard input), in the order of ``find_files``.

    An input that cannot be read is an ``ArticleError`` in its place. Metadata that were given (sidecar,
    record, front matter) go before those found in a page. ``stdin`` is standard input unless given.
    """
    with PageReader() as pages:
        for found in find_files(paths):
            yield from _results(found, pages, stdin)


def _results(
    found: Path | ArticleError, pages: PageReader, stdin: BinaryIO | None
) -> Iterator[Article | ArticleError]:
    if isinstance(found, ArticleError):
        yield found
        return
    try:
        if found == STANDARD_INPUT:
            yield _article(draft_of_stream(read_stream(stdin or sys.stdin.buffer)))
            return
        for draft in read_input(Input(found, pages)):
            yield draft if isinstance(draft, ArticleError) else _article(draft)
    except Unusable as fault:
        yield ArticleError(printable(found), fault.reason, hint=fault.hint)


def _article(draft: Draft) -> Article:
    text, metadata = draft.frozen.text, draft.metadata
    navigation = [span for span in find_navigation(text) if not any(map(span.overlaps, draft.unread))]
    unread = tuple(sorted((*draft.unread, *navigation)))
    return Article(
        id=article_id(url=metadata.url, text=text),
        name=draft.name,
        path=draft.path,
        text=text,
        text_sha256=text_sha256(text),
        title=metadata.title or headline(text, unread) or draft.name,
        date=metadata.date,
        date_origin=metadata.date_origin,
        url=metadata.url,
        publisher=metadata.publisher,
        author=metadata.author,
        language=metadata.language,
        unread=unread,
        offsets=draft.frozen.offsets,
    )
