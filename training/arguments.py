"""Fits the scorer of arguments to what the exported network says, on trees as the reader sees them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.reader.arguments import FEATURE_SIZES, HIDDEN, ArgumentWeights, Tree, markers, pairs
from kg.reader.layers import ARGUMENTS
from training.frozen import FrozenDocument
from training.recipe import ArgumentFit


@dataclass(frozen=True, slots=True)
class Example:
    """The pairs of one document."""

    hidden: Tensor
    """(words, width)."""
    markers: Tensor
    """(words,): word number of the marker of each, -1 where there is none."""
    predicates: Tensor
    """(pairs,), as the following."""
    words: Tensor
    roles: Tensor
    features: Tensor
    """(pairs, features)."""


class ArgumentScorer(nn.Module):
    """``kg.reader.arguments`` in torch."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.predicate = nn.Linear(width, HIDDEN)
        self.word = nn.Linear(width, HIDDEN, bias=False)
        self.marker = nn.Linear(width, HIDDEN, bias=False)
        self.tables = nn.ModuleDict(
            {name: nn.Embedding(size, HIDDEN) for name, size in FEATURE_SIZES.items()}
        )
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.05)
        self.score = nn.Linear(HIDDEN, len(ARGUMENTS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, example: Example) -> Tensor:
        """Scores of the roles: (pairs, roles)."""
        hidden = self.dropout(example.hidden)
        marked = hidden[example.markers.clamp(min=0)] * (example.markers >= 0)[:, None]
        theirs = self.word(hidden) + self.marker(marked)
        joint = self.predicate(hidden)[example.predicates] + theirs[example.words]
        for place, table in enumerate(self.tables.values()):
            joint = joint + table(example.features[:, place])
        return self.score(self.dropout(functional.relu(joint)))

    def weights(self) -> ArgumentWeights:
        """As the reader reads them."""
        tables = {name: table.weight for name, table in self.tables.items()}
        arrays = {
            "predicate": self.predicate.weight,
            "predicate_bias": self.predicate.bias,
            "word": self.word.weight,
            "marker": self.marker.weight,
            "score": self.score.weight,
            "score_bias": self.score.bias,
        }
        return ArgumentWeights(**{name: each.detach().numpy() for name, each in (arrays | tables).items()})


def fitted_arguments(documents: Iterable[FrozenDocument], fit: ArgumentFit, seed: int) -> ArgumentWeights:
    """The scorer of the least cross-entropy over all pairs of a gold predicate and a word of its sentence."""
    torch.manual_seed(seed)
    examples = [example(each) for each in documents if (each.document.layers.predicates == 1).any()]
    scorer = ArgumentScorer(examples[0].hidden.shape[1], fit.dropout)
    optimiser = torch.optim.AdamW(scorer.parameters(), lr=fit.rate, weight_decay=fit.weight_decay)
    total = fit.epochs * sum(1 for _ in _batches(examples, fit.pairs))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.0, 1 - step / total))
    chance = np.random.default_rng(seed)
    for epoch in range(fit.epochs):
        losses = []
        for batch in _batches([examples[place] for place in chance.permutation(len(examples))], fit.pairs):
            loss = functional.cross_entropy(scorer(batch), batch.roles)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"arguments, epoch {epoch + 1}: loss {np.mean(losses):.4f}", flush=True)
    return scorer.weights()


def example(frozen: FrozenDocument) -> Example:
    """All pairs of the predicates that are annotated."""
    read, layers = frozen.read, frozen.document.layers
    tree = Tree(frozen.sentences, read.heads, read.relations, read.entities)
    found = pairs(tree, np.flatnonzero(layers.predicates == 1).astype(np.int32))
    role_of = {(predicate, word): role for predicate, word, role in layers.arguments}
    places = zip(found.predicates.tolist(), found.words.tolist(), strict=True)
    return Example(
        hidden=torch.from_numpy(frozen.hidden),
        markers=torch.from_numpy(markers(tree)).long(),
        predicates=torch.from_numpy(found.predicates).long(),
        words=torch.from_numpy(found.words).long(),
        roles=torch.tensor([role_of.get(place, 0) for place in places]),
        features=torch.from_numpy(np.stack([found.features[name] for name in FEATURE_SIZES], axis=1)).long(),
    )


def _batches(examples: Sequence[Example], size: int) -> Iterator[Example]:
    """Documents together until they have so many pairs."""
    waiting: list[Example] = []
    for each in examples:
        waiting.append(each)
        if sum(len(one.words) for one in waiting) >= size:
            yield _joined(waiting)
            waiting = []
    if waiting:
        yield _joined(waiting)


def _joined(examples: Sequence[Example]) -> Example:
    """One document of several."""
    starts = np.cumsum([0, *(len(each.hidden) for each in examples)]).tolist()
    placed = list(zip(examples, starts, strict=False))
    return Example(
        hidden=torch.cat([each.hidden for each in examples]),
        markers=torch.cat(
            [torch.where(each.markers < 0, -1, each.markers + start) for each, start in placed]
        ),
        predicates=torch.cat([each.predicates + start for each, start in placed]),
        words=torch.cat([each.words + start for each, start in placed]),
        roles=torch.cat([each.roles for each in examples]),
        features=torch.cat([each.features for each in examples]),
    )
