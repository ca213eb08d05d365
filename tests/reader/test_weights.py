"""Weights that are not what they should be."""

import json
import shutil
from pathlib import Path

import pytest

from kg.errors import ReaderError
from kg.reader.weights import (
    HEADS,
    MANIFEST,
    NETWORK,
    SENTENCES,
    SENTENCES_MANIFEST,
    WEIGHTS,
    load_sentence_weights,
    load_weights,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WEIGHTS, tmp_path / "weights"))


def test_good_weights_load(folder: Path) -> None:
    assert load_weights(folder).sha256 == load_weights().sha256


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="weights are missing") as caught:
        load_weights(tmp_path)

    assert "make train" in caught.value.hint


@pytest.mark.parametrize("name", [NETWORK, HEADS])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()

    with pytest.raises(ReaderError, match=name):
        load_weights(folder)


@pytest.mark.parametrize("name", [NETWORK, HEADS])
def test_one_changed_byte_is_seen(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)

    with pytest.raises(ReaderError, match="damaged"):
        load_weights(folder)


@pytest.mark.parametrize("content", ["", "{", "[]", json.dumps({"format": 99}), json.dumps({"format": 1})])
def test_a_broken_manifest_is_an_error(folder: Path, content: str) -> None:
    (folder / MANIFEST).write_text(content, encoding="utf-8")

    with pytest.raises(ReaderError, match=MANIFEST):
        load_weights(folder)


@pytest.mark.parametrize("name", [SENTENCES, SENTENCES_MANIFEST])
def test_the_encoder_of_sentences_is_checked_by_itself(folder: Path, name: str) -> None:
    whole = load_sentence_weights(folder)
    assert whole.sha256 == load_sentence_weights().sha256
    (folder / name).write_bytes((folder / name).read_bytes()[:-9])

    with pytest.raises(ReaderError, match=f"{name}.*damaged") as caught:
        load_sentence_weights(folder)

    assert "make train" in caught.value.hint
    assert load_weights(folder).sha256 == load_weights().sha256


def test_all_that_ships_stays_small() -> None:
    assert (WEIGHTS / SENTENCES).stat().st_size <= 24_000_000
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) <= 60_000_000
