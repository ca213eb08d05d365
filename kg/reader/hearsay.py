"""“Reportedly”, “allegedly”: a cue of one word, with no source, inside what it reports.

The corpus marks such words as cues, but it has too few of them to learn from.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kg.reader.drafts import Draft, first_word
from kg.reader.features import WordTable
from kg.reader.labels import Piece, Role
from kg.reader.quotes import QuoteState

_ADVERBS = frozenset({"reportedly", "allegedly", "purportedly"})
_SCORE = 0.5
"""No network stands behind it: as good as a middling find."""
FEWEST_WORDS = 4
"""That report something, the adverb among them."""


def with_hearsay(table: WordTable, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, and one for each adverb that none of them accounts for."""
    found = list(drafts)
    for word, form in enumerate(table.forms):
        if form.lower() in _ADVERBS and table.quotes[word] == QuoteState.OUTSIDE:
            found = _with_adverb(table, word, found)
    return tuple(sorted(found, key=first_word))


def _with_adverb(table: WordTable, word: int, drafts: list[Draft]) -> list[Draft]:
    owners = [
        draft for draft in drafts if any(piece.start <= word < piece.end for piece in _all_pieces(draft))
    ]
    if not owners:
        taken = [piece for draft in drafts for piece in _all_pieces(draft)]
        free = _free(_sentence(table, word), word, taken)
        return [*drafts, *_reported(table, word, free)] if free.end - free.start >= FEWEST_WORDS else drafts
    owner = owners[0]
    around = [piece for piece in owner.contents if piece.start <= word < piece.end]
    if owner.source or not around:
        return drafts
    others = tuple(piece for piece in owner.contents if piece not in around)
    rest = [replace(owner, contents=others)] if owner.cue and others else []
    return [*(draft for draft in drafts if draft is not owner), *rest, *_reported(table, word, around[0])]


def _all_pieces(draft: Draft) -> list[Piece]:
    return [*draft.contents, *(piece for piece in (draft.cue, draft.source) if piece)]


def _sentence(table: WordTable, word: int) -> Piece:
    start, end = np.searchsorted(table.sentences, [table.sentences[word], table.sentences[word] + 1])
    return Piece(int(start), int(end), Role.CONTENT)


def _free(sentence: Piece, word: int, taken: Sequence[Piece]) -> Piece:
    """The words of a sentence around one of them, up to those that other attributions have."""
    start = max([sentence.start, *(piece.end for piece in taken if piece.end <= word)])
    end = min([sentence.end, *(piece.start for piece in taken if piece.start > word)])
    return Piece(start, end, Role.CONTENT)


def _reported(table: WordTable, word: int, region: Piece) -> list[Draft]:
    """What is reported: the region without the adverb and the marks at its ends."""
    parts = [_trimmed(table, region.start, word), _trimmed(table, word + 1, region.end)]
    contents = tuple(part for part in parts if part)
    return [Draft(contents, Piece(word, word + 1, Role.CUE), None, _SCORE)] if contents else []


def _trimmed(table: WordTable, start: int, end: int) -> Piece | None:
    while start < end and not table.forms[start][0].isalnum():
        start += 1
    while start < end and not table.forms[end - 1][-1].isalnum():
        end -= 1
    return Piece(start, end, Role.CONTENT) if start < end else None
