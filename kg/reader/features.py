"""What the network is told about each word beside its pieces, as arrays over the words of a text.

The encoder knows no capitals and no lines, so the form's case, the line break before it and its place
between quotation marks are given as small classes; sentences and paragraphs serve the links.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from kg.reader.lines import is_wrapped
from kg.reader.quotes import quote_states
from kg.reader.tokenise import Word

Integers = NDArray[np.int32]


class Case(IntEnum):
    """How a word is written."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3


class Break(IntEnum):
    """What stands before a word."""

    NONE = 0
    LINE = 1
    BLANK = 2


@dataclass(frozen=True, slots=True)
class WordTable:
    """The words of a text, each array of shape (words,)."""

    forms: tuple[str, ...]
    starts: Integers
    ends: Integers
    cases: Integers
    breaks: Integers
    quotes: Integers
    sentences: Integers
    """Number of the sentence, counted through the text."""
    paragraphs: Integers
    """Number of the paragraph, counted through the text."""

    def __len__(self) -> int:
        return len(self.forms)

    def part(self, start: int, end: int) -> "WordTable":
        """The words from ``start`` to ``end``, with everything that is known of them."""
        return WordTable(**{field.name: getattr(self, field.name)[start:end] for field in fields(self)})


def word_table(text: str, words: Sequence[Word]) -> WordTable:
    """Describe the words of a text; they must be in text order."""
    starts = np.array([word.start for word in words], dtype=np.int32)
    ends = np.array([word.end for word in words], dtype=np.int32)
    forms = tuple(word.form for word in words)
    breaks = _breaks(text, words)
    states = np.frombuffer(bytes(quote_states(text)) or b"\0", dtype=np.uint8)
    return WordTable(
        forms=forms,
        starts=starts,
        ends=ends,
        cases=np.array([case_of(form) for form in forms], dtype=np.int32),
        breaks=breaks,
        quotes=states[starts].astype(np.int32),
        sentences=np.cumsum(_sentence_starts(forms, breaks), dtype=np.int32),
        paragraphs=np.cumsum(breaks > 0, dtype=np.int32),
    )


def case_of(form: str) -> Case:
    """How a word is written; figures and signs count as lower.

    >>> [case_of(form).name for form in ("said", "She", "NATO", "iPhone", "12,000")]
    ['LOWER', 'TITLE', 'UPPER', 'MIXED', 'LOWER']
    """
    form = form[:64]
    if form == form.lower():
        return Case.LOWER
    if form[0].isupper() and form[1:] == form[1:].lower():
        return Case.TITLE
    return Case.UPPER if form == form.upper() else Case.MIXED


def _breaks(text: str, words: Sequence[Word]) -> Integers:
    lines, before = [], 0
    for word in words:
        lines.append(min(text.count("\n", before, word.start), Break.BLANK) if word.start > before else 0)
        before = word.end
    breaks = np.array(lines, dtype=np.int32)
    return np.where(breaks == Break.LINE, Break.NONE, breaks).astype(np.int32) if is_wrapped(text) else breaks


_ENDS_SENTENCE = frozenset({".", "!", "?", "…"})
_CLOSES = frozenset({'"', "”", "’", "'", "»", ")", "]"})
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen sen rep gov lt col sgt capt maj adm rev hon st jr sr vs etc inc ltd co corp no
    jan feb mar apr jun jul aug sept sep oct nov dec u s p a m d n e r""".split()  # noqa: SIM905 — a word list
)


def _sentence_starts(forms: Sequence[str], breaks: Integers) -> list[bool]:
    """Whether each word begins a sentence: after a line break, or after an end mark and before a capital."""
    starts = []
    ended = False
    for index, form in enumerate(forms):
        starts.append(bool(breaks[index]) or (ended and not form[0].islower() and form not in _CLOSES))
        if form in _ENDS_SENTENCE:
            ended = form != "." or not index or forms[index - 1].lower() not in _ABBREVIATIONS
        elif form not in _CLOSES:
            ended = False
    return starts
