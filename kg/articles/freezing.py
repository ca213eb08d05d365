r"""The one change a text goes through before it is read, and the way back to the file.

BOM off, line ends to ``\n``, NFC; nothing else, ever: offsets count code points of the result.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kg.articles.unusable import Unusable
from kg.domain import OffsetMap

MOST_MARKS = 64
"""Combining marks on one letter; sorting n of them takes n² steps, and no writing needs half as many."""

_BOM = "\ufeff"
_SURROGATE = re.compile("[\ud800-\udfff]")
_MANY_MARKS = re.compile(f"[^\0-\u02ff]{{{MOST_MARKS + 1},}}")
_MAY_CHANGE = re.compile("[^\0-\u02ff]+|\r\n?")
"""Below U+0300 nothing changes under NFC, but a letter there may take the marks that follow it."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A text that never changes again."""

    text: str
    offsets: OffsetMap


@dataclass(frozen=True, slots=True)
class _Piece:
    """``length`` characters of the file, from ``start``, that become ``text`` and touch no other piece."""

    start: int
    length: int
    text: str


def freeze(decoded: str) -> Frozen:
    r"""``decoded`` without BOM, with ``\n`` as line end, in NFC; offsets lead back into ``decoded``.

    Where a letter and its marks were composed or put in order, each character of the result leads back
    to that letter. Raises ``Unusable`` for an empty text and for characters that no text holds.

    >>> frozen = freeze("\ufeffCafe\u0301\r\nsaid")
    >>> frozen.text
    'Café\nsaid'
    >>> [frozen.offsets.original(frozen.text.index(word)) for word in ("C", "é", "said")]
    [1, 4, 8]
    """
    _check(decoded)
    pieces = tuple(_pieces(decoded))
    parts: list[str] = []
    end = 0
    for piece in pieces:
        parts += decoded[end : piece.start], piece.text
        end = piece.start + piece.length
    return Frozen("".join((*parts, decoded[end:])), OffsetMap(tuple(_breaks(pieces))))


def _check(decoded: str) -> None:
    if not decoded.strip(_BOM + " \t\r\n\f\v\0").strip():
        raise Unusable("it is empty", hint="Remove it, or put the text of the article in it.")
    if "\0" in decoded:
        raise Unusable(f"it is not text: it holds a NUL character, at {decoded.index(chr(0)):,}")
    if lone := _SURROGATE.search(decoded):
        raise Unusable(
            f"it holds half a character (U+{ord(lone[0]):04X}, a lone surrogate), at {lone.start():,}"
        )
    for run in _MANY_MARKS.finditer(decoded):
        _check_marks(run[0])


def _check_marks(run: str) -> None:
    marks = 0
    for character in run:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > MOST_MARKS:
            raise Unusable(f"it is not text: more than {MOST_MARKS} accents on one letter")


def _pieces(decoded: str) -> Iterator[_Piece]:
    """Where the frozen text differs from the file, in order."""
    if decoded.startswith(_BOM):
        yield _Piece(0, 1, "")
    for match in _MAY_CHANGE.finditer(decoded, 1 if decoded.startswith(_BOM) else 0):
        if match[0].startswith("\r"):
            yield _Piece(match.start(), len(match[0]), "\n")
            continue
        start = max(match.start() - 1, 0)
        run = decoded[start : match.end()]
        if not unicodedata.is_normalized("NFC", run):
            yield from _composed(run, start)


def _composed(run: str, offset: int) -> Iterator[_Piece]:
    """Each smallest part of ``run`` that NFC changes."""
    start = 0
    for end in (*range(1, len(run)), len(run)):
        if end == len(run) or _begins(run[end], after=run[start:end]):
            before, after = run[start:end], unicodedata.normalize("NFC", run[start:end])
            if before != after:
                yield _Piece(offset + start, end - start, after)
            start = end


def _begins(character: str, *, after: str) -> bool:
    """Whether ``character`` joins nothing before it, whatever follows."""
    alone = unicodedata.normalize("NFC", character)
    if unicodedata.combining(unicodedata.normalize("NFD", character)[0]):
        return False
    return unicodedata.normalize("NFC", after + character) == unicodedata.normalize("NFC", after) + alone


def _breaks(pieces: tuple[_Piece, ...]) -> Iterator[tuple[int, int]]:
    """Pairs (offset in text, offset in file) wherever the difference of the two changes."""
    shift = 0
    yield (0, 0)
    for piece in pieces:
        begin = piece.start - shift
        for place in range(1, len(piece.text)):
            yield (begin + place, piece.start)
        shift += piece.length - len(piece.text)
        if len(piece.text) > 1 or len(piece.text) != piece.length:
            end = piece.start + piece.length
            yield (end - shift, end)
