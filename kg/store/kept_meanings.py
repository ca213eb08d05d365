"""Vectors of what was compared when the contents of a graph were linked: encoded once, not at each build.

A cache in one file beside the database: a key of each text, and its vector in whole numbers. It may be lost
at any time, or be of another encoder; then the next build makes it anew.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kg.encoding import Encode, Vectors
from kg.identity import digest
from kg.store.folder import GraphFolder

_STEPS = np.float32(10_000)
"""Of a vector's number between 0 and 1: it is kept, and given to whoever compares, to four decimals."""


@dataclass(frozen=True, slots=True)
class KeptMeanings:
    """The vectors of one encoder, and what else it encodes; immutable."""

    version: str
    """Of the encoder."""
    encode: Encode
    keys: NDArray[np.bytes_] = field(default_factory=lambda: np.empty(0, "S1"))
    """[texts]: digests, sorted."""
    steps: NDArray[np.int16] = field(default_factory=lambda: np.empty((0, 0), np.int16))
    """[texts, width]: numbers times ``_STEPS``."""

    @classmethod
    def of(cls, folder: GraphFolder, version: str, encode: Encode) -> "KeptMeanings":
        """What the folder of a graph keeps of an encoder; nothing if it is lost, damaged or another's."""
        try:
            with np.load(io.BytesIO(folder.meanings() or b""), allow_pickle=False) as arrays:
                if str(arrays["version"]) == version:
                    return cls(version, encode, arrays["keys"], arrays["steps"])
        except (ValueError, KeyError, EOFError, zipfile.BadZipFile):
            pass  # a cache that cannot be read is an empty one
        return cls(version, encode)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts, (texts, width), those that are kept as they were; the others are encoded."""
        rows = self._rows(texts)
        new = _in_steps(self.encode([texts[place] for place in np.flatnonzero(rows < 0).tolist()]))
        steps = np.empty((len(texts), new.shape[1]), np.int16)
        steps[rows < 0] = new
        if (rows >= 0).any():
            steps[rows >= 0] = self.steps[rows[rows >= 0]]
        return steps / _STEPS

    def _rows(self, texts: Sequence[str]) -> NDArray[np.int64]:
        """[texts]: the row of each one's vector, -1 if it is not kept."""
        row = {key: number for number, key in enumerate(self.keys.tolist())}
        return np.array([row.get(key, -1) for key in _keys(texts).tolist()], dtype=np.int64)

    def keep(self, folder: GraphFolder, texts: Sequence[str], vectors: Vectors) -> None:
        """Let the folder keep these vectors, (texts, width), and no others."""
        keys = _keys(texts)
        order = np.argsort(keys)
        stream = io.BytesIO()
        np.savez(stream, version=np.array(self.version), keys=keys[order], steps=_in_steps(vectors)[order])
        folder.keep_meanings(stream.getvalue())


def _keys(texts: Sequence[str]) -> NDArray[np.bytes_]:
    return np.array([digest("meaning", text).encode() for text in texts], dtype=np.bytes_)


def _in_steps(vectors: Vectors) -> NDArray[np.int16]:
    return np.asarray((vectors * _STEPS).round(), dtype=np.int16)
