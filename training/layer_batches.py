"""Windows of documents with layers as tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
import torch
from torch import Tensor

from kg.reader.coreference import distance_classes
from kg.reader.features import Integers
from kg.reader.network import NetworkInputs, network_inputs
from kg.reader.tokenise import Tokeniser
from training.augment import Chances, Names, changed
from training.batches import padded
from training.layers import IGNORED, NO_CLUSTER, LayeredDocument, Layers

OF_WORDS = ("upos", "xpos", "entities", "mentions", "predicates")
"""Layers with one class a word."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one window: words of their heads and everything the antecedent scorer is told."""

    words: Integers
    distances: Integers
    same_form: Integers
    together: np.ndarray
    """Whether mention j is an earlier one of the same thing as mention i, shape (n, n)."""


@dataclass(frozen=True, slots=True)
class LayerExample:
    """One window."""

    inputs: NetworkInputs
    layers: Layers
    sentences: Integers
    chain: Chain


@dataclass(frozen=True, slots=True)
class LayerBatch:
    """Padded windows; what is unknown is ``IGNORED``."""

    pieces: Tensor
    features: Tensor
    mask: Tensor
    firsts: Tensor
    of_words: dict[str, Tensor]
    heads: Tensor
    relations: Tensor
    sentences: Tensor
    factuality: Tensor
    pairs: Tensor
    """(pairs, 4): window, predicate, word of the same sentence, role."""
    chains: tuple[tuple[int, Chain], ...]


class LayerWindowMaker:
    """Cuts documents between sentences into windows of at most ``size`` pieces."""

    def __init__(self, tokeniser: Tokeniser, size: int, names: Names, chances: Chances) -> None:
        self._tokeniser, self._size = tokeniser, size - 2
        self._names, self._chances = names, chances

    def examples(self, document: LayeredDocument, chance: random.Random) -> Iterator[LayerExample]:
        """The windows of one document, each changed on its own; overlong sentences are left out."""
        table = changed(document.table, self._names, self._chances, chance)
        whole = replace(document, table=table)
        counts = np.cumsum([0, *(len(each) for each in self._tokeniser.pieces(table.forms))])
        start = last = document.bounds[0]
        room = chance.randrange(self._size // 2, self._size)
        for bound in document.bounds[1:]:
            if counts[bound] - counts[start] > room:
                if start < last:
                    yield self._example(whole, start, last)
                    start, room = last, self._size
                if counts[bound] - counts[start] > self._size:
                    start = bound
            last = bound
        if start < last:
            yield self._example(whole, start, last)

    def _example(self, document: LayeredDocument, start: int, end: int) -> LayerExample:
        table, layers = document.table.part(start, end), part(document.layers, start, end)
        inputs = network_inputs(table, self._tokeniser.pieces(table.forms), slice(None), self._tokeniser)
        sentences = np.searchsorted(document.bounds, np.arange(start, end), side="right")
        return LayerExample(inputs, layers, sentences.astype(np.int32), _chain(table.forms, layers.clusters))


def part(layers: Layers, start: int, end: int) -> Layers:
    """The words from ``start`` to ``end`` counted from 0; both must be bounds of sentences."""
    sliced = {
        field.name: getattr(layers, field.name)[start:end]
        for field in fields(layers)
        if field.name != "arguments"
    }
    sliced["heads"] = np.where(sliced["heads"] == IGNORED, IGNORED, sliced["heads"] - start)
    arguments = tuple(
        (one - start, other - start, role)
        for one, other, role in layers.arguments
        if start <= one < end and start <= other < end
    )
    return Layers(**sliced, arguments=arguments)


def _chain(forms: Sequence[str], clusters: Integers) -> Chain:
    words = np.flatnonzero(clusters != NO_CLUSTER).astype(np.int32)
    numbers = clusters[words]
    places = np.arange(len(words), dtype=np.int32)
    folded = np.array([forms[word].casefold() for word in words], dtype=object)
    earlier = np.tri(len(words), k=-1, dtype=bool)
    return Chain(
        words=words,
        distances=distance_classes(places[:, None] - places[None, :]),
        same_form=np.asarray(folded[:, None] == folded[None, :], dtype=np.int32),
        together=(numbers[:, None] == numbers[None, :]) & earlier,
    )


def layer_batch(examples: Sequence[LayerExample], padding: int) -> LayerBatch:
    """Pad windows to one length."""

    def of(name: str, value: int = IGNORED) -> Tensor:
        return padded([getattr(example.layers, name) for example in examples], value)

    return LayerBatch(
        pieces=padded([example.inputs.pieces for example in examples], padding),
        features=padded([example.inputs.features for example in examples]),
        mask=padded([np.ones_like(example.inputs.pieces) for example in examples]),
        firsts=padded([example.inputs.firsts for example in examples]),
        of_words={name: of(name) for name in OF_WORDS},
        heads=of("heads"),
        relations=of("relations"),
        sentences=padded([example.sentences for example in examples], -1),
        factuality=torch.nn.utils.rnn.pad_sequence(
            [torch.from_numpy(np.array(example.layers.factuality)) for example in examples],
            batch_first=True,
            padding_value=float("nan"),
        ),
        pairs=torch.from_numpy(np.concatenate([_pairs(row, each) for row, each in enumerate(examples)])),
        chains=tuple((row, each.chain) for row, each in enumerate(examples) if len(each.chain.words)),
    )


def _pairs(row: int, example: LayerExample) -> np.ndarray:
    """Every predicate with every word of its sentence, and the role that the word heads."""
    predicates = np.flatnonzero(example.layers.predicates == 1)
    same = example.sentences[predicates][:, None] == example.sentences[None, :]
    which, words = np.nonzero(same)
    roles = np.zeros(same.shape, dtype=np.int64)
    place = {int(word): index for index, word in enumerate(predicates)}
    for predicate, word, role in example.layers.arguments:
        if predicate in place:
            roles[place[predicate], word] = role
    found = [np.full(len(words), row), predicates[which], words, roles[which, words]]
    return np.stack(found, axis=1).astype(np.int64)
