"""What steps leave of a scorer's weights."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs torch, the package does not")

import torch

from training.fitting import fit_scorer
from training.recipe import ScorerFit


def fitted(average: float) -> tuple[float, list[float]]:
    """What is left of a scorer of one weight that begins at 0 and is pulled to 1, and its path from there."""
    torch.manual_seed(1)
    scorer, path = torch.nn.Linear(1, 1, bias=False), list[float]()
    torch.nn.init.zeros_(scorer.weight)

    def loss(_: torch.Tensor) -> torch.Tensor:
        path.append(scorer.weight.item())
        return ((scorer.weight - 1) ** 2).sum()

    fit = ScorerFit(
        epochs=3, examples=2, rate=0.1, weight_decay=0.0, dropout=0.0, forget=0.0, average=average
    )
    fit_scorer(scorer, loss, np.arange(8), fit, seed=1)
    return scorer.weight.item(), path


def test_the_average_stays_behind_the_weights() -> None:
    last, path = fitted(average=0.0)
    kept, same = fitted(average=0.5)

    expected = 0.0
    for weight in [*path[1:], last]:
        expected = 0.5 * expected + 0.5 * weight
    assert path == same, "what is learned does not depend on what is kept"
    assert 0 < kept < last
    assert kept == pytest.approx(expected, rel=1e-5)
