"""Fits the scorer of arguments to what the exported network says, on trees as the reader sees them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.reader.arguments import (
    FEATURE_SIZES,
    HIDDEN,
    LEMMA_WIDTH,
    ArgumentWeights,
    hanging,
    markers,
    pairs,
    shown_width,
)
from kg.reader.layers import ARGUMENTS
from kg.reader.lemmas import LEMMA_CLASSES
from training.fitting import fit_scorer
from training.frozen import FrozenDocument
from training.recipe import ScorerFit

_LOSS_ALONE = 0.3
"""Weight of the loss of a word's roles when nothing is known of the predicate's other words."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all documents, numbered through."""

    hidden: Tensor
    """(words, width)."""
    hanging: Tensor
    """(words, relations)."""
    lemmas: Tensor
    """(words,), as the following."""
    markers: Tensor
    """Word number of the marker of each, -1 where there is none."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Pairs of annotated predicates and words, each (pairs,) unless said; words are numbered through."""

    predicates: Tensor
    words: Tensor
    features: Tensor
    """(pairs, features)."""
    roles: Tensor

    def part(self, chosen: Tensor) -> "Examples":
        """Some of the pairs, given by number."""
        return Examples(
            self.predicates[chosen], self.words[chosen], self.features[chosen], self.roles[chosen]
        )


class ArgumentScorer(nn.Module):
    """``kg.reader.arguments`` in torch."""

    def __init__(self, words: Words, fit: ScorerFit) -> None:
        super().__init__()
        width = shown_width(words.hidden.shape[1])
        self._words, self._forgotten = words, fit.forget
        self.lemma = nn.Embedding(LEMMA_CLASSES, LEMMA_WIDTH)
        self.predicate = nn.Linear(width, HIDDEN)
        self.word = nn.Linear(width, HIDDEN, bias=False)
        self.marker = nn.Linear(width, HIDDEN, bias=False)
        self.tables = nn.ModuleDict(
            {name: nn.Embedding(size, HIDDEN) for name, size in FEATURE_SIZES.items()}
        )
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.05)
        nn.init.normal_(self.lemma.weight, std=0.1)
        self.score = nn.Linear(HIDDEN, len(ARGUMENTS))
        self.beside = nn.Linear(len(ARGUMENTS) - 1, len(ARGUMENTS), bias=False)
        nn.init.zeros_(self.beside.weight)
        self.dropout = nn.Dropout(fit.dropout)

    def forward(self, examples: Examples) -> tuple[Tensor, Tensor]:
        """Scores of the roles, each (pairs, roles): of words alone, and beside the other words."""
        predicates, of_predicate = torch.unique(examples.predicates, return_inverse=True)
        words, of_word = torch.unique(examples.words, return_inverse=True)
        marking = self._words.markers[words]
        marked = torch.nonzero(marking >= 0)[:, 0]
        theirs = self.word(self._shown(words))
        theirs = theirs.index_add(0, marked, self.marker(self._shown(marking[marked])))
        joint = self.predicate(self._shown(predicates))[of_predicate] + theirs[of_word]
        for place, table in enumerate(self.tables.values()):
            joint = joint + table(examples.features[:, place])
        alone = self.score(self.dropout(functional.relu(joint)))
        likely = functional.softmax(alone, dim=1)[:, 1:]
        sums = likely.new_zeros(len(predicates), likely.shape[1]).index_add(0, of_predicate, likely)
        return alone, alone + self.beside(sums[of_predicate] - likely)

    def _shown(self, words: Tensor) -> Tensor:
        """What is shown of words: (words, ``shown_width``); some lemmas are forgotten in training."""
        hidden, lemmas = self.dropout(self._words.hidden[words]), self.lemma(self._words.lemmas[words])
        if self.training:
            lemmas = lemmas * (torch.rand(len(words), 1) >= self._forgotten)
        return torch.cat([hidden, lemmas, self._words.hanging[words]], dim=1)

    def weights(self) -> ArgumentWeights:
        """As the reader reads them."""
        arrays = {
            "lemma": self.lemma.weight,
            "predicate": self.predicate.weight,
            "predicate_bias": self.predicate.bias,
            "word": self.word.weight,
            "marker": self.marker.weight,
            "score": self.score.weight,
            "score_bias": self.score.bias,
            "beside": self.beside.weight,
            **{name: table.weight for name, table in self.tables.items()},
        }
        return ArgumentWeights(**{name: each.detach().numpy() for name, each in arrays.items()})


def fitted_arguments(documents: Sequence[FrozenDocument], fit: ScorerFit, seed: int) -> ArgumentWeights:
    """The scorer of the least cross-entropy over all pairs of a gold predicate and a word near to it."""
    torch.manual_seed(seed)
    annotated = [each for each in documents if (each.document.layers.predicates == 1).any()]
    words, examples = _words(annotated), _examples(annotated)
    scorer = ArgumentScorer(words, fit)

    def loss(chosen: Tensor) -> Tensor:
        part = examples.part(chosen)
        alone, beside = (functional.cross_entropy(scores, part.roles) for scores in scorer(part))
        return beside + _LOSS_ALONE * alone

    fit_scorer(scorer, loss, _sentences(annotated)[examples.predicates.numpy()], fit, seed)
    return scorer.weights()


def _starts(documents: Sequence[FrozenDocument]) -> list[int]:
    """Number of the first word of each document."""
    return np.cumsum([0, *(len(each.sentences) for each in documents[:-1])]).tolist()


def _words(documents: Sequence[FrozenDocument]) -> Words:
    found = [markers(each.tree) for each in documents]
    placed = [
        np.where(each < 0, -1, each + start) for each, start in zip(found, _starts(documents), strict=True)
    ]
    return Words(
        hidden=torch.from_numpy(np.concatenate([each.hidden for each in documents])),
        hanging=torch.from_numpy(np.concatenate([hanging(each.tree) for each in documents])),
        lemmas=torch.from_numpy(np.concatenate([each.tree.lemmas for each in documents])).long(),
        markers=torch.from_numpy(np.concatenate(placed)).long(),
    )


def _sentences(documents: Sequence[FrozenDocument]) -> np.ndarray:
    """Number of the sentence of each word, counted through all documents."""
    starts = [np.diff(each.sentences, prepend=-1) != 0 for each in documents]
    return np.cumsum(np.concatenate(starts)) - 1


def _examples(documents: Sequence[FrozenDocument]) -> Examples:
    """All pairs of the predicates that are annotated."""
    parts = [_of_document(each, start) for each, start in zip(documents, _starts(documents), strict=True)]
    columns = ([getattr(part, each.name) for part in parts] for each in fields(Examples))
    return Examples(*map(torch.cat, columns))


def _of_document(frozen: FrozenDocument, start: int) -> Examples:
    layers = frozen.document.layers
    found = pairs(frozen.tree, np.flatnonzero(layers.predicates == 1).astype(np.int32))
    role_of = {(predicate, word): role for predicate, word, role in layers.arguments}
    places = zip(found.predicates.tolist(), found.words.tolist(), strict=True)
    return Examples(
        predicates=torch.from_numpy(found.predicates + start).long(),
        words=torch.from_numpy(found.words + start).long(),
        features=torch.from_numpy(np.stack([found.features[name] for name in FEATURE_SIZES], axis=1)).long(),
        roles=torch.tensor([role_of.get(place, 0) for place in places]),
    )
