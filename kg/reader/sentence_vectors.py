"""What a sentence means as a vector: sentences that say nearly the same point nearly the same way.

The unchanged all-MiniLM-L6-v2 (Reimers and Gurevych 2019; mean of the last layer over all pieces), computed
in 8-bit integers. Texts of equal length are read together, so that the weights are fetched once
for many; as none is padded, no vector depends on the others, their order or the threads.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from kg.reader.network import session
from kg.reader.tokenise import Tokeniser
from kg.reader.weights import SentenceWeights

WIDTH = 384
MOST_PIECES = 256
"""What a text has beyond is not seen; the model learned no longer ones."""
PIECES_AT_A_TIME = 256
"""Of all texts that are read together: more are not faster."""
PLACES = 4
"""Decimals that are kept, so that output is stable."""
_ENCODING = "3"
"""Counts changes of what is made from the network's output; part of the version."""


class SentenceEncoder:
    """Encodes sentences and other short texts; ``threads`` at a time."""

    def __init__(self, weights: SentenceWeights, *, threads: int = 2) -> None:
        self._session = session(weights.network)
        self._tokeniser = Tokeniser(weights.vocabulary)
        self._pool = ThreadPoolExecutor(threads)
        self.version = (
            f"sentences-{hashlib.sha256(f'{weights.sha256} {_ENCODING}'.encode()).hexdigest()[:12]}"
        )

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of unit length, (texts, ``WIDTH``): the product of two is the cosine of their angle."""
        pieces = [self._tokeniser.text_pieces(text, MOST_PIECES) for text in texts]
        together = list(_of_equal_length(pieces))
        vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
        read = self._pool.map(lambda rows: self._read([pieces[row] for row in rows]), together)
        for rows, found in zip(together, read, strict=True):
            vectors[rows] = found
        return vectors

    def _read(self, pieces: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """Vectors of texts of equal length, (texts, ``WIDTH``)."""
        (hidden,) = self._session.run(["hidden"], {"pieces": np.array(pieces, dtype=np.int64)})
        means = hidden.mean(axis=1)
        units = means / np.linalg.norm(means, axis=1, keepdims=True)
        return np.asarray(units.round(PLACES), dtype=np.float32)


def _of_equal_length(pieces: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Rows of texts with as many pieces, at most ``PIECES_AT_A_TIME`` together; the longest first."""
    rows: dict[int, list[int]] = defaultdict(list)
    for row, each in enumerate(pieces):
        rows[len(each)].append(row)
    for length in sorted(rows, reverse=True):
        most = max(1, PIECES_AT_A_TIME // length)
        yield from (rows[length][start : start + most] for start in range(0, len(rows[length]), most))
