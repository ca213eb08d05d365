"""A headline for a text that came without one."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from kg.articles.metadata import one_line
from kg.domain import Span

MOST_CHARACTERS = 120
_LINE = re.compile(r"[^\n]+")
_MARKDOWN_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")


def headline(text: str, unread: Sequence[Span]) -> str:
    r"""The first line that belongs to the article, cut at a blank to ``MOST_CHARACTERS``; may be empty.

    ``unread`` is sorted and its spans are apart.

    >>> headline("# Ceasefire holds\n\nIt held.", ())
    'Ceasefire holds'
    """
    for line in _LINE.finditer(text):
        words = one_line(_MARKDOWN_HEADING.sub("", line[0][: 10 * MOST_CHARACTERS], count=1))
        if words and not _is_unread(line, unread):
            return _cut(words)
    return ""


def _is_unread(line: re.Match[str], unread: Sequence[Span]) -> bool:
    before = bisect_left(unread, line.end(), key=attrgetter("start"))
    return before > 0 and unread[before - 1].end > line.start()


def _cut(words: str) -> str:
    if len(words) <= MOST_CHARACTERS:
        return words
    room = words[:MOST_CHARACTERS]
    return (room.rpartition(" ")[0] or room[:-1]).rstrip(" ,;:–—-") + "…"
