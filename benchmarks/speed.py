"""How fast the reader is, against a BERT-base token classifier through the same onnxruntime in the same run.

``python -m benchmarks.speed FOLDER`` reads the articles of a folder with the whole reader (tokenising,
network, decoding, links, nested attributions), and the same words with a BERT-base encoder and a head of
seven labels: weights at random, 32-bit floats, windows of 256 pieces, the same fused kernels. Needs the
extra ``train``, which writes the BERT as ONNX. Ratios of one run count, not the figures of one machine.
"""

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import onnxruntime

from kg.articles import read_articles
from kg.domain import Article
from kg.reader import load_reader
from kg.reader.tokenise import Tokeniser, words
from kg.reader.weights import load_weights
from training.graph import onnx_network
from training.network import Network, Shape

WINDOW = 256
BERT_BASE = Shape(width=768, layers=12, heads=12, inner=3072)


def seconds(work: Callable[[], None]) -> float:
    """Wall time of a piece of work."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def bert_base() -> bytes:
    """A BERT-base with random weights as an ONNX graph."""
    arrays = {name: values.numpy() for name, values in Network(BERT_BASE).state_dict().items()}
    return onnx_network(arrays, quantise=False).SerializeToString()


def session(model: bytes, threads: int) -> onnxruntime.InferenceSession:
    """The BERT, ready to run on so many threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def windows(articles: list[Article], tokeniser: Tokeniser) -> Iterator[np.ndarray]:
    """The pieces of all articles in windows of shape (1, pieces)."""
    forms = [word.form for article in articles for word in words(article.text)]
    pieces = np.concatenate([np.array(each, dtype=np.int64) for each in tokeniser.pieces(forms)])
    yield from np.split(pieces[None], range(WINDOW, len(pieces), WINDOW), axis=1)


def read_all(read: Callable[[Article], object], articles: list[Article]) -> None:
    """Read every article and forget it."""
    for article in articles:
        read(article)


def tag_all(bert: onnxruntime.InferenceSession, ready: list[np.ndarray]) -> None:
    """Run the BERT over every window, without any word features."""
    for pieces in ready:
        bert.run(["labels"], {"pieces": pieces, "features": np.zeros((*pieces.shape, 3), dtype=np.int64)})


def main() -> None:
    """Measure on one thread and on two; print words per second and the ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="articles to read")
    parser.add_argument("--limit", type=int, default=12, help="so many articles")
    arguments = parser.parse_args()
    found = (each for each in read_articles([arguments.folder]) if isinstance(each, Article))
    articles = [article for article, _ in zip(found, range(arguments.limit), strict=False)]
    count = sum(len(article.text.split()) for article in articles)
    ready = list(windows(articles, Tokeniser(load_weights().vocabulary)))
    model = bert_base()
    for threads in (1, 2):
        reader, bert = load_reader(threads=threads), session(model, threads)
        reader.read(articles[0])
        ours = count / seconds(partial(read_all, reader.read, articles))
        theirs = count / seconds(partial(tag_all, bert, ready))
        figures = f"reader {ours:,.0f} words/s, BERT-base {theirs:,.0f}, ratio {ours / theirs:.1f}"
        print(f"{threads} threads: {figures}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process, BERT-base included: {peak:,.0f} MiB")


if __name__ == "__main__":
    main()
