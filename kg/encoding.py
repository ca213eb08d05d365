"""What the stages that compare meanings need of an encoder."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.floating[Any]]
"""(texts, width), each row of unit length."""
Encode = Callable[[Sequence[str]], Vectors]
"""From n texts to their unit vectors, shape (n, width)."""


class SentenceEncoder(Protocol):
    """What is needed of an encoder; ``kg.reader.load_sentence_encoder`` gives the real one."""

    @property
    def version(self) -> str:
        """Names the weights and the way to read them: vectors of two versions cannot be compared."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector for each text."""


LoadEncoder = Callable[[], SentenceEncoder]
"""Called only when something is to be published: loading takes a second."""
