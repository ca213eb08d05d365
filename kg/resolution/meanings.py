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
        self._unknown: Vectors = np.zeros(0, dtype=np.float32)

    def learn(self, texts: Iterable[str]) -> None:
        """Encode those texts that are not known yet, all at once and in the order of the alphabet."""
        new = sorted(set(texts) - self._vectors.keys())
        if new:
            self._vectors.update(zip(new, self._encode(new), strict=True))
            self._unknown = np.zeros_like(self._vectors[new[0]])

    def matrix(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts that were learnt, shape (n, 384)."""
        return np.stack([self._vectors[text] for text in texts])

    def likeness(self, one: str, other: str) -> float:
        """Cosine of the angle between two texts; 0 if one was not learnt."""
        return float(self.table((one,), (other,))[0, 0])

    def table(self, ones: Sequence[str], others: Sequence[str]) -> Vectors:
        """The likeness of each of some texts to each of others, (ones, others); 0 if one was not learnt."""
        likeness = self._rows(ones) @ self._rows(others).T
        return np.asarray(likeness.round(DECIMALS), dtype=np.float32)

    def _rows(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._vectors.get(text, self._unknown) for text in texts])
