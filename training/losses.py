"""Losses of the further layers."""

import torch
from torch import Tensor
from torch.nn import functional

from training.heads import LayerHeads
from training.layer_batches import OF_WORDS, Chain, LayerBatch
from training.layers import IGNORED

_FORBIDDEN = -1e4


def layer_losses(heads: LayerHeads, hidden: Tensor, batch: LayerBatch) -> dict[str, Tensor]:
    """Mean loss of each layer; ``hidden`` (windows, words, width). A layer without words has loss 0."""
    losses = {name: _class_loss(getattr(heads, name)(hidden), batch.of_words[name]) for name in OF_WORDS}
    losses["arcs"], losses["relations"] = _tree_losses(heads, hidden, batch)
    losses["arguments"] = _argument_loss(heads, hidden, batch)
    losses["antecedents"] = _antecedent_loss(heads, hidden, batch)
    losses["factuality"] = _factuality_loss(heads, hidden, batch)
    return losses


def _class_loss(scores: Tensor, gold: Tensor) -> Tensor:
    known = gold != IGNORED
    return functional.cross_entropy(scores[known], gold[known]) if known.any() else nothing(scores)


def nothing(scores: Tensor) -> Tensor:
    """A loss of nothing."""
    return scores.new_zeros(())


def _tree_losses(heads: LayerHeads, hidden: Tensor, batch: LayerBatch) -> tuple[Tensor, Tensor]:
    """Of the head of each word among the words of its sentence, and of the relation to the gold head."""
    row, word = torch.nonzero(batch.heads != IGNORED, as_tuple=True)
    if not len(row):
        return nothing(hidden), nothing(hidden)
    scores = heads.arcs.table(*heads.arcs.vectors(hidden))
    same = batch.sentences[:, :, None] == batch.sentences[:, None, :]
    arcs = scores.masked_fill(~same, _FORBIDDEN)[row, word]
    head = batch.heads[row, word]
    ours, theirs = heads.relations.vectors(hidden)
    relations = heads.relations.pairs(ours[row, word], theirs[row, head])
    return (
        functional.cross_entropy(arcs, head),
        functional.cross_entropy(relations, batch.relations[row, word]),
    )


def _argument_loss(heads: LayerHeads, hidden: Tensor, batch: LayerBatch) -> Tensor:
    if not len(batch.pairs):
        return nothing(hidden)
    row, predicate, word, role = batch.pairs.unbind(1)
    ours, theirs = heads.arguments.vectors(hidden)
    return functional.cross_entropy(heads.arguments.pairs(ours[row, predicate], theirs[row, word]), role)


def _antecedent_loss(heads: LayerHeads, hidden: Tensor, batch: LayerBatch) -> Tensor:
    """Marginal likelihood of all antecedents (Lee et al. 2017), per mention."""
    total, count = nothing(hidden), 0
    for row, chain in batch.chains:
        total = total + _chain_loss(heads, hidden[row], chain)
        count += len(chain.words)
    return total / max(count, 1)


def _chain_loss(heads: LayerHeads, hidden: Tensor, chain: Chain) -> Tensor:
    vectors = heads.antecedents.vector(hidden[torch.from_numpy(chain.words).long()])
    scores = heads.antecedents(
        vectors, torch.from_numpy(chain.distances).long(), torch.from_numpy(chain.same_form).long()
    )
    earlier = torch.ones_like(scores, dtype=torch.bool).tril(-1)
    scores = functional.pad(scores.masked_fill(~earlier, _FORBIDDEN), (1, 0))
    gold = functional.pad(torch.from_numpy(chain.together), (1, 0))
    gold[:, 0] = ~gold.any(1)
    right = scores.masked_fill(~gold, _FORBIDDEN)
    return (torch.logsumexp(scores, 1) - torch.logsumexp(right, 1)).sum()


def _factuality_loss(heads: LayerHeads, hidden: Tensor, batch: LayerBatch) -> Tensor:
    known = ~batch.factuality.isnan()
    if not known.any():
        return nothing(hidden)
    found = heads.factuality(hidden[known]).squeeze(1)
    return functional.smooth_l1_loss(found, batch.factuality[known])
