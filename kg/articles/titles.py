"""A headline for a text that came without one."""

import re
from collections.abc import Sequence

from kg.articles.metadata import one_line
from kg.domain import Span

MOST_CHARACTERS = 120
_LINE = re.compile(r"[^\n]+")
_MARKDOWN_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")


def headline(text: str, unread: Sequence[Span]) -> str:
    r"""The first line that belongs to the article, cut at a blank to ``MOST_CHARACTERS``; may be empty.

    >>> headline("# Ceasefire holds\n\nIt held.", ())
    'Ceasefire holds'
    """
    for line in _LINE.finditer(text):
        words = one_line(_MARKDOWN_HEADING.sub("", line[0][: 10 * MOST_CHARACTERS], count=1))
        if words and not any(span.overlaps(Span(*line.span())) for span in unread):
            return _cut(words)
    return ""


def _cut(words: str) -> str:
    if len(words) <= MOST_CHARACTERS:
        return words
    room = words[:MOST_CHARACTERS]
    return (room.rpartition(" ")[0] or room[:-1]).rstrip(" ,;:–—-") + "…"
