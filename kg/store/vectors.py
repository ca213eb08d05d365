"""Vectors of what statements say, to find them by meaning: a table in one file beside the texts.

A vector belongs to words and to the version of the encoder that made it; statements with the same words share
one, and what was encoded once is not encoded again. The file is written whole, so a killed build leaves the
table as it was; it can be removed at any time, the next build makes it anew.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.errors import GraphDamagedError
from kg.identity import digest
from kg.store.folder import GraphFolder

Vectors = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Near:
    """A statement by how close it comes to what was searched."""

    statement: str
    """Identifier."""
    similarity: float
    """Cosine of the two vectors, from -1 to 1."""


@dataclass(frozen=True, slots=True)
class VectorTable:
    """The vectors of one encoder; immutable."""

    version: str
    """Of the encoder."""
    statements: NDArray[np.str_]
    """[statements]: identifiers, sorted."""
    rows: NDArray[np.int64]
    """[statements]: place of each one's words in ``keys``."""
    keys: NDArray[np.str_]
    """[words]: digests, sorted."""
    vectors: Vectors
    """[words, dimensions]: float16, of length 1."""

    @classmethod
    def empty(cls, version: str) -> "VectorTable":
        """A table without vectors."""
        names, rows = np.empty(0, np.str_), np.empty(0, np.int64)
        return cls(version, names, rows, names, np.empty((0, 0), np.float16))

    def missing(self, said: Mapping[str, str]) -> tuple[str, ...]:
        """Of the words of statements, by identifier, those without a vector; each once, sorted."""
        known = set(self.keys.tolist())
        return tuple(sorted({words for words in said.values() if _key(words) not in known}))

    def extended(self, said: Mapping[str, str], words: Sequence[str], vectors: Vectors) -> "VectorTable":
        """With vectors of further words, and of all words only those that a statement says.

        ``vectors`` is [words, dimensions] of any length; a statement without a vector yet is left out.
        """
        if len(words) != len(vectors):
            raise ValueError(f"{len(words)} words need as many vectors, not {len(vectors)}")
        known = dict(zip(self.keys.tolist(), self.vectors, strict=True))
        known |= dict(zip(map(_key, words), _of_length_1(vectors), strict=True))
        keys = {statement: _key(each) for statement, each in sorted(said.items())}
        used = sorted(known.keys() & set(keys.values()))
        place = {key: row for row, key in enumerate(used)}
        placed = {statement: place[key] for statement, key in keys.items() if key in place}
        return VectorTable(
            self.version,
            np.array(list(placed), np.str_),
            np.array(list(placed.values()), np.int64),
            np.array(used, np.str_),
            np.array([known[key] for key in used], np.float16) if used else np.empty((0, 0), np.float16),
        )

    def nearest(self, vector: Vectors) -> Iterator[Near]:
        """All statements, the nearest to a vector [dimensions] first, then by identifier."""
        if len(self.statements) == 0:
            return
        (wanted,) = _of_length_1(np.asarray(vector)[np.newaxis])
        similarities = (self.vectors.astype(np.float32) @ wanted.astype(np.float32))[
            self.rows
        ]  # [statements]
        for place in np.lexsort((self.statements, -similarities)):
            yield Near(str(self.statements[place]), float(similarities[place]))


def load_vectors(folder: GraphFolder) -> VectorTable | None:
    """The table of a graph; None if there is none. Raises ``GraphDamagedError``."""
    content = folder.vectors()
    if content is None:
        return None
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            names = ("statements", "rows", "keys", "vectors")
            return VectorTable(str(arrays["version"]), *(arrays[name] for name in names))
    except (ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise GraphDamagedError(
            str(folder.path), "vectors.npz cannot be read", hint="Remove that file and build again."
        ) from error


def vectors_of(folder: GraphFolder, version: str) -> VectorTable:
    """The table of a graph; an empty one if there is none of this version of the encoder."""
    table = load_vectors(folder)
    return table if table is not None and table.version == version else VectorTable.empty(version)


def save_vectors(folder: GraphFolder, table: VectorTable) -> None:
    """Put a table in the place of the one before; if they are the same, nothing is written."""
    stream = io.BytesIO()
    np.savez(
        stream,
        version=np.array(table.version),
        statements=table.statements,
        rows=table.rows,
        keys=table.keys,
        vectors=table.vectors,
    )
    if stream.getvalue() != folder.vectors():
        folder.keep_vectors(stream.getvalue())


def _key(words: str) -> str:
    return digest("vector", words)


def _of_length_1(vectors: Vectors) -> Vectors:
    """[words, dimensions]; a vector of nothing but noughts stays so."""
    if vectors.size == 0:
        return np.empty((0, 0), np.float16)
    lengths = np.linalg.norm(vectors.astype(np.float32), axis=1, keepdims=True)
    return (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float16)
