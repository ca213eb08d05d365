"""Which words are predicates: what the network says, corrected by the lemma and the place in the tree."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from kg.reader.arguments import Tree, Weights
from kg.reader.features import Integers
from kg.reader.layers import RELATIONS, XPOS
from kg.reader.lemmas import LEMMA_CLASSES

HIDDEN = 64
LEMMA_WIDTH = 32


def places(tree: Tree) -> Integers:
    """Classes of each word by its tag and its relation: (words,)."""
    return tree.tags * len(RELATIONS) + tree.relations


@dataclass(frozen=True, slots=True)
class PredicateWeights:
    """As in ``training.predicates``."""

    inner: Weights
    """(``HIDDEN``, width + ``LEMMA_WIDTH``)."""
    inner_bias: Weights
    lemma: Weights
    """(``LEMMA_CLASSES``, ``LEMMA_WIDTH``): shown beside what the network says, for some nouns tell what
    happens only in some surroundings, and which these are differs from noun to noun."""
    place: Weights
    """(classes,)."""
    score: Weights
    """(``HIDDEN``,)."""
    score_bias: Weights
    """(1,)."""

    @classmethod
    def of(cls, arrays: Mapping[str, Weights]) -> "PredicateWeights":
        """From arrays named as in ``heads.npz``, where they have half the precision."""
        return cls(
            **{each.name: arrays[f"layers.correction.{each.name}"].astype(np.float32) for each in fields(cls)}
        )

    @classmethod
    def nothing(cls, width: int) -> "PredicateWeights":
        """A correction that changes nothing."""
        shapes = {
            "inner": (HIDDEN, width + LEMMA_WIDTH),
            "inner_bias": (HIDDEN,),
            "lemma": (LEMMA_CLASSES, LEMMA_WIDTH),
            "place": (len(XPOS) * len(RELATIONS),),
            "score": (HIDDEN,),
            "score_bias": (1,),
        }
        return cls(**{name: np.zeros(shape, dtype=np.float32) for name, shape in shapes.items()})


def correction(weights: PredicateWeights, hidden: Weights, tree: Tree) -> Weights:
    """What is to be added to the network's log-odds that each word is a predicate: (words,).

    ``hidden`` (words, width) is what the network says of each word.
    """
    shown = np.hstack([hidden, weights.lemma[tree.lemmas]])
    inner = np.maximum(shown @ weights.inner.T + weights.inner_bias, 0)
    return np.asarray(inner @ weights.score + weights.score_bias + weights.place[places(tree)])
