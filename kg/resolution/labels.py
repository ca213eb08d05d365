"""The wording of a claim: what was said in one line, and whether it means the same everywhere."""

import re
from collections.abc import Sequence

from kg.domain import Span
from kg.resolution.negation import Edit, applied

_QUOTATION_MARKS = '"“”„«»'
_PAIRS = (("“", "”"), ("«", "»"), ('"', '"'), ("''", "''"))
_BORDER = " ‘’'`,;:—–-"
_THAT = re.compile(r"^that\s+(?=\S)", re.IGNORECASE)
_DEIXIS = re.compile(
    r"(?<![^\W_])(i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|he|him|his|himself|she|her|hers|herself|it|its|"
    r"itself|they|them|their|theirs|themselves|this|that|these|those|here|there|now|then|today|yesterday|tomorrow|tonight|"
    r"ago|last|next|who|which|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?![^\W_])",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(r"['’](?=(?:s|m|re|ve|ll|d|t)\b)", re.IGNORECASE)
_PROPOSITION = 4
"""Words of a claim that articles may share, at least."""


def wording(content: Sequence[Span], text: str) -> str:
    """The words of a content in one line, without marks at its borders and an introducing ``that``.

    A quotation mark at the border stays if its partner stands inside.
    """
    return _THAT.sub("", line_of(content, text)) or line_of(content, text)


def line_of(spans: Sequence[Span], text: str, edits: Sequence[Edit] = ()) -> str:
    """Words in one line with edits made, without marks at the borders and lonely quotation marks."""
    line = " ".join(" ".join(applied(edits, span, text) for span in spans).split())
    bare = line.strip(_BORDER + _QUOTATION_MARKS)
    quotes_inside = any(mark in bare for mark in _QUOTATION_MARKS)
    return _paired(line.strip(_BORDER) if quotes_inside else bare) or line


def _paired(line: str) -> str:
    """Without the quotation marks of a kind of which one stands alone."""
    for opening, closing in _PAIRS:
        apart = line.count(opening) != line.count(closing) if opening != closing else line.count(opening) % 2
        if apart:
            line = line.replace(opening, "").replace(closing, "")
    return " ".join(line.split())


def is_self_contained(words: str, *, named: bool) -> bool:
    """Whether a wording means the same in every article: a name in it, no pronoun, no "here" or "now".

    A few words are no proposition ("endorsed | Otto Lind") and belong to their statement.

    >>> is_self_contained("Northland has sent 12,000 troops to Eastmark", named=True)
    True
    >>> is_self_contained("we will win in Eastmark", named=True)
    False
    """
    return named and len(words.split()) >= _PROPOSITION and not _DEIXIS.search(_CONTRACTED.sub(" ", words))
