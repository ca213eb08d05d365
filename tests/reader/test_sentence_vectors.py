"""Vectors of sentences: near where the sentences are, and the same however they are asked for."""

import itertools
import random

import numpy as np
import pytest

from kg.reader import load_sentence_encoder
from kg.reader.sentence_vectors import MOST_PIECES, WIDTH, SentenceEncoder

TEXTS = (
    "The harbour master denied that the ferry had been overloaded.",
    "Too many passengers were on board, a survivor said.",
    "Bakers in Lund ask for higher wages.",
    "“12,000 soldiers have been sent to the border,” the minister warned.",
    "No.",
    "",
    "Straßenbahnen in Zürich, 東京 and Ærø",
    "The river rose again. " * 90,
)

PUBLISHED = (
    (1.000, 0.306, 0.106, 0.173),
    (0.306, 1.000, 0.071, 0.248),
    (0.106, 0.071, 1.000, 0.128),
    (0.173, 0.248, 0.128, 1.000),
)
"""Cosines of the first four with each other, by the 32-bit model."""


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return load_sentence_encoder(threads=2)


def test_each_text_has_a_vector_of_unit_length(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(TEXTS)

    assert (vectors.shape, vectors.dtype) == ((len(TEXTS), WIDTH), np.float32)
    assert np.abs(np.linalg.norm(vectors, axis=1) - 1).max() < 1e-3
    assert encoder.encode([]).shape == (0, WIDTH)


def test_neighbours_order_and_threads_change_nothing(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(TEXTS)
    order = random.Random(3).sample(range(len(TEXTS)), len(TEXTS))

    assert (encoder.encode([TEXTS[each] for each in order]) == vectors[order]).all()
    assert all(
        (encoder.encode([text])[0] == vector).all() for text, vector in zip(TEXTS, vectors, strict=True)
    )
    assert (load_sentence_encoder(threads=1).encode(TEXTS) == vectors).all()


@pytest.mark.parametrize("most", [1, 2, 7, 32])
def test_texts_that_are_read_together_do_not_change_each_other(encoder: SentenceEncoder, most: int) -> None:
    """To the last digit, for texts of one length as for texts of many."""
    whos, verbs = ("Bakers", "Two nurses", "The mayors of Lund"), ("deny", "say", "have proved")
    whats = ("it.", "that the river rose.", "that no ferry left the harbour on Monday night.", "this, again.")
    texts = [" ".join(words) for words in itertools.product(whos, verbs, whats)]

    together = [encoder.encode(texts[start : start + most]) for start in range(0, len(texts), most)]

    assert (np.concatenate(together) == encoder.encode(texts)).all()


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        (
            "soldiers not yet deployed",
            "The troops have still not been sent to the front.",
            "The bakery opened a second shop near the station.",
        ),
        (
            "The central bank will raise interest rates in March.",
            "Borrowing becomes dearer in spring, the bank of issue announced.",
            "The goalkeeper broke his hand in March.",
        ),
    ],
)
def test_what_means_the_same_is_near(encoder: SentenceEncoder, text: str, near: str, far: str) -> None:
    first, second, third = encoder.encode([text, near, far])

    assert first @ second > first @ third + 0.2


def test_the_model_is_the_published_one(encoder: SentenceEncoder) -> None:
    """Cosines that the 32-bit model gives, as its authors compute them."""
    vectors = encoder.encode(TEXTS[:4])

    assert vectors @ vectors.T == pytest.approx(np.array(PUBLISHED), abs=0.01)


def test_what_is_beyond_the_last_piece_is_not_seen(encoder: SentenceEncoder) -> None:
    words = ["river"] * (MOST_PIECES - 2)

    short, long = encoder.encode([" ".join(words), " ".join([*words, "wages", "bakers"])])

    assert (short == long).all()


def test_the_version_names_the_weights(encoder: SentenceEncoder) -> None:
    assert encoder.version == load_sentence_encoder().version
    assert encoder.version.startswith("sentences-")
