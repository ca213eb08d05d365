"""What treebanks say about the words of a document, as numbers over the reader's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from kg.reader.features import Integers, WordTable, word_table
from kg.reader.layers import ARGUMENTS, ENTITY_LABELS, MENTIONS, RELATIONS, UPOS, XPOS
from kg.reader.tokenise import words

IGNORED = -100
"""A word about which a layer says nothing."""
NO_CLUSTER = -1


@dataclass(frozen=True, slots=True)
class Layers:
    """Numbers over words, ``IGNORED`` where nothing is known."""

    upos: Integers
    xpos: Integers
    heads: Integers
    """Word number of the syntactic head; a root is its own."""
    relations: Integers
    entities: Integers
    mentions: Integers
    clusters: Integers
    """At the heads of mentions: number of the coreference cluster; ``NO_CLUSTER`` elsewhere."""
    predicates: Integers
    """1 for a predicate, 0 for none."""
    factuality: np.ndarray
    """From -3 to 3, NaN where unknown."""
    arguments: tuple[tuple[int, int, int], ...] = ()
    """Predicate word, argument's head word, role; of every predicate all arguments are given."""


@dataclass(frozen=True, slots=True)
class LayeredDocument:
    """A text in words with what is known about them."""

    table: WordTable
    layers: Layers
    bounds: tuple[int, ...]
    """Words at which it may be cut: where sentences begin, and its end."""


@dataclass(slots=True)
class DocumentBuilder:
    """Sentences of tokens are added one after the other; numbers of tokens count through the document."""

    text: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    length: int = 0

    def add(self, forms: Sequence[str], spaces: Sequence[bool], *, new_paragraph: bool) -> int:
        """Add a sentence; gives the number of its first token."""
        first = len(self.starts)
        self._write("\n\n" if new_paragraph and self.text else "")
        self.sentences.append(self.length)
        for form, space in zip(forms, spaces, strict=True):
            self.starts.append(self.length)
            self._write(form)
            self.ends.append(self.length)
            self._write(" " if space else "")
        if not spaces[-1]:
            self._write(" ")
        return first

    def _write(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)

    def finish(self) -> "Anchored":
        """The words of the text, and the word that stands for each token."""
        text = "".join(self.text)
        table = word_table(text, words(text))
        first = np.searchsorted(table.starts, self.starts, side="left")
        begins_inside = (first < len(table)) & (table.starts[np.minimum(first, len(table) - 1)] < self.ends)
        anchors = np.where(begins_inside, first, np.searchsorted(table.ends, self.starts, side="right"))
        cuts = np.searchsorted(table.starts, self.sentences, side="left")
        return Anchored(table, anchors.astype(np.int32), (*sorted({int(cut) for cut in cuts}), len(table)))


@dataclass(frozen=True, slots=True)
class Anchored:
    """Words, and for each token the number of the word that carries what is said about it.

    That is the first word that begins in the token; a token that begins and ends inside a word shares it
    with the token before, and what is said of it is lost.
    """

    table: WordTable
    anchors: Integers
    bounds: tuple[int, ...]

    def spread(self, values: Sequence[int] | np.ndarray, elsewhere: int) -> Integers:
        """Values of tokens on their words; ``elsewhere`` for words that continue a token."""
        spread = np.full(len(self.table), elsewhere, dtype=np.int32)
        numbers = np.asarray(values, dtype=np.int32)
        spread[self.anchors[::-1]] = numbers[::-1]  # of tokens that share a word the first counts
        return spread

    def document(self, **known: Integers | np.ndarray | tuple[tuple[int, int, int], ...]) -> LayeredDocument:
        """With the layers that are known, the others ignored."""
        return LayeredDocument(self.table, Layers(**(unknown_layers(len(self.table)) | known)), self.bounds)


def unknown_layers(count: int) -> dict[str, np.ndarray]:
    """All layers of ``count`` words, nothing known."""
    names = ("upos", "xpos", "heads", "relations", "entities", "mentions", "predicates")
    layers = {name: np.full(count, IGNORED, dtype=np.int32) for name in names}
    layers["clusters"] = np.full(count, NO_CLUSTER, dtype=np.int32)
    layers["factuality"] = np.full(count, np.nan, dtype=np.float32)
    return layers


def _numbers(names: Sequence[str]) -> Mapping[str, int]:
    return {name: number for number, name in enumerate(names)}


UPOS_NUMBERS, XPOS_NUMBERS = _numbers(UPOS), _numbers(XPOS)
RELATION_NUMBERS, ENTITY_NUMBERS = _numbers(RELATIONS), _numbers(ENTITY_LABELS)
MENTION_NUMBERS, ARGUMENT_NUMBERS = _numbers(MENTIONS), _numbers(ARGUMENTS)
