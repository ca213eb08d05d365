"""Sentences with what should be found in them written into brackets: ``at least [12|12 soldier]``."""

import re
from dataclasses import dataclass

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, and what they say."""

    text: str
    found: tuple[tuple[str, str], ...]
    """Words and value, in text order."""


def marked(sentence: str) -> Marked:
    """Take the marks out of a sentence."""
    found = tuple((words, value.strip()) for words, value in _MARK.findall(sentence))
    return Marked(_MARK.sub(lambda mark: mark[1], sentence), found)
