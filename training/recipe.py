"""The recipe as a record."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.augment import Chances

RECIPE = Path(__file__).with_name("recipe.toml")


@dataclass(frozen=True, slots=True)
class Windows:
    """How articles are cut."""

    pieces: int
    batch: int
    forget: float


@dataclass(frozen=True, slots=True)
class Optimiser:
    """How fast and how long is learned."""

    encoder_rate: float
    head_rate: float
    weight_decay: float
    warm_up_steps: int
    epochs: int
    clip: float
    average: float
    layer_rate: float


@dataclass(frozen=True, slots=True)
class LayerShare:
    """How much of the treebanks is read."""

    pieces: int
    passes: dict[str, float]


@dataclass(frozen=True, slots=True)
class ScorerFit:
    """How a scorer is fitted to the exported network."""

    epochs: int
    examples: int
    """In each step."""
    rate: float
    weight_decay: float
    dropout: float
    forget: float
    """Share of the lemmas that are not shown."""
    average: float
    """Share of the averaged weights that stays from step to step; 0: the last weights alone."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides the weights besides the data."""

    seed: int
    polnear: str
    names: str
    encoder_sha256: str
    windows: Windows
    chances: Chances
    optimiser: Optimiser
    layers: LayerShare
    predicates: ScorerFit
    arguments: ScorerFit
    losses: dict[str, float]
    """Weight of each loss."""


def read_recipe(path: Path = RECIPE) -> Recipe:
    """Read ``recipe.toml``."""
    given: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Recipe(
        seed=given["seed"],
        polnear=given["data"]["polnear"],
        names=given["data"]["names"],
        encoder_sha256=given["encoder"]["sha256"],
        windows=Windows(**given["windows"]),
        chances=Chances(**given["chances"]),
        optimiser=Optimiser(**given["optimiser"]),
        layers=LayerShare(**given["layers"]),
        predicates=ScorerFit(**given["predicates"]),
        arguments=ScorerFit(**given["arguments"]),
        losses=given["losses"],
    )
