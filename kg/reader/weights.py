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
FORMAT = 3
_KEYS = {"format", "files", "calibration"}
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


def load_weights(folder: Path = WEIGHTS) -> ReaderWeights:
    """Read and check the weights; ``ReaderError`` says what is missing or damaged."""
    manifest = _manifest(folder)
    files = {name: _checked(folder / name, expected) for name, expected in manifest["files"].items()}
    with np.load(io.BytesIO(files[HEADS])) as arrays:
        heads = {name: arrays[name] for name in arrays.files}
    return ReaderWeights(
        network=files[NETWORK],
        heads=heads,
        vocabulary=folder / VOCABULARY,
        calibration=Calibration(**manifest["calibration"]),
        sha256=hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest(),
    )


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ReaderError(f"{folder / MANIFEST}: the reader's weights are missing", hint=_HINT) from None
    except ValueError as error:
        raise ReaderError(
            f"{folder / MANIFEST}: the reader's weights are damaged ({error})", hint=_HINT
        ) from None
    if not isinstance(manifest, dict) or manifest.keys() != _KEYS or manifest["format"] != FORMAT:
        raise ReaderError(f"{folder / MANIFEST}: these are no weights of format {FORMAT}", hint=_HINT)
    return manifest


def _checked(path: Path, expected: str) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReaderError(f"{path}: the reader's weights are missing", hint=_HINT) from None
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        raise ReaderError(f"{path}: the reader's weights are damaged (SHA-256 {found[:12]}…)", hint=_HINT)
    return data
