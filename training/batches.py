"""Windows of labelled articles as tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from kg.reader.features import WordTable
from kg.reader.labels import Piece, Role, labels_of
from kg.reader.network import network_inputs
from kg.reader.pairs import pairs
from kg.reader.tokenise import Tokeniser
from training.augment import Chances, Names, changed, unquoted
from training.data import LabelledArticle

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Links:
    """Spans with candidates, as numbers of the window's spans; ``target`` 0 is none, ``UNKNOWN`` open."""

    ours: np.ndarray
    theirs: np.ndarray
    features: np.ndarray
    possible: np.ndarray
    target: np.ndarray


@dataclass(frozen=True, slots=True)
class Example:
    """One window: arrays over its pieces and its words."""

    pieces: np.ndarray
    features: np.ndarray
    firsts: np.ndarray
    labels: np.ndarray
    spans: tuple[Piece, ...]
    cue_links: Links
    source_links: Links


@dataclass(frozen=True, slots=True)
class LinkBatch:
    """As ``Links``, numbers into the spans of the batch."""

    ours: Tensor
    theirs: Tensor
    features: Tensor
    possible: Tensor
    target: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows; ``spans`` (spans, 3): window, first word, last word exclusive."""

    pieces: Tensor
    features: Tensor
    mask: Tensor
    firsts: Tensor
    labels: Tensor
    lengths: Tensor
    spans: Tensor
    cue_links: LinkBatch
    source_links: LinkBatch


class WindowMaker:
    """Cuts articles into windows of at most ``size`` pieces at places that change from epoch to epoch."""

    def __init__(
        self, tokeniser: Tokeniser, size: int, names: Names, chances: Chances, forget: float
    ) -> None:
        self._tokeniser = tokeniser
        self._size = size - 2
        self._names = names
        self._chances = chances
        self._forget = forget

    def examples(self, article: LabelledArticle, chance: random.Random) -> Iterator[Example]:
        """The windows of one article, each changed on its own."""
        if chance.random() < self._chances.no_quotes:
            article = unquoted(article)
        counts = [len(each) for each in self._tokeniser.pieces(article.table.forms)]
        bounds = np.cumsum(counts)
        cut = chance.randrange(self._size // 3, self._size)
        start = 0
        while start < len(counts):
            end = max(
                start + 1,
                int(np.searchsorted(bounds, (bounds[start - 1] if start else 0) + cut, side="right")),
            )
            if end - start > 8:
                yield self._example(article, start, end, chance)
            start, cut = end, self._size

    def _example(self, article: LabelledArticle, start: int, end: int, chance: random.Random) -> Example:
        table = changed(article.table.part(start, end), self._names, self._chances, chance)
        pieces = self._tokeniser.pieces(table.forms)
        fitting = int(np.searchsorted(np.cumsum([len(each) for each in pieces]), self._size, side="right"))
        table, pieces, end = table.part(0, fitting), pieces[:fitting], start + fitting
        labels = labels_of(article.pieces, len(article.table))[start:end]
        seen = [
            index for index, piece in enumerate(article.pieces) if start <= piece.start and piece.end <= end
        ]
        kept = [index for index in seen if self._is_kept(article.pieces[index], chance)]
        spans = tuple(article.pieces[index].moved(-start) for index in kept)
        scene = _Scene(table, spans, kept, frozenset(seen))
        inputs = network_inputs(table, pieces, slice(None), self._tokeniser)
        return Example(
            pieces=inputs.pieces,
            features=inputs.features,
            firsts=inputs.firsts.astype(np.int64),
            labels=labels,
            spans=spans,
            cue_links=scene.links(article.cue_of, (Role.CONTENT, Role.CUE)),
            source_links=scene.links(article.source_of, (Role.CUE, Role.SOURCE)),
        )

    def _is_kept(self, piece: Piece, chance: random.Random) -> bool:
        return piece.role == Role.CONTENT or chance.random() >= self._forget


@dataclass(frozen=True, slots=True)
class _Scene:
    """The spans of one window, and the article's numbers of those that are kept and of all in it."""

    table: WordTable
    spans: tuple[Piece, ...]
    kept: Sequence[int]
    seen: frozenset[int]

    def links(self, gold: dict[int, int], roles: tuple[Role, Role]) -> Links:
        """The spans of the first role with their candidates of the second."""
        ours, theirs = (
            [place for place, span in enumerate(self.spans) if span.role == role] for role in roles
        )
        of_ours, of_theirs = ([self.spans[place] for place in places] for places in (ours, theirs))
        found = pairs(self.table, of_ours, of_theirs, self.spans)
        numbers = np.array(theirs or [0], dtype=np.int64)[found.candidates]
        target = [
            self._target(gold.get(self.kept[place]), numbers[row], found.possible[row])
            for row, place in enumerate(ours)
        ]
        return Links(
            ours=np.array(ours, dtype=np.int64),
            theirs=numbers,
            features=found.features,
            possible=found.possible,
            target=np.array(target, dtype=np.int64),
        )

    def _target(self, wanted: int | None, candidates: np.ndarray, possible: np.ndarray) -> int:
        if wanted is None:
            return 0
        if wanted not in self.seen:
            return UNKNOWN
        hits = [k for k in np.flatnonzero(possible) if self.kept[candidates[k]] == wanted]
        return 1 + int(hits[0]) if hits else 0


def batch_of(examples: Sequence[Example], padding: int) -> Batch:
    """Pad windows to one length."""
    offsets = np.cumsum([0, *(len(example.spans) for example in examples)])
    spans = [(row, span.start, span.end) for row, example in enumerate(examples) for span in example.spans]
    return Batch(
        pieces=padded([example.pieces for example in examples], padding),
        features=padded([example.features for example in examples]),
        mask=padded([np.ones_like(example.pieces) for example in examples]),
        firsts=padded([example.firsts for example in examples]),
        labels=padded([example.labels.astype(np.int64) for example in examples]),
        lengths=torch.tensor([len(example.labels) for example in examples]),
        spans=torch.tensor(spans, dtype=torch.int64).reshape(-1, 3),
        cue_links=_link_batch([example.cue_links for example in examples], offsets),
        source_links=_link_batch([example.source_links for example in examples], offsets),
    )


def padded(arrays: Sequence[np.ndarray], value: int = 0) -> Tensor:
    """Arrays of different lengths as one tensor of integers."""
    shape = (len(arrays), max(len(array) for array in arrays), *arrays[0].shape[1:])
    whole = np.full(shape, value, dtype=np.int64)
    for row, array in enumerate(arrays):
        whole[row, : len(array)] = array
    return torch.from_numpy(whole)


def _link_batch(links: Sequence[Links], offsets: np.ndarray) -> LinkBatch:
    def joined(name: str) -> Tensor:
        return torch.from_numpy(np.concatenate([getattr(each, name) for each in links]))

    def shifted(name: str) -> Tensor:
        return torch.from_numpy(
            np.concatenate(
                [getattr(each, name) + offset for each, offset in zip(links, offsets, strict=False)]
            )
        )

    return LinkBatch(
        ours=shifted("ours"),
        theirs=shifted("theirs"),
        features=joined("features").long(),
        possible=joined("possible"),
        target=joined("target"),
    )
