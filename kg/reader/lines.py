"""Where paragraphs end.

A line is a paragraph, unless the text is wrapped at a fixed width, as mails and old agency texts are: there
only a blank line ends one.
"""

import re

_LINE = re.compile(r"\n(?=[^\S\n]*[^\s])")
_WRAPPED_LINE = re.compile(r"(?<=[^\s])[^\S\n]*\n[^\S\n]*[a-z]")
_WRAPPED_SHARE = 0.3
"""Least share of lines in a wrapped text that begin in lower case, right under another line."""


def is_wrapped(text: str) -> bool:
    r"""Whether line ends stand inside sentences.

    >>> is_wrapped("The minister said\nthat he would go\nbefore the vote.")
    True
    >>> is_wrapped("At a glance\n- She left\n- He stayed")
    False
    """
    lines = len(_LINE.findall(text))
    return bool(lines) and len(_WRAPPED_LINE.findall(text)) >= _WRAPPED_SHARE * lines
