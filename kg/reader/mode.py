"""How the words of a content are given: direct, indirect or mixed.

Quotation marks decide. Without any, words are direct if they stand as a sentence of their own and speak in
the first person, or follow a colon.
"""

from collections.abc import Sequence

import numpy as np

from kg.domain import Mode, Span
from kg.reader.features import WordTable
from kg.reader.labels import Piece, Role
from kg.reader.quotes import QuoteState

_FIRST_PERSON = frozenset(["i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"])
_SUBORDINATES = frozenset(
    [
        "that",
        "to",
        "whether",
        "if",
        "how",
        "why",
        "what",
        "when",
        "where",
        "who",
        "which",
        "as",
        "about",
        "for",
    ]
)


def mode_of(table: WordTable, contents: Sequence[Piece]) -> Mode:
    """The mode of one attribution, from all the words of its content."""
    words = [
        word for piece in contents for word in range(piece.start, piece.end) if table.forms[word][0].isalnum()
    ]
    quoted = int((table.quotes[words] == QuoteState.INSIDE).sum()) if words else 0
    if quoted:
        return Mode.DIRECT if quoted == len(words) else Mode.MIXED
    return Mode.DIRECT if any(_is_unmarked_speech(table, piece) for piece in contents) else Mode.INDIRECT


def mode_of_spans(table: WordTable, contents: Sequence[Span]) -> Mode:
    """The mode of a content that is given in characters."""
    pieces = [
        Piece(
            int(np.searchsorted(table.ends, span.start, side="right")),
            int(np.searchsorted(table.starts, span.end)),
            Role.CONTENT,
        )
        for span in contents
    ]
    return mode_of(table, [piece for piece in pieces if piece.start < piece.end])


def _is_unmarked_speech(table: WordTable, piece: Piece) -> bool:
    first = table.forms[piece.start]
    before = table.forms[piece.start - 1] if piece.start else ""
    if before == ":" and first[0].isupper():
        return True
    begins_sentence = not piece.start or table.sentences[piece.start - 1] != table.sentences[piece.start]
    if not begins_sentence or first.lower() in _SUBORDINATES:
        return False
    forms = {form.lower() for form in table.forms[piece.start : piece.end]}
    return not forms.isdisjoint(_FIRST_PERSON)


def outside_quotes(quotes: np.ndarray) -> np.ndarray:
    """Quotation states of words that are read as a text of their own: what encloses them all is left out."""
    inside = quotes == QuoteState.INSIDE
    return np.zeros_like(quotes) if inside.all() else quotes
