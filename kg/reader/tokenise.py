"""Words with exact code-point offsets, and the word pieces the network knows.

Words are BERT's: split at white space and around every punctuation mark. All decisions are made on words;
pieces only feed the network.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

MAX_PIECES = 12
"""Pieces kept of one word: no word of any language needs more to be recognised."""
_MAX_CHARACTERS = 100
"""Longer words are unknown to the network."""
_MOST_KNOWN = 200_000
"""Words kept with their pieces, so that memory is bounded whatever is read."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text; half-open code-point offsets."""

    form: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text, in text order."""
    return [Word(form, start, end) for form, (start, end) in _splitter().pre_tokenize_str(text)]


@cache
def _splitter() -> Any:
    from tokenizers.pre_tokenizers import BertPreTokenizer

    return BertPreTokenizer()


class Tokeniser:
    """Cuts words into pieces; ``vocabulary`` is a file with one piece a line."""

    def __init__(self, vocabulary: Path) -> None:
        from tokenizers import Tokenizer
        from tokenizers.models import WordPiece
        from tokenizers.normalizers import BertNormalizer

        self._pieces = Tokenizer(WordPiece.from_file(str(vocabulary), unk_token="[UNK]"))  # noqa: S106 — a piece, no secret
        self._pieces.normalizer = BertNormalizer(lowercase=True, strip_accents=True)
        self._pieces.pre_tokenizer = _splitter()
        self._known: dict[str, tuple[int, ...]] = {}
        self._lock = Lock()
        numbers = self._pieces.get_vocab()
        self.unknown: int = numbers["[UNK]"]
        self.first: int = numbers["[CLS]"]
        self.last: int = numbers["[SEP]"]
        self.padding: int = numbers["[PAD]"]

    def pieces(self, forms: Sequence[str]) -> list[tuple[int, ...]]:
        """Piece numbers of each word: 1 to ``MAX_PIECES``. Threads may share a tokeniser."""
        with self._lock:
            self._learn({form for form in forms if form not in self._known})
            found = [self._known[form] for form in forms]
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
        return found

    def text_pieces(self, text: str, most: int) -> list[int]:
        """Piece numbers of a whole text between the two marks, at most ``most`` with them."""
        found = self._pieces.encode(text, add_special_tokens=False).ids
        return [self.first, *found[: most - 2], self.last]

    def _learn(self, forms: Iterable[str]) -> None:
        new = sorted(forms)
        encoded = self._pieces.encode_batch(
            [form[: _MAX_CHARACTERS + 1] for form in new], add_special_tokens=False
        )
        for form, each in zip(new, encoded, strict=True):
            self._known[form] = tuple(each.ids[:MAX_PIECES]) or (self.unknown,)
