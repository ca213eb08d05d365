"""Scorers that are fitted in torch find, as the reader reads them, what they were shown."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs torch, the package does not")

from kg.reader.arguments import arguments
from kg.reader.layers import ARGUMENTS, RELATIONS, XPOS
from kg.reader.predicates import correction
from kg.reader.word_layers import WordLayers
from training.arguments import fitted_arguments
from training.frozen import FrozenDocument
from training.layers import DocumentBuilder
from training.predicates import fitted_predicates
from training.recipe import ScorerFit

WIDTH = 4
FIT = ScorerFit(epochs=60, examples=6, rate=0.01, weight_decay=0.0, dropout=0.0, forget=0.0, average=0.5)
GOLD = ((1, 0, ARGUMENTS.index("ARG0")), (1, 3, ARGUMENTS.index("ARG1")), (1, 4, ARGUMENTS.index("TMP")))


def frozen() -> FrozenDocument:
    """ "Ilse painted the boat yesterday", of which the network says nothing."""
    builder = DocumentBuilder()
    builder.add(["Ilse", "painted", "the", "boat", "yesterday"], [True] * 5, new_paragraph=False)
    known = np.array([0, 1, 0, 0, 0], dtype=np.int32)
    document = builder.finish().document(predicates=known, arguments=GOLD)
    read = replace(
        WordLayers.empty(5, WIDTH),
        heads=np.array([1, 1, 3, 1, 1], dtype=np.int32),
        relations=numbers("nsubj root det obj advmod", RELATIONS),
        xpos=numbers("NNP VBD DT NN NN", XPOS),
    )
    return FrozenDocument(document, read, np.zeros(5, dtype=np.int32))


def numbers(names: str, inventory: tuple[str, ...]) -> np.ndarray:
    return np.array([inventory.index(name) for name in names.split()], dtype=np.int32)


def test_arguments_that_were_shown_are_found() -> None:
    seen = frozen()

    weights = fitted_arguments([seen], FIT, seed=1)

    found = arguments(weights, seen.hidden, seen.tree, np.array([1], dtype=np.int32))
    assert tuple(map(tuple, found.tolist())) == GOLD


def test_predicates_are_corrected_against_what_the_network_says() -> None:
    seen = frozen()
    heads = {
        "layers.predicates.weight": np.zeros((2, WIDTH), dtype=np.float32),
        "layers.predicates.bias": np.array([0, 1], dtype=np.float32),
    }

    weights = fitted_predicates([seen], heads, replace(FIT, rate=0.1), seed=1)

    odds = 1 + correction(weights, seen.hidden, seen.tree)
    assert (odds > 0).tolist() == [False, True, False, False, False]
