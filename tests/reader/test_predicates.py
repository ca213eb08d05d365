"""What lemma and place in the tree add to the network's word on predicates."""

import numpy as np
import pytest

from kg.reader.arguments import Tree
from kg.reader.layers import RELATIONS, XPOS
from kg.reader.lemmas import LEMMA_CLASSES, lemma_class
from kg.reader.predicates import HIDDEN, PredicateWeights, correction, places

TREE = Tree.of(
    ["They", "kept", "running"],
    sentences=np.zeros(3, dtype=np.int32),
    heads=np.array([1, 1, 1], dtype=np.int32),
    relations=np.array([RELATIONS.index(name) for name in ("nsubj", "root", "xcomp")], dtype=np.int32),
    tags=np.array([XPOS.index(tag) for tag in ("PRP", "VBD", "VBG")], dtype=np.int32),
    entities=np.zeros(3, dtype=np.int32),
)
HIDDEN_OF_WORDS = np.array([[1, 0], [2, 0], [-3, 0]], dtype=np.float32)


def test_places_are_tags_with_relations() -> None:
    found = places(TREE)

    assert found.max() < len(PredicateWeights.nothing(2).place)
    named = [(XPOS[each // len(RELATIONS)], RELATIONS[each % len(RELATIONS)]) for each in found.tolist()]
    assert named == [("PRP", "nsubj"), ("VBD", "root"), ("VBG", "xcomp")]


def test_nothing_is_corrected_by_a_scorer_of_nothing() -> None:
    assert correction(PredicateWeights.nothing(2), HIDDEN_OF_WORDS, TREE).tolist() == [0, 0, 0]


def test_what_the_network_says_and_place_add_up() -> None:
    weights = PredicateWeights.nothing(2)
    weights.inner[HIDDEN - 1, 0] = 1
    weights.score[HIDDEN - 1] = 10
    weights.place[XPOS.index("VBG") * len(RELATIONS) + RELATIONS.index("xcomp")] = 0.25
    weights.score_bias[0] = -1

    assert correction(weights, HIDDEN_OF_WORDS, TREE).tolist() == pytest.approx([9, 19, -0.75])


def test_what_the_network_says_counts_for_some_lemmas_alone() -> None:
    """A correction by hand that heeds the network's first number where the lemma is "keep"."""
    weights = PredicateWeights.nothing(2)
    weights.lemma[lemma_class("keep", "VB"), 3] = 1
    weights.inner[0, [0, 2 + 3]] = [1, 5]
    weights.inner_bias[0] = -5
    weights.score[0] = 1

    assert correction(weights, HIDDEN_OF_WORDS, TREE).tolist() == pytest.approx([0, 2, 0])


def test_lemma_classes_are_the_same_everywhere() -> None:
    assert lemma_class("Running", "VBG") == lemma_class("ran", "VBD") == 1216
    assert 0 <= lemma_class("", "") < LEMMA_CLASSES
