"""Pairs of predicates and words, and what a scorer makes of them."""

from dataclasses import replace

import numpy as np
import pytest

from kg.reader.arguments import (
    HIDDEN,
    ArgumentWeights,
    Kinship,
    Tree,
    arguments,
    markers,
    pairs,
)
from kg.reader.layers import ARGUMENTS, ENTITY_LABELS, RELATIONS

WIDTH = 3
TEXT = "the mayor who wants to see the bridge in Lund left it rains"
WORDS = TEXT.split()
HEADS = [1, 10, 3, 1, 5, 3, 7, 5, 9, 7, 10, 12, 12]
RELATION_NAMES = "det nsubj nsubj acl:relcl mark xcomp det obj case nmod root expl root"
TREE = Tree(
    sentences=np.array([0] * 11 + [1] * 2, dtype=np.int32),
    heads=np.array(HEADS, dtype=np.int32),
    relations=np.array([RELATIONS.index(name) for name in RELATION_NAMES.split()], dtype=np.int32),
    entities=np.zeros(13, dtype=np.int32),
)
SEE = np.array([5], dtype=np.int32)


@pytest.mark.parametrize(
    ("word", "kinship"),
    [
        ("see", Kinship.SELF),
        ("bridge", Kinship.CHILD),
        ("wants", Kinship.PARENT),
        ("who", Kinship.SIBLING),
        ("Lund", Kinship.GRANDCHILD),
        ("mayor", Kinship.GRANDPARENT),
        ("the", Kinship.UNCLE),
        ("in", Kinship.FAR),
        ("left", Kinship.FAR),
    ],
)
def test_the_tree_leads_from_a_predicate_to_a_word(word: str, kinship: Kinship) -> None:
    found = pairs(TREE, SEE)

    assert found.words.tolist() == list(range(11)), "the words of the next sentence are no partners"
    number = WORDS.index(word)
    relation = TREE.relations[number]
    assert found.features["word_relation"][number] == kinship * len(RELATIONS) + relation
    assert found.features["predicate_relation"][number] == kinship * len(RELATIONS) + TREE.relations[5]


def test_a_child_of_a_sibling_is_a_nephew() -> None:
    tree = replace(
        TREE, heads=np.array([0, 0, 0, 2, 3], dtype=np.int32), sentences=np.zeros(5, dtype=np.int32)
    )
    tree = replace(tree, relations=TREE.relations[:5], entities=TREE.entities[:5])

    found = pairs(tree, np.array([1], dtype=np.int32)).features["word_relation"] // len(RELATIONS)

    assert [Kinship(each) for each in found] == [
        Kinship.PARENT,
        Kinship.SELF,
        Kinship.SIBLING,
        Kinship.NEPHEW,
        Kinship.FAR,
    ]


def test_the_side_and_the_name_count() -> None:
    tree = replace(TREE, entities=np.array([ENTITY_LABELS.index("B-Location")] * 13, dtype=np.int32))
    features = pairs(tree, SEE).features

    assert len({int(features["distance"][word]) % 2 for word in (3, 7)}) == 2, "before and after"
    assert set(features["entity"].tolist()) == {ENTITY_LABELS.index("B-Location")}


def test_markers_are_those_of_case_and_clause() -> None:
    marked = {WORDS[word]: WORDS[marker] for word, marker in enumerate(markers(TREE).tolist()) if marker >= 0}

    assert marked == {"see": "to", "Lund": "in"}


def test_a_scorer_of_nothing_finds_nothing() -> None:
    hidden = np.ones((13, WIDTH), dtype=np.float32)

    assert arguments(ArgumentWeights.nothing(WIDTH), hidden, TREE, SEE).shape == (0, 3)


def test_without_predicates_there_are_no_arguments() -> None:
    hidden = np.ones((13, WIDTH), dtype=np.float32)
    nobody = np.zeros(0, dtype=np.int32)

    assert arguments(ArgumentWeights.nothing(WIDTH), hidden, TREE, nobody).tolist() == []


def test_roles_follow_word_marker_and_tree() -> None:
    """A scorer by hand: the object is ARG1, what a marker that the network shows as 1 marks is a LOC."""
    weights = ArgumentWeights.nothing(WIDTH)
    weights.word_relation[Kinship.CHILD * len(RELATIONS) + RELATIONS.index("obj"), 0] = 1
    weights.marker[1, 2] = 1
    weights.score[ARGUMENTS.index("ARG1"), 0] = 1
    weights.score[ARGUMENTS.index("LOC"), 1] = 1
    hidden = np.zeros((13, WIDTH), dtype=np.float32)
    hidden[WORDS.index("in"), 2] = 1

    found = arguments(weights, hidden, TREE, SEE)

    assert [(WORDS[word], ARGUMENTS[role]) for _, word, role in found.tolist()] == [
        ("bridge", "ARG1"),
        ("Lund", "LOC"),
    ]
    assert weights.score.shape == (len(ARGUMENTS), HIDDEN)
