"""Fits the correction of predicates to what the exported network says of the words of EWT train."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.reader.predicates import HIDDEN, LEMMA_WIDTH, PredicateWeights, places
from training.fitting import fit_scorer
from training.frozen import FrozenDocument
from training.layers import IGNORED
from training.recipe import ScorerFit


class PredicateScorer(nn.Module):
    """``kg.reader.predicates`` in torch."""

    def __init__(self, width: int, fit: ScorerFit) -> None:
        super().__init__()
        nothing = PredicateWeights.nothing(width)
        self.lemma = nn.Embedding(*nothing.lemma.shape)
        nn.init.normal_(self.lemma.weight, std=0.1)
        self.place = nn.Embedding(len(nothing.place), 1)
        nn.init.zeros_(self.place.weight)
        self.inner = nn.Linear(width + LEMMA_WIDTH, HIDDEN)
        self.score = nn.Linear(HIDDEN, 1)
        self.dropout, self.forget = nn.Dropout(fit.dropout), nn.Dropout1d(fit.forget)

    def forward(self, hidden: Tensor, lemmas: Tensor, placed: Tensor) -> Tensor:
        """What is added to the log-odds of words: (words, width) and classes, each (words,) → (words,)."""
        shown = torch.cat([hidden, self.forget(self.lemma(lemmas))], dim=1)
        added = self.score(self.dropout(functional.relu(self.inner(shown))))
        return (added + self.forget(self.place(placed)))[:, 0]

    def weights(self) -> PredicateWeights:
        """As the reader reads them."""
        arrays = {
            "inner": self.inner.weight,
            "inner_bias": self.inner.bias,
            "lemma": self.lemma.weight,
            "place": self.place.weight[:, 0],
            "score": self.score.weight[0],
            "score_bias": self.score.bias,
        }
        return PredicateWeights(**{name: each.detach().numpy() for name, each in arrays.items()})


def fitted_predicates(
    documents: Sequence[FrozenDocument], heads: Mapping[str, np.ndarray], fit: ScorerFit, seed: int
) -> PredicateWeights:
    """The correction of the least cross-entropy over all words of which is known if they are predicates.

    ``heads`` are those of the exported network, whose log-odds are corrected.
    """
    torch.manual_seed(seed)
    gold = np.concatenate([each.document.layers.predicates for each in documents])
    known = np.flatnonzero(gold != IGNORED)
    hidden = np.concatenate([each.hidden for each in documents])[known]
    scores = hidden @ heads["layers.predicates.weight"].T + heads["layers.predicates.bias"]
    odds, shown = torch.from_numpy(scores[:, 1] - scores[:, 0]), torch.from_numpy(hidden)
    lemmas = torch.from_numpy(np.concatenate([each.tree.lemmas for each in documents])[known]).long()
    placed = torch.from_numpy(np.concatenate([places(each.tree) for each in documents])[known]).long()
    wanted = torch.from_numpy(gold[known].astype(np.float32))
    scorer = PredicateScorer(hidden.shape[1], fit)

    def loss(chosen: Tensor) -> Tensor:
        added = scorer(shown[chosen], lemmas[chosen], placed[chosen])
        return functional.binary_cross_entropy_with_logits(odds[chosen] + added, wanted[chosen])

    fit_scorer(scorer, loss, np.arange(len(known)), fit, seed)
    return scorer.weights()
