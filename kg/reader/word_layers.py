"""The further layers of a text, from tags and trees to predicates; what the heads make of words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kg.reader.arguments import ArgumentWeights, Tree, arguments
from kg.reader.features import Integers
from kg.reader.layers import ENTITY_LABELS, MENTIONS, UPOS, XPOS
from kg.reader.predicates import PredicateWeights, correction
from kg.reader.trees import best_tree

Weights = NDArray[np.float32]
CLASSES: Mapping[str, int] = {
    "upos": len(UPOS),
    "xpos": len(XPOS),
    "entities": len(ENTITY_LABELS),
    "mentions": len(MENTIONS),
    "predicates": 2,
}
"""Layers with one class for each word, and how many classes."""
LINEAR: Mapping[str, int] = {**CLASSES, "factuality": 1}
"""Heads that look at one word alone, and how many numbers each gives."""
MOST_FACTUAL = 3.0
"""The scale of Lee et al. (2015) runs from -3 to 3."""


@dataclass(frozen=True, slots=True)
class BiaffineWeights:
    """Scores of pairs of words (Dozat and Manning 2017), as in ``training.heads.Biaffine``."""

    ours: Weights
    """(hidden, width)."""
    ours_bias: Weights
    theirs: Weights
    theirs_bias: Weights
    weight: Weights
    """(classes, hidden + 1, hidden + 1)."""

    @classmethod
    def of(cls, arrays: Mapping[str, Weights], prefix: str) -> "BiaffineWeights":
        """The scorer whose arrays are named ``PREFIX.field``."""
        return cls(**{name: arrays[f"{prefix}.{name}"] for name in cls.__slots__})

    def our_side(self, vectors: Weights) -> Weights:
        """Of words whose partners are sought: (words, width) → (words, hidden + 1)."""
        return _side(vectors, self.ours, self.ours_bias)

    def their_side(self, vectors: Weights) -> Weights:
        """Of words that may be partners: (words, width) → (words, hidden + 1)."""
        return _side(vectors, self.theirs, self.theirs_bias)

    def table(self, ours: Weights, theirs: Weights) -> Weights:
        """Scores of the first class for every pair: (n, h) and (m, h) → (n, m)."""
        return np.asarray(ours @ self.weight[0] @ theirs.T)

    def pairs(self, ours: Weights, theirs: Weights) -> Weights:
        """Scores of all classes: (pairs, h) and (pairs, h) → (pairs, classes)."""
        classes, hidden, other = self.weight.shape
        flat = self.weight.transpose(1, 0, 2).reshape(hidden, classes * other)
        half = (ours @ flat).reshape(len(ours), classes, other)
        return np.asarray((half @ theirs[:, :, None])[:, :, 0])


def _side(vectors: Weights, weight: Weights, bias: Weights) -> Weights:
    """A dense layer, and a constant 1 at the end."""
    one = np.ones((len(vectors), 1), dtype=np.float32)
    return np.hstack([np.maximum(vectors @ weight.T + bias, 0), one])


@dataclass(frozen=True, slots=True)
class LayerWeights:
    """The heads of the further layers."""

    linear: Weights
    """(all numbers, width), head after head as in ``LINEAR``."""
    linear_bias: Weights
    arcs: BiaffineWeights
    relations: BiaffineWeights
    correction: PredicateWeights
    arguments: ArgumentWeights
    antecedents: Weights
    """(hidden, width): what the scorer of antecedents is shown of a word."""
    antecedents_bias: Weights

    @classmethod
    def of(cls, arrays: Mapping[str, Weights]) -> "LayerWeights":
        """From arrays named as in ``heads.npz``."""
        return cls(
            linear=np.concatenate([arrays[f"layers.{name}.weight"] for name in LINEAR]),
            linear_bias=np.concatenate([arrays[f"layers.{name}.bias"] for name in LINEAR]),
            arcs=BiaffineWeights.of(arrays, "layers.arcs"),
            relations=BiaffineWeights.of(arrays, "layers.relations"),
            correction=PredicateWeights.of(arrays),
            arguments=ArgumentWeights.of(arrays),
            antecedents=arrays["layers.antecedents.vector"],
            antecedents_bias=arrays["layers.antecedents.vector_bias"],
        )


@dataclass(frozen=True, slots=True)
class WordLayers:
    """What is read of each word; arrays of shape (words,) unless said. Classes: ``kg.reader.layers``."""

    upos: Integers
    xpos: Integers
    entities: Integers
    mentions: Integers
    sure: Weights
    """Probability of the class in ``mentions``."""
    heads: Integers
    """Word number of the syntactic head; a root is its own."""
    relations: Integers
    predicates: Integers
    """1 for a predicate, 0 for none."""
    vectors: Weights
    """(words, hidden), for the scorer of antecedents."""
    factuality: Weights
    """Of what a word tells as a predicate, from -3 to 3; without meaning for other words."""
    arguments: list[Integers]
    """Each (arguments, 3): predicate, the word that heads its argument, role; window by window."""

    def __len__(self) -> int:
        return len(self.upos)

    @classmethod
    def empty(cls, count: int, width: int) -> "WordLayers":
        """Room for ``count`` words."""
        return cls(
            **{name: np.zeros(count, dtype=np.int32) for name in CLASSES},
            sure=np.zeros(count, dtype=np.float32),
            heads=np.zeros(count, dtype=np.int32),
            relations=np.zeros(count, dtype=np.int32),
            vectors=np.zeros((count, width), dtype=np.float32),
            factuality=np.zeros(count, dtype=np.float32),
            arguments=[],
        )

    def fill(self, start: int, seen: "WordLayers") -> None:
        """Take over what is said of the words from ``start`` on."""
        part = slice(start, start + len(seen))
        for each in fields(self):
            if each.name not in {"heads", "arguments"}:
                getattr(self, each.name)[part] = getattr(seen, each.name)
        self.heads[part] = seen.heads + start
        moved = np.array([start, start, 0], dtype=np.int32)
        self.arguments.extend(found + moved for found in seen.arguments)


def window_layers(
    weights: LayerWeights, hidden: Weights, forms: Sequence[str], sentences: Integers
) -> WordLayers:
    """All layers of one window: ``hidden`` (words, width), ``sentences`` (words,) their numbers."""
    scores = hidden @ weights.linear.T + weights.linear_bias
    split = np.split(scores, np.cumsum([*LINEAR.values()])[:-1], axis=1)
    parts = dict(zip(LINEAR, split, strict=True))
    of_words = {name: parts[name].argmax(axis=1).astype(np.int32) for name in CLASSES}
    heads = _heads(weights.arcs, hidden, sentences)
    ours, theirs = weights.relations.our_side(hidden), weights.relations.their_side(hidden)
    relations = weights.relations.pairs(ours, theirs[heads]).argmax(axis=1).astype(np.int32)
    read = {"sentences": sentences, "heads": heads, "relations": relations}
    tree = Tree.of(forms, **read, tags=of_words["xpos"], entities=of_words["entities"])
    none, some = parts["predicates"].T
    is_predicate = some + correction(weights.correction, hidden, tree) > none
    predicates = np.flatnonzero(is_predicate).astype(np.int32)
    return WordLayers(
        **of_words | {"predicates": is_predicate.astype(np.int32)},
        sure=_probability(parts["mentions"]),
        heads=heads,
        relations=relations,
        vectors=hidden @ weights.antecedents.T + weights.antecedents_bias,
        factuality=parts["factuality"][:, 0].clip(-MOST_FACTUAL, MOST_FACTUAL),
        arguments=[arguments(weights.arguments, hidden, tree, predicates)],
    )


def _heads(arcs: BiaffineWeights, hidden: Weights, sentences: Integers) -> Integers:
    """The best tree of each sentence."""
    ours, theirs = arcs.our_side(hidden), arcs.their_side(hidden)
    bounds = np.flatnonzero(np.diff(sentences, prepend=-1, append=-1))
    heads = np.zeros(len(hidden), dtype=np.int32)
    for start, end in pairwise(bounds):
        heads[start:end] = start + best_tree(arcs.table(ours[start:end], theirs[start:end]))
    return heads


def _probability(scores: Weights) -> Weights:
    """Of the likeliest class of each row."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(1.0 / np.exp(shifted).sum(axis=1), dtype=np.float32)
