"""Vectors of words for the stages that compare meanings; the network is loaded when the first is needed."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.floating[Any]]
"""(texts, width), each row of unit length."""


class SentenceEncoder(Protocol):
    """What is needed of an encoder; ``kg.reader.load_sentence_encoder`` gives the real one."""

    @property
    def version(self) -> str:
        """Names the weights and the way to read them: vectors of two versions cannot be compared."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector for each text."""


LoadEncoder = Callable[[], SentenceEncoder]


class Encoding:
    """An encoder that is loaded when it is first needed and remembers what it has encoded."""

    def __init__(self, load: LoadEncoder) -> None:
        self._load = load
        self._known: dict[str, Vectors] = {}

    @cached_property
    def _encoder(self) -> SentenceEncoder:
        return self._load()

    @property
    def version(self) -> str:
        """The encoder's."""
        return self._encoder.version

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """One unit vector for each text: (texts, width); (0, 0) for none."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known |= zip(new, self._encoder.encode(new), strict=True)
        return np.stack([self._known[text] for text in texts]) if texts else np.empty((0, 0))
