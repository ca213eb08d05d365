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
    hanging,
    markers,
    pairs,
)
from kg.reader.layers import ARGUMENTS, ENTITY_LABELS, RELATIONS, XPOS
from kg.reader.lemmas import lemma_class

WIDTH = 3
TEXT = "the mayor who wants to see the bridge in Lund left it rains"
WORDS = TEXT.split()
HEADS = [1, 10, 3, 1, 5, 3, 7, 5, 9, 7, 10, 12, 12]
RELATION_NAMES = "det nsubj nsubj acl:relcl mark xcomp det obj case nmod root expl root"
TAGS = "DT NN WP VBZ TO VB DT NN IN NNP VBD PRP VBZ"
TREE = Tree.of(
    WORDS,
    sentences=np.array([0] * 11 + [1] * 2, dtype=np.int32),
    heads=np.array(HEADS, dtype=np.int32),
    relations=np.array([RELATIONS.index(name) for name in RELATION_NAMES.split()], dtype=np.int32),
    tags=np.array([XPOS.index(tag) for tag in TAGS.split()], dtype=np.int32),
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
        ("left", Kinship.GREAT_UNCLE),
    ],
)
def test_the_tree_leads_from_a_predicate_to_a_word(word: str, kinship: Kinship) -> None:
    found = pairs(TREE, SEE)

    number = WORDS.index(word)
    pair = found.words.tolist().index(number)
    relations = TREE.relations[[number, 5, TREE.heads[number]]].tolist()
    names = ("word_relation", "predicate_relation", "head_relation")
    classes = [int(found.features[name][pair]) for name in names]
    assert classes == [kinship * len(RELATIONS) + relation for relation in relations]


def test_words_of_grammar_and_of_other_sentences_are_no_partners() -> None:
    found = pairs(TREE, SEE)

    assert [WORDS[word] for word in found.words] == ["mayor", "who", "wants", "see", "bridge", "Lund", "left"]
    assert set(found.predicates.tolist()) == {5}


def test_a_child_of_a_sibling_is_a_nephew() -> None:
    tree = replace(
        TREE, heads=np.array([0, 0, 0, 2, 3], dtype=np.int32), sentences=np.zeros(5, dtype=np.int32)
    )
    subjects = np.full(5, RELATIONS.index("nsubj"), dtype=np.int32)
    tree = replace(tree, relations=subjects, entities=TREE.entities[:5], tags=TREE.tags[:5])

    found = pairs(tree, np.array([1], dtype=np.int32)).features["word_relation"] // len(RELATIONS)

    assert [Kinship(each) for each in found] == [
        Kinship.PARENT,
        Kinship.SELF,
        Kinship.SIBLING,
        Kinship.NEPHEW,
    ], "the last word, a grandchild of the sibling, is far"


@pytest.mark.parametrize(
    ("heads", "kinship"),
    [
        ([0, 0, 1, 2, 0], Kinship.GREAT_UNCLE),
        ([0, 0, 1, 0, 3], Kinship.COUSIN),
        ([0, 0, 1, 2, 3], Kinship.GREAT_GRANDCHILD),
    ],
)
def test_the_last_word_is_distant_kin(heads: list[int], kinship: Kinship) -> None:
    predicate = 1 if kinship is Kinship.GREAT_GRANDCHILD else 3 if kinship is Kinship.GREAT_UNCLE else 2
    same = np.zeros(5, dtype=np.int32)
    subjects = np.full(5, RELATIONS.index("nsubj"), dtype=np.int32)
    tree = Tree(same, np.array(heads, dtype=np.int32), subjects, same, same, same)

    found = pairs(tree, np.array([predicate], dtype=np.int32))

    assert found.words[-1] == 4
    assert found.features["word_relation"][-1] // len(RELATIONS) == kinship


def test_the_side_and_the_name_count() -> None:
    tree = replace(TREE, entities=np.array([ENTITY_LABELS.index("B-Location")] * 13, dtype=np.int32))
    features = pairs(tree, SEE).features

    before, *_, after = (int(each) % 2 for each in features["distance"])
    assert (before, after) == (0, 1)
    assert set(features["entity"].tolist()) == {ENTITY_LABELS.index("B-Location")}


def test_markers_are_those_of_case_and_clause() -> None:
    marked = {WORDS[word]: WORDS[marker] for word, marker in enumerate(markers(TREE).tolist()) if marker >= 0}

    assert marked == {"see": "to", "Lund": "in"}


def test_what_hangs_on_a_word_is_shown_by_its_relation() -> None:
    assert {RELATIONS[each] for each in np.flatnonzero(hanging(TREE)[WORDS.index("see")])} == {"mark", "obj"}
    assert hanging(TREE).sum(axis=1).tolist() == [0, 2, 0, 2, 0, 2, 0, 2, 0, 1, 1, 0, 1]


def test_lemmas_of_all_forms_are_one() -> None:
    tags = dict.fromkeys(("sees", "saw"), "VBD") | {"sees": "VBZ"}
    assert {lemma_class(form, tag) for form, tag in tags.items()} == {int(TREE.lemmas[5])}


def test_a_scorer_of_nothing_finds_nothing() -> None:
    hidden = np.ones((13, WIDTH), dtype=np.float32)

    assert arguments(ArgumentWeights.nothing(WIDTH), hidden, TREE, SEE).shape == (0, 3)


def test_without_predicates_there_are_no_arguments() -> None:
    hidden = np.ones((13, WIDTH), dtype=np.float32)
    nobody = np.zeros(0, dtype=np.int32)

    assert arguments(ArgumentWeights.nothing(WIDTH), hidden, TREE, nobody).tolist() == []


def test_roles_follow_word_marker_lemma_and_tree() -> None:
    """A scorer by hand: the object is ARG1, what a marker that the network shows as 1 marks is a LOC.

    The lemma "want" is a MOD.
    """
    weights = ArgumentWeights.nothing(WIDTH)
    weights.word_relation[Kinship.CHILD * len(RELATIONS) + RELATIONS.index("obj"), 0] = 1
    weights.marker[1, 2] = 1
    weights.lemma[lemma_class("want", "VB"), 0] = 1
    weights.word[2, WIDTH] = 1
    weights.score[ARGUMENTS.index("MOD"), 2] = 1
    weights.score[ARGUMENTS.index("ARG1"), 0] = 1
    weights.score[ARGUMENTS.index("LOC"), 1] = 1
    hidden = np.zeros((13, WIDTH), dtype=np.float32)
    hidden[WORDS.index("in"), 2] = 1

    found = arguments(weights, hidden, TREE, SEE)

    assert [(WORDS[word], ARGUMENTS[role]) for _, word, role in found.tolist()] == [
        ("wants", "MOD"),
        ("bridge", "ARG1"),
        ("Lund", "LOC"),
    ]
    assert weights.score.shape == (len(ARGUMENTS), HIDDEN)


def test_roles_heed_the_other_words_of_the_predicate() -> None:
    """A scorer by hand that likes two words as ARG1, and thinks that one is enough."""
    weights = ArgumentWeights.nothing(WIDTH)
    first, none = ARGUMENTS.index("ARG1"), ARGUMENTS.index("none")
    for relation, likes in (("obj", 9.0), ("nmod", 2.0)):
        kinship = Kinship.CHILD if relation == "obj" else Kinship.GRANDCHILD
        weights.word_relation[kinship * len(RELATIONS) + RELATIONS.index(relation), 0] = likes
    weights.score[first, 0] = 1
    weights.score_bias[none] = 1
    hidden = np.zeros((13, WIDTH), dtype=np.float32)

    both = arguments(weights, hidden, TREE, SEE)
    weights.beside[first, first - 1] = -4
    one = arguments(weights, hidden, TREE, SEE)

    assert [WORDS[word] for word in both[:, 1]] == ["bridge", "Lund"]
    assert [WORDS[word] for word in one[:, 1]] == ["bridge"]
