"""What exported weights say of the words of documents: heads can be fitted to it without the encoder.

Fitted so, a head knows the 8-bit network that it will be read with, and the reader's own trees.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kg.reader.arguments import Tree
from kg.reader.features import WordTable
from kg.reader.reading import Reader
from kg.reader.weights import ReaderWeights
from kg.reader.word_layers import WordLayers
from training.layers import LayeredDocument

_SHOWN = "layers.antecedents.vector"
"""The head whose vectors the layers keep of each word."""


@dataclass(frozen=True)
class FrozenDocument:
    """A document and what is read of it."""

    document: LayeredDocument
    read: WordLayers
    sentences: np.ndarray
    """(words,), those of the document."""

    @property
    def hidden(self) -> np.ndarray:
        """What the network says of each word: (words, width)."""
        return self.read.vectors

    @cached_property
    def tree(self) -> Tree:
        """As the scorers of predicates and arguments see it."""
        read = self.read
        parts = {"heads": read.heads, "relations": read.relations, "entities": read.entities}
        return Tree.of(self.document.table.forms, sentences=self.sentences, tags=read.xpos, **parts)


def frozen(documents: Iterable[LayeredDocument], weights: ReaderWeights) -> Iterator[FrozenDocument]:
    """Read each document in its own sentences."""
    width = weights.heads[_SHOWN].shape[1]
    whole = {_SHOWN: np.eye(width, dtype=np.float32), f"{_SHOWN}_bias": np.zeros(width, dtype=np.float32)}
    reader = Reader(replace(weights, heads={**weights.heads, **whole}))
    for document in documents:
        table = sentences_of(document)
        yield FrozenDocument(document, reader.layers(table), table.sentences)


def sentences_of(document: LayeredDocument) -> WordTable:
    """The words of a document with its own sentences in place of those that a rule cuts."""
    numbers = np.searchsorted(document.bounds, np.arange(len(document.table)), side="right")
    return replace(document.table, sentences=numbers.astype(np.int32))
