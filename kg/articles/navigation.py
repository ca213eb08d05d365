"""Lines of a text that belong to the page around the article: links, buttons, advertising, credits."""

import re
from collections.abc import Iterator

from kg.articles.navigation_patterns import PATTERNS, Pattern
from kg.domain import Span

_LINE = re.compile(r"[^\n]+")
_LONGEST = max(pattern.longest for pattern in PATTERNS)
_DECORATION = " \t\u00a0*•·▪►▶→»>|[](){}<_-–—=~.:;…!›▼▲↓\ufe0f✉🔗📷📧"
"""Around a link or a button; no quotation marks: what they enclose are somebody's words."""
_HEADLINE = re.compile(r"(?:[-*•·▪►»›]\s*|\d{1,2}[.)]?\s+)?\S.{5,140}[^.;:,…“”\"]")


def find_navigation(text: str) -> Iterator[Span]:
    """Lines of ``text`` that are no part of the article, sorted, without the blanks around them.

    Each line is judged alone; only at the end of a text, headlines below a heading of links go with it.
    """
    lines = [match for match in _LINE.finditer(text) if match[0].strip()]
    links_begin = _list_of_links(lines)
    for place, match in enumerate(lines):
        if place >= links_begin or pattern_of(match[0]) is not None:
            yield _trimmed(match)


def pattern_of(line: str) -> Pattern | None:
    """The pattern that covers ``line``, decoration and full stop aside.

    >>> pattern_of("» Read more: Talks end without result").name
    'link with a label'
    >>> pattern_of("Read more carefully, the report said the opposite.") is None
    True
    """
    bare = line.strip(_DECORATION) if len(line) <= _LONGEST else ""
    return next((each for each in PATTERNS if each.covers(bare)), None)


def _list_of_links(lines: list[re.Match[str]]) -> int:
    """Index of the first line of the list of links that ends the text; ``len(lines)`` if there is none."""
    begin = len(lines)
    for place in range(len(lines) - 1, -1, -1):
        pattern = pattern_of(lines[place][0])
        if pattern is None and not _HEADLINE.fullmatch(lines[place][0].strip()):
            break
        if pattern is not None and pattern.heads_list:
            begin = place
    return begin


def _trimmed(match: re.Match[str]) -> Span:
    line = match[0]
    return Span(match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip()))
