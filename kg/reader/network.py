"""The one place where onnxruntime is used: from pieces to scores of labels and link vectors."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from kg.reader.features import Integers, WordTable
from kg.reader.labels import LABELS
from kg.reader.tokenise import Tokeniser
from kg.reader.windows import Window, windows

LINK_WIDTH = 64


@dataclass(frozen=True, slots=True)
class WordScores:
    """What the network says about the words of a text."""

    labels: NDArray[np.float32]
    """Shape (words, labels)."""
    links: NDArray[np.float32]
    """Shape (words, ``LINK_WIDTH``)."""


class Network:
    """The trained network; each window by itself, so that no result depends on others or on the threads.

    ``threads`` windows are read at a time, each by one thread: faster than one window by several.
    """

    def __init__(self, model: bytes, tokeniser: Tokeniser, threads: int) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._tokeniser = tokeniser
        self._pool = ThreadPoolExecutor(threads)

    def read(self, table: WordTable) -> WordScores:
        """Scores of all words of a text of any length."""
        pieces = self._tokeniser.pieces(table.forms)
        scores = WordScores(
            labels=np.zeros((len(table), len(LABELS)), dtype=np.float32),
            links=np.zeros((len(table), LINK_WIDTH), dtype=np.float32),
        )
        cut = tuple(windows([len(each) for each in pieces]))
        for window, seen in zip(
            cut, self._pool.map(partial(self._read_window, table, pieces), cut), strict=True
        ):
            core = slice(window.core_start - window.start, window.core_end - window.start)
            scores.labels[window.core_start : window.core_end] = seen.labels[core]
            scores.links[window.core_start : window.core_end] = seen.links[core]
        return scores

    def _read_window(self, table: WordTable, pieces: Sequence[tuple[int, ...]], window: Window) -> WordScores:
        part = slice(window.start, window.end)
        inputs = network_inputs(table, pieces, part, self._tokeniser)
        labels, links = self._session.run(
            ["labels", "links"], {"pieces": inputs.pieces[None], "features": inputs.features[None]}
        )
        return WordScores(labels[0, inputs.firsts], links[0, inputs.firsts])


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
