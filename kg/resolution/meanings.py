"""Meanings: vectors of claims and words, so that other words for the same thing are found."""

from collections.abc import Iterable, Sequence

import numpy as np

from kg.encoding import Encode, Vectors

DECIMALS = 4
"""To which a likeness is rounded: the order in which a processor adds must not decide."""


class Meanings:
    """The vectors of texts, each encoded once: the rows of one matrix, and last a row of zeros."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._row: dict[str, int] = {}
        self._vectors: Vectors = np.zeros((1, 0), dtype=np.float32)

    def learn(self, texts: Iterable[str]) -> None:
        """Encode those texts that are not known yet, all at once and in the order of the alphabet."""
        new = sorted(set(texts) - self._row.keys())
        if new:
            vectors = self._encode(new)
            known = self._vectors[:-1] if self._row else vectors[:0]
            self._row |= zip(new, range(len(known), len(known) + len(new)), strict=True)
            self._vectors = np.concatenate([known, vectors, np.zeros_like(vectors[:1])])

    def known(self) -> tuple[str, ...]:
        """All texts that were learnt."""
        return tuple(self._row)

    def matrix(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts, shape (n, 384); 0 for one that was not learnt."""
        return self._vectors[[self._row.get(text, -1) for text in texts]]

    def likeness(self, one: str, other: str) -> float:
        """Cosine of the angle between two texts; 0 if one was not learnt."""
        return float(self.table((one,), (other,))[0, 0])

    def table(self, ones: Sequence[str], others: Sequence[str]) -> Vectors:
        """The likeness of each of some texts to each of others, (ones, others); 0 if one was not learnt."""
        likeness = self.matrix(ones) @ self.matrix(others).T
        return np.asarray(likeness.round(DECIMALS), dtype=np.float32)
