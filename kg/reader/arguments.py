"""Which words take part in what a predicate tells, and as what: a scorer of pairs that sees the tree.

A pair is a predicate and a word that is near to it in the tree of their sentence. The scorer is shown both,
the word's marker ("in" of "in the harbour"), and classes of how the tree leads from one to the other. Of a
word it is shown what the network says, its lemma, and what hangs on it in the tree. Roles heed which the
predicate's other words are likely to have.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from kg.reader.features import Integers
from kg.reader.layers import ARGUMENTS, ENTITY_LABELS, RELATIONS, XPOS
from kg.reader.lemmas import LEMMA_CLASSES, lemma_class

Weights = NDArray[np.float32]
HIDDEN = 192
LEMMA_WIDTH = 32
_MARKERS = tuple(RELATIONS.index(relation) for relation in ("case", "mark"))
_NEVER = tuple(
    RELATIONS.index(relation) for relation in ("part", "punct", "case", "mark", "det", "cop", "aux:pass")
)
"""Relations of words of which not one in two hundred is an argument."""
_GAPS = (1, 2, 4, 8, 16)
_GAP_CLASSES = len(_GAPS) + 1


class Kinship(IntEnum):
    """What a word is to a predicate in the tree, the nearest last."""

    FAR = 0
    """Nothing of the following: one argument in a hundred."""
    GREAT_GRANDPARENT = 1
    GREAT_UNCLE = 2
    """Child of the great-grandparent, which may be a root: it is its own head."""
    COUSIN = 3
    """Grandchild of the grandparent."""
    GREAT_GRANDCHILD = 4
    NEPHEW = 5
    """Child of a sibling."""
    UNCLE = 6
    """Sibling of the head."""
    GRANDPARENT = 7
    GRANDCHILD = 8
    SIBLING = 9
    PARENT = 10
    CHILD = 11
    SELF = 12


FEATURE_SIZES: Mapping[str, int] = {
    "word_relation": len(Kinship) * len(RELATIONS),
    "predicate_relation": len(Kinship) * len(RELATIONS),
    "head_relation": len(Kinship) * len(RELATIONS),
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
    tags: Integers
    """Classes of ``XPOS``."""
    entities: Integers
    lemmas: Integers
    """Classes, as in ``kg.reader.lemmas``."""

    @classmethod
    def of(cls, forms: Sequence[str], **read: Integers) -> "Tree":
        """With the lemmas of the words as they are written."""
        tagged = zip(forms, read["tags"].tolist(), strict=True)
        lemmas = np.array([lemma_class(form, XPOS[tag]) for form, tag in tagged], dtype=np.int32)
        return cls(**read, lemmas=lemmas)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Predicates and words near to them, each array of shape (pairs,)."""

    predicates: Integers
    words: Integers
    features: Mapping[str, Integers]
    """Classes, named as in ``FEATURE_SIZES``."""


def pairs(tree: Tree, predicates: Integers) -> Pairs:
    """Every predicate, given by word number, with every word near to it that may be an argument."""
    able = np.flatnonzero(~np.isin(tree.relations, _NEVER)).astype(np.int32)
    together = np.argwhere(tree.sentences[predicates][:, None] == tree.sentences[able])
    chosen, words = predicates[together[:, 0]], able[together[:, 1]]
    kinships = _kinships(tree.heads, chosen, words)
    near = kinships != Kinship.FAR
    chosen, words, kinships = chosen[near], words[near], kinships[near]
    gaps = np.searchsorted(_GAPS, np.abs(chosen - words), side="left")
    features = {
        "word_relation": kinships * len(RELATIONS) + tree.relations[words],
        "predicate_relation": kinships * len(RELATIONS) + tree.relations[chosen],
        "head_relation": kinships * len(RELATIONS) + tree.relations[tree.heads[words]],
        "distance": (kinships * _GAP_CLASSES + gaps) * 2 + (words > chosen),
        "entity": tree.entities[words],
    }
    return Pairs(chosen, words, features)


def _kinships(heads: Integers, predicates: Integers, words: Integers) -> Integers:
    """The nearest kinship of each predicate with the word beside it."""
    parents, heads_of_words = heads[predicates], heads[words]
    grandparents, grandheads = heads[parents], heads[heads_of_words]
    great_grandparents, great_grandheads = heads[grandparents], heads[grandheads]
    holds = {
        Kinship.GREAT_GRANDPARENT: words == great_grandparents,
        Kinship.GREAT_UNCLE: heads_of_words == great_grandparents,
        Kinship.COUSIN: grandheads == grandparents,
        Kinship.GREAT_GRANDCHILD: great_grandheads == predicates,
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


def hanging(tree: Tree) -> Weights:
    """1 for each relation by which some word hangs on a word: (words, relations)."""
    found = np.zeros((len(tree.heads), len(RELATIONS)), dtype=np.float32)
    below = np.flatnonzero(tree.heads != np.arange(len(tree.heads)))
    found[tree.heads[below], tree.relations[below]] = 1
    return found


def shown_width(width: int) -> int:
    """How much is shown of a word of which the network says ``width`` numbers."""
    return width + LEMMA_WIDTH + len(RELATIONS)


@dataclass(frozen=True, slots=True)
class ArgumentWeights:
    """As in ``training.arguments``; (``HIDDEN``, ``shown_width``) unless said."""

    predicate: Weights
    predicate_bias: Weights
    word: Weights
    marker: Weights
    lemma: Weights
    """(``LEMMA_CLASSES``, ``LEMMA_WIDTH``)."""
    word_relation: Weights
    """(classes, ``HIDDEN``), as the following."""
    predicate_relation: Weights
    head_relation: Weights
    distance: Weights
    entity: Weights
    score: Weights
    """(roles, ``HIDDEN``)."""
    score_bias: Weights
    beside: Weights
    """(roles, roles but none): what the roles of a predicate's other words say for and against a role."""

    @classmethod
    def of(cls, arrays: Mapping[str, Weights]) -> "ArgumentWeights":
        """From arrays named as in ``heads.npz``, where they have half the precision."""
        return cls(
            **{each.name: arrays[f"layers.arguments.{each.name}"].astype(np.float32) for each in fields(cls)}
        )

    @classmethod
    def nothing(cls, width: int) -> "ArgumentWeights":
        """A scorer that finds no argument."""
        shapes = dict.fromkeys(("predicate", "word", "marker"), (HIDDEN, shown_width(width)))
        shapes |= {name: (size, HIDDEN) for name, size in FEATURE_SIZES.items()}
        shapes |= {"lemma": (LEMMA_CLASSES, LEMMA_WIDTH), "score": (len(ARGUMENTS), HIDDEN)}
        shapes["beside"] = (len(ARGUMENTS), len(ARGUMENTS) - 1)
        biases = {"predicate_bias": HIDDEN, "score_bias": len(ARGUMENTS)}
        tables = {name: np.zeros(shape, dtype=np.float32) for name, shape in shapes.items()}
        return cls(**tables, **{name: np.zeros(size, dtype=np.float32) for name, size in biases.items()})


def arguments(weights: ArgumentWeights, hidden: Weights, tree: Tree, predicates: Integers) -> Integers:
    """What each word is to each predicate of its sentence: (arguments, 3), predicate, word, role.

    ``hidden`` (words, width) is what the network says of each word.
    """
    found = pairs(tree, predicates)
    shown = np.hstack([hidden, weights.lemma[tree.lemmas], hanging(tree)])
    ours, theirs = (np.zeros((len(hidden), HIDDEN), dtype=np.float32) for _ in range(2))
    ours[predicates] = shown[predicates] @ weights.predicate.T + weights.predicate_bias
    words, of_words = np.unique(found.words), markers(tree)
    theirs[words] = shown[words] @ weights.word.T
    marked = words[of_words[words] >= 0]
    theirs[marked] += shown[of_words[marked]] @ weights.marker.T
    joint = ours[found.predicates] + theirs[found.words]
    for name, classes in found.features.items():
        joint += getattr(weights, name)[classes]
    scores = np.maximum(joint, 0) @ weights.score.T + weights.score_bias
    roles = (scores + _others(found.predicates, scores) @ weights.beside.T).argmax(axis=1)
    some = np.flatnonzero(roles)
    return np.stack([found.predicates[some], found.words[some], roles[some]], axis=1).astype(np.int32)


def _others(predicates: Integers, scores: Weights) -> Weights:
    """How many of a predicate's other words are likely to have each role: (pairs, roles but none)."""
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely = (likely / likely.sum(axis=1, keepdims=True))[:, 1:]
    first = np.flatnonzero(np.diff(predicates, prepend=-1))
    sums = np.add.reduceat(likely, first, axis=0) if len(first) else likely
    return np.asarray(np.repeat(sums, np.diff(first, append=len(predicates)), axis=0) - likely)
