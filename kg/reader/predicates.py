"""Which words are predicates: what the network says, corrected by the lemma and the place in the tree."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from kg.reader.arguments import Tree, Weights
from kg.reader.features import Integers
from kg.reader.layers import RELATIONS, XPOS
from kg.reader.lemmas import LEMMA_CLASSES

HIDDEN = 64
FEATURE_SIZES: Mapping[str, int] = {
    "lemma": LEMMA_CLASSES,
    "use": 2 * LEMMA_CLASSES,
    "place": len(XPOS) * len(RELATIONS),
}
"""Features of a word, and how many classes each has."""
_SPREAD = 53
"""Sets the tags of one lemma side by side in a table that several lemmas share (feature hashing)."""


def features(tree: Tree) -> Mapping[str, Integers]:
    """Classes of each word, named as in ``FEATURE_SIZES``: lemma, lemma with tag, tag with relation."""
    return {
        "lemma": tree.lemmas,
        "use": (tree.lemmas * _SPREAD + tree.tags) % FEATURE_SIZES["use"],
        "place": tree.tags * len(RELATIONS) + tree.relations,
    }


@dataclass(frozen=True, slots=True)
class PredicateWeights:
    """As in ``training.predicates``."""

    inner: Weights
    """(``HIDDEN``, width)."""
    inner_bias: Weights
    score: Weights
    """(``HIDDEN``,)."""
    score_bias: Weights
    """(1,)."""
    lemma: Weights
    """(classes,), as the following."""
    use: Weights
    place: Weights

    @classmethod
    def of(cls, arrays: Mapping[str, Weights]) -> "PredicateWeights":
        """From arrays named as in ``heads.npz``, where they have half the precision."""
        return cls(
            **{each.name: arrays[f"layers.correction.{each.name}"].astype(np.float32) for each in fields(cls)}
        )

    @classmethod
    def nothing(cls, width: int) -> "PredicateWeights":
        """A correction that changes nothing."""
        shapes = {"inner": (HIDDEN, width), "inner_bias": (HIDDEN,), "score": (HIDDEN,), "score_bias": (1,)}
        shapes |= {name: (size,) for name, size in FEATURE_SIZES.items()}
        return cls(**{name: np.zeros(shape, dtype=np.float32) for name, shape in shapes.items()})


def correction(weights: PredicateWeights, hidden: Weights, tree: Tree) -> Weights:
    """What is to be added to the network's log-odds that each word is a predicate: (words,).

    ``hidden`` (words, width) is what the network says of each word.
    """
    inner = np.maximum(hidden @ weights.inner.T + weights.inner_bias, 0)
    added = inner @ weights.score + weights.score_bias
    for name, classes in features(tree).items():
        added += getattr(weights, name)[classes]
    return np.asarray(added)
