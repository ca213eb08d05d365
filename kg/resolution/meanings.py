"""Meanings: vectors of claims and words, so that other words for the same thing are found."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]
"""From n texts to their unit vectors, shape (n, 384)."""
DECIMALS = 4
"""To which a likeness is rounded: the order in which a processor adds must not decide."""


class Meanings:
    """The vectors of texts, each encoded once."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._vectors: dict[str, Vectors] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Encode those texts that are not known yet, all at once and in the order of the alphabet."""
        new = sorted(set(texts) - self._vectors.keys())
        if new:
            self._vectors.update(zip(new, self._encode(new), strict=True))

    def matrix(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts that were learnt, shape (n, 384)."""
        return np.stack([self._vectors[text] for text in texts])

    def likeness(self, one: str, other: str) -> float:
        """Cosine of the angle between two texts that were learnt."""
        return round(float(self._vectors[one] @ self._vectors[other]), DECIMALS)

    def knows(self, *texts: str) -> bool:
        """Whether all these texts were learnt."""
        return all(text in self._vectors for text in texts)
