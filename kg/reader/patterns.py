"""Two habits of pages of news that no cue shows: a signed post, and a headline “Name: words”."""

import re
from collections.abc import Collection, Iterator

from kg.domain import Attribution, Mode, Span

_SIGNATURE = re.compile(
    r"^[ \t]*[—–―-]{1,2}[ \t]*(?P<name>[^\W\d_][^\n(@]{0,80}?)(?:[ \t]/[^\n(@]{0,80})?[ \t]*"
    r"\(@\w{1,30}\)[^\n]{0,60}$",
    re.MULTILINE,
)
"""“— Name (@handle) date”, as embedded posts are signed; a second spelling may follow a slash."""
_HEADLINE = re.compile(
    r"^[ \t]*(?P<name>[^\W\d_][^\n:.!?“”\"]{1,60}?): (?P<words>\S[^\n]{9,200})$", re.MULTILINE
)
_PROBABILITY = 0.8
_HEADLINE_LINES = 3
"""Lines with words among which a headline stands."""


def signed_posts(text: str) -> Iterator[Attribution]:
    """The paragraph before each signature line, said by who signs it."""
    for signature in _SIGNATURE.finditer(text):
        post = _paragraph_before(text, signature.start())
        if post:
            yield Attribution(
                content=(post,),
                source=(Span(*signature.span("name")),),
                mode=Mode.DIRECT,
                probability=_PROBABILITY,
            )


def _paragraph_before(text: str, end: int) -> Span | None:
    before = text[:end].rstrip()
    start = before.rfind("\n") + 1
    start += len(before[start:]) - len(before[start:].lstrip())
    return Span(start, len(before)) if start < len(before) else None


def headlines(text: str, sources: Collection[str]) -> Iterator[Attribution]:
    """“Name: words” near the top, where the name is that of a source of this article.

    ``sources`` are the words of the sources found elsewhere.
    """
    lines = list(re.finditer(r"\S[^\n]*", text[:2000]))[:_HEADLINE_LINES]
    for line in lines:
        match = _HEADLINE.fullmatch(line.group())
        if match and any(_names(match["name"], source) for source in sources):
            words = match["words"].rstrip()
            start = line.start() + match.start("words")
            yield Attribution(
                content=(Span(start, start + len(words)),),
                source=(Span(line.start() + match.start("name"), line.start() + match.end("name")),),
                mode=Mode.INDIRECT,
                probability=_PROBABILITY,
            )


def _names(name: str, source: str) -> bool:
    """Whether the last word of a capitalised name stands in the source."""
    words = name.split()
    return all(word[0].isupper() for word in words) and words[-1] in re.findall(r"\w+", source)
