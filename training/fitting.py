"""How a scorer is fitted to examples: steps of AdamW, the rate rising at first, then falling to zero.

What is kept is an average of the weights from step to step.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor, nn

from training.recipe import ScorerFit

_WARM_UP_STEPS = 50


def fit_scorer(
    scorer: nn.Module, loss: Callable[[Tensor], Tensor], groups: np.ndarray, fit: ScorerFit, seed: int
) -> None:
    """Lower the loss of examples, which ``loss`` is given by number; leaves the scorer ready to use.

    ``groups`` (examples,): what has the same number is seen together, but where a step ends between; that
    saves work that is shared.
    """
    optimiser = torch.optim.AdamW(scorer.parameters(), lr=fit.rate, weight_decay=fit.weight_decay)
    averages = [each.detach().clone() for each in scorer.parameters()]
    batches = math.ceil(len(groups) / fit.examples)
    total, chance = fit.epochs * batches, np.random.default_rng(seed)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, total))
    for epoch in range(fit.epochs):
        losses = []
        order = np.argsort(chance.permutation(int(groups.max()) + 1)[groups], kind="stable")
        for batch in np.array_split(order, batches):
            value = loss(torch.from_numpy(batch))
            optimiser.zero_grad()
            value.backward()
            optimiser.step()
            schedule.step()
            _follow(averages, scorer, fit.average)
            losses.append(value.item())
        print(f"{type(scorer).__name__}, epoch {epoch + 1}: loss {np.mean(losses):.4f}", flush=True)
    with torch.no_grad():
        for weight, average in zip(scorer.parameters(), averages, strict=True):
            weight.copy_(average)
    scorer.eval()


def _follow(averages: Sequence[Tensor], scorer: nn.Module, keep: float) -> None:
    """Move the averages towards the weights."""
    with torch.no_grad():
        for average, weight in zip(averages, scorer.parameters(), strict=True):
            average.lerp_(weight, 1 - keep)


def _rate(step: int, total: int) -> float:
    """Share of the highest rate: up in a line, down in half a cosine."""
    return min(1.0, (step + 1) / _WARM_UP_STEPS) * 0.5 * (1 + math.cos(math.pi * step / total))
