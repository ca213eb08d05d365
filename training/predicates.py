"""Fits the correction of predicates to what the exported network says of the words of EWT train."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.reader.predicates import FEATURE_SIZES, HIDDEN, PredicateWeights, features
from training.fitting import fit_scorer
from training.frozen import FrozenDocument
from training.layers import IGNORED
from training.recipe import ScorerFit


class PredicateScorer(nn.Module):
    """``kg.reader.predicates`` in torch."""

    def __init__(self, width: int, fit: ScorerFit) -> None:
        super().__init__()
        self.inner = nn.Linear(width, HIDDEN)
        self.score = nn.Linear(HIDDEN, 1)
        self.tables = nn.ModuleDict({name: nn.Embedding(size, 1) for name, size in FEATURE_SIZES.items()})
        for table in self.tables.values():
            nn.init.zeros_(table.weight)
        self.dropout, self.forget = nn.Dropout(fit.dropout), nn.Dropout(fit.forget)

    def forward(self, hidden: Tensor, classes: Mapping[str, Tensor]) -> Tensor:
        """What is added to the log-odds of words: (words, width) and classes (words,) → (words,)."""
        added = self.score(self.dropout(functional.relu(self.inner(hidden))))[:, 0]
        for name, table in self.tables.items():
            added = added + self.forget(table(classes[name]))[:, 0]
        return added

    def weights(self) -> PredicateWeights:
        """As the reader reads them."""
        arrays = {
            "inner": self.inner.weight,
            "inner_bias": self.inner.bias,
            "score": self.score.weight[0],
            "score_bias": self.score.bias,
            **{name: table.weight[:, 0] for name, table in self.tables.items()},
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
    classes = [features(each.tree) for each in documents]
    of_words = {
        name: torch.from_numpy(np.concatenate([each[name] for each in classes])[known]).long()
        for name in FEATURE_SIZES
    }
    wanted = torch.from_numpy(gold[known].astype(np.float32))
    scorer = PredicateScorer(hidden.shape[1], fit)

    def loss(chosen: Tensor) -> Tensor:
        added = scorer(shown[chosen], {name: each[chosen] for name, each in of_words.items()})
        return functional.binary_cross_entropy_with_logits(odds[chosen] + added, wanted[chosen])

    fit_scorer(scorer, loss, np.arange(len(known)), fit, seed)
    return scorer.weights()
