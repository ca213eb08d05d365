"""Which words take part in what a predicate tells, and as what: a scorer of pairs that sees the tree.

A pair is a predicate and a word of its sentence. The scorer is given what the network says of both and of the
word's marker ("in" of "in the harbour"), and classes of how the tree leads from one to the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from kg.reader.features import Integers
from kg.reader.layers import ARGUMENTS, ENTITY_LABELS, RELATIONS

Weights = NDArray[np.float32]
HIDDEN = 128
_MARKERS = tuple(RELATIONS.index(relation) for relation in ("case", "mark"))
_GAPS = (1, 2, 4, 8, 16)
_GAP_CLASSES = len(_GAPS) + 1


class Kinship(IntEnum):
    """What a word is to a predicate in the tree."""

    FAR = 0
    NEPHEW = 1
    """Child of a sibling."""
    UNCLE = 2
    """Sibling of the head."""
    GRANDPARENT = 3
    GRANDCHILD = 4
    SIBLING = 5
    PARENT = 6
    CHILD = 7
    SELF = 8


FEATURE_SIZES: Mapping[str, int] = {
    "word_relation": len(Kinship) * len(RELATIONS),
    "predicate_relation": len(Kinship) * len(RELATIONS),
    "distance": len(Kinship) * _GAP_CLASSES * 2,
    "entity": len(ENTITY_LABELS),
}
"""Features of a pair, and how many classes each has."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a window, each array of shape (words,)."""

    sentences: Integers
    heads: Integers
    relations: Integers
    entities: Integers


@dataclass(frozen=True, slots=True)
class Pairs:
    """Predicates and words of their sentences, each array of shape (pairs,)."""

    predicates: Integers
    words: Integers
    features: Mapping[str, Integers]
    """Classes, named as in ``FEATURE_SIZES``."""


def pairs(tree: Tree, predicates: Integers) -> Pairs:
    """Every predicate, given by word number, with every word of its sentence."""
    together = np.argwhere(tree.sentences[predicates][:, None] == tree.sentences).astype(np.int32)
    chosen, words = predicates[together[:, 0]], together[:, 1]
    kinships = _kinships(tree.heads, chosen, words)
    gaps = np.searchsorted(_GAPS, np.abs(chosen - words), side="left")
    features = {
        "word_relation": kinships * len(RELATIONS) + tree.relations[words],
        "predicate_relation": kinships * len(RELATIONS) + tree.relations[chosen],
        "distance": (kinships * _GAP_CLASSES + gaps) * 2 + (words > chosen),
        "entity": tree.entities[words],
    }
    return Pairs(chosen, words, features)


def _kinships(heads: Integers, predicates: Integers, words: Integers) -> Integers:
    """The nearest kinship of each predicate with the word beside it."""
    parents, heads_of_words = heads[predicates], heads[words]
    grandparents, grandheads = heads[parents], heads[heads_of_words]
    holds = {
        Kinship.NEPHEW: (grandheads == parents) & (parents != predicates),
        Kinship.UNCLE: (heads_of_words == grandparents) & (grandparents != parents),
        Kinship.GRANDPARENT: words == grandparents,
        Kinship.GRANDCHILD: grandheads == predicates,
        Kinship.SIBLING: heads_of_words == parents,
        Kinship.PARENT: words == parents,
        Kinship.CHILD: heads_of_words == predicates,
        Kinship.SELF: words == predicates,
    }
    kinships = np.full(len(words), Kinship.FAR, dtype=np.int32)
    for kinship, where in holds.items():
        kinships[where] = kinship
    return kinships


def markers(tree: Tree) -> Integers:
    """The first word that marks each as a case or a clause; -1 where none does."""
    found = np.full(len(tree.heads), -1, dtype=np.int32)
    marking = np.flatnonzero(np.isin(tree.relations, _MARKERS))[::-1]
    found[tree.heads[marking]] = marking
    return found


@dataclass(frozen=True, slots=True)
class ArgumentWeights:
    """As in ``training.arguments``; (``HIDDEN``, width) unless said."""

    predicate: Weights
    predicate_bias: Weights
    word: Weights
    marker: Weights
    word_relation: Weights
    """(classes, ``HIDDEN``), as the following."""
    predicate_relation: Weights
    distance: Weights
    entity: Weights
    score: Weights
    """(roles, ``HIDDEN``)."""
    score_bias: Weights

    @classmethod
    def of(cls, arrays: Mapping[str, Weights]) -> "ArgumentWeights":
        """From arrays named as in ``heads.npz``."""
        return cls(**{each.name: arrays[f"layers.arguments.{each.name}"] for each in fields(cls)})

    @classmethod
    def nothing(cls, width: int) -> "ArgumentWeights":
        """A scorer that finds no argument."""
        shapes = dict.fromkeys(("predicate", "word", "marker"), (HIDDEN, width))
        shapes |= {name: (size, HIDDEN) for name, size in FEATURE_SIZES.items()}
        shapes["score"] = (len(ARGUMENTS), HIDDEN)
        biases = {"predicate_bias": HIDDEN, "score_bias": len(ARGUMENTS)}
        tables = {name: np.zeros(shape, dtype=np.float32) for name, shape in shapes.items()}
        return cls(**tables, **{name: np.zeros(size, dtype=np.float32) for name, size in biases.items()})


def arguments(weights: ArgumentWeights, hidden: Weights, tree: Tree, predicates: Integers) -> Integers:
    """What each word is to each predicate of its sentence: (arguments, 3), predicate, word, role.

    ``hidden`` (words, width) is what the network says of each word.
    """
    found = pairs(tree, predicates)
    ours = np.zeros((len(hidden), HIDDEN), dtype=np.float32)
    ours[predicates] = hidden[predicates] @ weights.predicate.T + weights.predicate_bias
    theirs, of_words = hidden @ weights.word.T, markers(tree)
    marked = np.flatnonzero(of_words >= 0)
    theirs[marked] += hidden[of_words[marked]] @ weights.marker.T
    joint = ours[found.predicates] + theirs[found.words]
    for name, classes in found.features.items():
        joint += getattr(weights, name)[classes]
    roles = (np.maximum(joint, 0) @ weights.score.T + weights.score_bias).argmax(axis=1)
    some = np.flatnonzero(roles)
    return np.stack([found.predicates[some], found.words[some], roles[some]], axis=1).astype(np.int32)
