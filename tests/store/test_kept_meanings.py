"""What an encoder gave is kept, given again as it was, and may be lost without harm."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from kg.store.addresses import Addresses
from kg.store.folder import GraphFolder
from kg.store.kept_meanings import KeptMeanings
from tests.fakes import FakeEncoder

TEXTS = ("the bridge is closed", "rain", "snow and rain")


class Counting:
    """An encoder that remembers what it was given."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        self.heard += texts
        return FakeEncoder().encode(texts)


@pytest.fixture
def folder(tmp_path: Path) -> GraphFolder:
    folder = GraphFolder(tmp_path / "graph")
    folder.create(Addresses())
    return folder


def kept(folder: GraphFolder, encode: Counting, version: str = "v1") -> KeptMeanings:
    return KeptMeanings.of(folder, version, encode)


def keep(folder: GraphFolder, *texts: str) -> np.ndarray:
    """Encode texts and keep their vectors; returns these."""
    meanings = kept(folder, Counting())
    vectors = meanings.vectors(texts)
    meanings.keep(folder, texts, vectors)
    return vectors


def test_what_is_kept_is_not_encoded_again_and_is_the_same_to_the_bit(folder: GraphFolder) -> None:
    before = keep(folder, *TEXTS)
    counting = Counting()
    again = kept(folder, counting).vectors(("hail", *reversed(TEXTS), "hail"))
    assert counting.heard == ["hail", "hail"]
    assert again.dtype == before.dtype == np.float32
    assert np.array_equal(again[1:4], before[::-1])
    assert np.array_equal(again, kept(folder, Counting(), "v2").vectors(("hail", *reversed(TEXTS), "hail")))


def test_vectors_are_what_the_encoder_gave_to_four_decimals(folder: GraphFolder) -> None:
    given = np.round(FakeEncoder().encode(TEXTS), 4)
    assert np.array_equal(keep(folder, *TEXTS), given)


def test_only_what_was_kept_last_is_there(folder: GraphFolder) -> None:
    keep(folder, *TEXTS)
    keep(folder, "rain")
    counting = Counting()
    kept(folder, counting).vectors(TEXTS)
    assert counting.heard == ["the bridge is closed", "snow and rain"]


def test_another_version_of_the_encoder_starts_anew(folder: GraphFolder) -> None:
    keep(folder, *TEXTS)
    counting = Counting()
    kept(folder, counting, "v2").vectors(TEXTS)
    assert counting.heard == list(TEXTS)


@pytest.mark.parametrize("content", [b"", b"half", b"PK\x03\x04 and no more"])
def test_a_file_that_cannot_be_read_is_no_loss(folder: GraphFolder, content: bytes) -> None:
    before = keep(folder, *TEXTS)
    (folder.path / "meanings.npz").write_bytes(content)
    assert np.array_equal(kept(folder, Counting()).vectors(TEXTS), before)


def test_a_half_written_file_is_no_loss(folder: GraphFolder) -> None:
    before = keep(folder, *TEXTS)
    file = folder.path / "meanings.npz"
    file.write_bytes(file.read_bytes()[:-100])
    assert np.array_equal(kept(folder, Counting()).vectors(TEXTS), before)


def test_nothing_can_be_kept(folder: GraphFolder) -> None:
    keep(folder)
    assert len(kept(folder, Counting()).vectors(())) == 0
