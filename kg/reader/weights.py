"""The trained weights in the package: checked before they are used."""

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.errors import ReaderError
from kg.reader.calibration import Calibration

WEIGHTS = Path(__file__).with_name("weights")
NETWORK, HEADS, VOCABULARY, MANIFEST = "network.onnx", "heads.npz", "vocab.txt", "manifest.json"
FORMAT = 5
SENTENCES, SENTENCES_MANIFEST = "sentences.onnx", "sentences.json"
SENTENCES_FORMAT = 2
_HINT = "Install newskg again; in a source checkout run git checkout kg/reader/weights, or make train."


@dataclass(frozen=True, slots=True)
class ReaderWeights:
    """Everything that is learned, and its name."""

    network: bytes
    heads: Mapping[str, NDArray[np.float32]]
    vocabulary: Path
    calibration: Calibration
    sha256: str
    """Of the manifest, which names the hashes of all files."""


@dataclass(frozen=True, slots=True)
class SentenceWeights:
    """The encoder of sentences, and its name."""

    network: bytes
    vocabulary: Path
    sha256: str
    """Of the manifest, which names the hashes of all files."""


def load_weights(folder: Path = WEIGHTS) -> ReaderWeights:
    """Read and check the reader's weights; ``ReaderError`` says what is missing or damaged."""
    manifest = _manifest(folder / MANIFEST, {"format", "files", "calibration"}, FORMAT)
    files = _files(folder, manifest)
    with np.load(io.BytesIO(files[HEADS])) as arrays:
        heads = {name: arrays[name] for name in arrays.files}
    return ReaderWeights(
        network=files[NETWORK],
        heads=heads,
        vocabulary=folder / VOCABULARY,
        calibration=Calibration(**manifest["calibration"]),
        sha256=_sha256(folder / MANIFEST),
    )


def load_sentence_weights(folder: Path = WEIGHTS) -> SentenceWeights:
    """Read and check the encoder of sentences; ``ReaderError`` says what is missing or damaged."""
    path = folder / SENTENCES_MANIFEST
    files = _files(folder, _manifest(path, {"format", "files"}, SENTENCES_FORMAT))
    return SentenceWeights(files[SENTENCES], folder / VOCABULARY, _sha256(path))


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _manifest(path: Path, keys: set[str], number: int) -> dict[str, Any]:
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ReaderError(f"{path}: the reader's weights are missing", hint=_HINT) from None
    except ValueError as error:
        raise ReaderError(f"{path}: the reader's weights are damaged ({error})", hint=_HINT) from None
    if not isinstance(manifest, dict) or manifest.keys() != keys or manifest["format"] != number:
        raise ReaderError(f"{path}: these are no weights of format {number}", hint=_HINT)
    return manifest


def _files(folder: Path, manifest: Mapping[str, Any]) -> dict[str, bytes]:
    return {name: _checked(folder / name, expected) for name, expected in manifest["files"].items()}


def _checked(path: Path, expected: str) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReaderError(f"{path}: the reader's weights are missing", hint=_HINT) from None
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        raise ReaderError(f"{path}: the reader's weights are damaged (SHA-256 {found[:12]}…)", hint=_HINT)
    return data
