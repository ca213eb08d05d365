"""The one place where onnxruntime is used: from pieces to what the heads say of words."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from kg.reader.features import Integers, WordTable
from kg.reader.labels import LABELS
from kg.reader.tokenise import Tokeniser
from kg.reader.windows import Window, windows
from kg.reader.word_layers import LayerWeights, WordLayers, window_layers

LINK_WIDTH = 64
OUTPUTS = ("labels", "links", "hidden")
"""Of the network, for each piece: scores of labels, link vectors, and what all other heads are given."""
Made = TypeVar("Made")


def session(model: bytes) -> Any:
    """An ONNX graph, ready to run; each run takes one thread, and threads may share it."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@dataclass(frozen=True, slots=True)
class WordScores:
    """What the network says about the words of a text."""

    labels: NDArray[np.float32]
    """Shape (words, labels)."""
    links: NDArray[np.float32]
    """Shape (words, ``LINK_WIDTH``)."""

    @classmethod
    def empty(cls, count: int) -> "WordScores":
        """Room for ``count`` words."""
        labels, links = ((count, width) for width in (len(LABELS), LINK_WIDTH))
        return cls(np.zeros(labels, dtype=np.float32), np.zeros(links, dtype=np.float32))

    def fill(self, window: Window, seen: "WordScores") -> None:
        """Take over what is said of the core of a window."""
        self.labels[window.core_start : window.core_end] = seen.labels
        self.links[window.core_start : window.core_end] = seen.links


class Network:
    """The trained network; each window by itself, so that no result depends on others or on the threads.

    ``threads`` windows are read at a time, each by one thread: faster than one window by several.
    """

    def __init__(self, model: bytes, tokeniser: Tokeniser, threads: int) -> None:
        self._session = session(model)
        self._tokeniser = tokeniser
        self._pool = ThreadPoolExecutor(threads)

    def read(self, table: WordTable) -> WordScores:
        """Scores of all words of a text of any length."""
        scores = WordScores.empty(len(table))
        for window, seen in self._windows(table, _scores_alone):
            scores.fill(window, seen)
        return scores

    def read_layers(self, table: WordTable, weights: LayerWeights) -> tuple[WordScores, WordLayers]:
        """Scores of all words, and the further layers."""
        scores = WordScores.empty(len(table))
        layers = WordLayers.empty(len(table), len(weights.antecedents_bias))
        for window, (seen, further) in self._windows(table, partial(_with_layers, weights)):
            scores.fill(window, seen)
            layers.fill(window.core_start, further)
        return scores, layers

    def _windows(self, table: WordTable, work: Callable[["_Seen"], Made]) -> Iterator[tuple[Window, Made]]:
        """What ``work`` makes of each window, several windows at a time."""
        pieces = self._tokeniser.pieces(table.forms)
        cut = tuple(windows([len(each) for each in pieces], table.sentences))
        return zip(
            cut, self._pool.map(lambda window: work(self._see(table, pieces, window)), cut), strict=True
        )

    def _see(self, table: WordTable, pieces: Sequence[tuple[int, ...]], window: Window) -> "_Seen":
        part = slice(window.start, window.end)
        inputs = network_inputs(table, pieces, part, self._tokeniser)
        outputs = self._session.run(
            OUTPUTS, {"pieces": inputs.pieces[None], "features": inputs.features[None]}
        )
        labels, links, hidden = (output[0, inputs.firsts[window.core]] for output in outputs)
        core = slice(window.core_start, window.core_end)
        return _Seen(WordScores(labels, links), hidden, table.forms[core], table.sentences[core])


@dataclass(frozen=True, slots=True)
class _Seen:
    """The words in the core of one window."""

    scores: WordScores
    hidden: NDArray[np.float32]
    forms: tuple[str, ...]
    sentences: Integers


def _scores_alone(seen: _Seen) -> WordScores:
    return seen.scores


def _with_layers(weights: LayerWeights, seen: _Seen) -> tuple[WordScores, WordLayers]:
    return seen.scores, window_layers(weights, seen.hidden, seen.forms, seen.sentences)


@dataclass(frozen=True, slots=True)
class NetworkInputs:
    """One window: ``pieces`` (n,), ``features`` (n, 3) and each word's first piece, ``firsts`` (words,)."""

    pieces: NDArray[np.int64]
    features: NDArray[np.int64]
    firsts: Integers


def network_inputs(
    table: WordTable, pieces: Sequence[tuple[int, ...]], part: slice, tokeniser: Tokeniser
) -> NetworkInputs:
    """A window's pieces between the two marks that the encoder expects around a text."""
    chosen = pieces[part]
    counts = np.array([len(each) for each in chosen], dtype=np.int32)
    numbers = [tokeniser.first, *(number for each in chosen for number in each), tokeniser.last]
    of_words = np.stack([table.cases[part], table.breaks[part], table.quotes[part]], axis=1)
    features = np.zeros((len(numbers), 3), dtype=np.int64)
    features[1:-1] = np.repeat(of_words, counts, axis=0)
    return NetworkInputs(np.array(numbers, dtype=np.int64), features, np.cumsum(counts) - counts + 1)
