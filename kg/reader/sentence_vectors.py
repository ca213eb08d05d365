"""What a sentence means as a vector: sentences that say nearly the same point nearly the same way.

The unchanged all-MiniLM-L6-v2 (Reimers and Gurevych 2019; mean of the last layer over all pieces), its
weights kept in 8-bit integers. Each text is encoded by itself, so that no vector depends on the others, their
order or the threads.
"""

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from kg.reader.network import session
from kg.reader.tokenise import Tokeniser
from kg.reader.weights import SentenceWeights

WIDTH = 384
MOST_PIECES = 256
"""What a text has beyond is not seen; the model learned no longer ones."""
PLACES = 4
"""Decimals that are kept, so that output is stable."""
_ENCODING = "1"
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
        vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for row, vector in enumerate(self._pool.map(self._vector, texts)):
            vectors[row] = vector
        return vectors

    def _vector(self, text: str) -> NDArray[np.float32]:
        pieces = np.array([self._tokeniser.text_pieces(text, MOST_PIECES)], dtype=np.int64)
        (mean,) = self._session.run(["vectors"], {"pieces": pieces})[0]
        return np.asarray((mean / np.linalg.norm(mean)).round(PLACES), dtype=np.float32)
