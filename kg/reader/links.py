"""Which content belongs to which cue, and which source to which cue: learned, over all spans of a text.

Everything hangs on the cue, for nearly every attribution has exactly one. A content chooses among the cues
around it and "none"; a cue chooses among the sources around it and "none".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.reader.decode import roles_of
from kg.reader.features import WordTable
from kg.reader.labels import Piece, Role
from kg.reader.pairs import pairs

Weights = NDArray[np.float32]
_IMPOSSIBLE = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Link:
    """The chosen partner of a span; None if none is likelier than each."""

    partner: Piece | None
    probability: float


@dataclass(frozen=True, slots=True)
class LinkerWeights:
    """Layers of one linker, as in ``training.network.Linker``; shapes (hidden, 3 * width) unless said."""

    ours: Weights
    ours_bias: Weights
    theirs: Weights
    our_factor: Weights
    their_factor: Weights
    places: Weights
    """(classes of places, hidden)."""
    none: Weights
    """(hidden,)."""
    score: Weights
    """(hidden,)."""

    @classmethod
    def of(cls, arrays: Mapping[str, Weights], prefix: str) -> "LinkerWeights":
        """The linker whose arrays are named ``PREFIX.field``."""
        return cls(**{name: arrays[f"{prefix}.{name}"] for name in cls.__slots__})


def linked(
    weights: LinkerWeights,
    table: WordTable,
    vectors: Weights,
    pieces: Sequence[Piece],
    roles: tuple[Role, Role],
) -> dict[Piece, Link]:
    """For each span of the first role its partner of the second; ``vectors`` (words, width)."""
    ours, theirs = roles_of(pieces, roles[0]), roles_of(pieces, roles[1])
    if not ours:
        return {}
    found = pairs(table, ours, theirs, pieces)
    our_vectors, their_vectors = span_vectors(vectors, ours), span_vectors(vectors, theirs or ours)
    scores = _scores(weights, our_vectors, their_vectors[found.candidates], found.features)
    scores[:, 1:][~found.possible] = _IMPOSSIBLE
    probabilities = _softmax(scores)
    best = probabilities.argmax(axis=1)
    return {
        span: Link(
            theirs[found.candidates[row, choice - 1]] if choice else None, float(probabilities[row, choice])
        )
        for row, (span, choice) in enumerate(zip(ours, best, strict=True))
    }


def span_vectors(vectors: Weights, spans: Sequence[Piece]) -> Weights:
    """First, last and mean vector of each span: (spans, 3 * width)."""
    return np.stack(
        [
            np.concatenate(
                [vectors[span.start], vectors[span.end - 1], vectors[span.start : span.end].mean(axis=0)]
            )
            for span in spans
        ]
    )


def _scores(weights: LinkerWeights, ours: Weights, theirs: Weights, features: NDArray[np.int32]) -> Weights:
    """(spans, 1 + candidates), none first."""
    own = ours @ weights.ours.T + weights.ours_bias
    joint = own[:, None] + theirs @ weights.theirs.T + weights.places[features].sum(axis=2)
    joint += (ours @ weights.our_factor.T)[:, None] * (theirs @ weights.their_factor.T)
    none = np.maximum(own + weights.none, 0) @ weights.score
    return np.concatenate([none[:, None], np.maximum(joint, 0) @ weights.score], axis=1)


def _softmax(scores: Weights) -> Weights:
    exponentials = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(exponentials / exponentials.sum(axis=1, keepdims=True))
