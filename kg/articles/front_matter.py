"""The block of metadata, between two lines of ``---``, with which many Markdown files begin."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.domain import Span

_BLOCK = re.compile(
    r"---[ \t]*\n(?P<lines>.{0,20000}?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_LINE = re.compile(
    r"^(?P<key>[A-Za-z_]+)[ \t]*:[ \t]+(?P<quote>[\"']?)(?P<value>[^\s\[{|>&*!\"'#].*?)(?P=quote)[ \t]*$",
    re.M,
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says, and where it stands."""

    values: Mapping[str, object] = field(default_factory=dict)
    span: Span | None = None


def find_front_matter(text: str) -> FrontMatter:
    r"""The front matter of ``text``; only lines ``key: value`` are understood, all else is left alone.

    >>> find_front_matter("---\ntitle: 'Ceasefire holds'\ntags: [war]\n---\nText.").values
    {'title': 'Ceasefire holds'}
    """
    block = _BLOCK.match(text)
    if block is None or not (lines := _LINE.findall(block["lines"])):
        return FrontMatter()
    return FrontMatter({key.lower(): value for key, _, value in lines}, Span(*block.span()))
