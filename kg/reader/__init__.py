"""The network: an article in, who said what in it out.

``load_reader()`` gives the reader; nothing heavy is imported before it is called.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.reader.reading import Reader
    from kg.reader.sentence_vectors import SentenceEncoder

__all__ = ["Reader", "load_reader", "load_sentence_encoder"]


def load_reader(*, threads: int = 2) -> "Reader":
    """The reader with the weights of this package; ``ReaderError`` if they are missing or damaged."""
    from kg.reader.reading import Reader
    from kg.reader.weights import load_weights

    return Reader(load_weights(), threads=threads)


def load_sentence_encoder(*, threads: int = 2) -> "SentenceEncoder":
    """The encoder of sentences of this package; ``ReaderError`` if its weights are missing or damaged."""
    from kg.reader.sentence_vectors import SentenceEncoder
    from kg.reader.weights import load_sentence_weights

    return SentenceEncoder(load_sentence_weights(), threads=threads)


def __getattr__(name: str) -> Any:
    if name == "Reader":
        from kg.reader.reading import Reader

        return Reader
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
