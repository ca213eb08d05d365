"""From a checkpoint to the files in ``kg/reader/weights``."""

import hashlib
import json
import shutil
from dataclasses import fields
from pathlib import Path

import numpy as np
import torch

from kg.reader.arguments import ArgumentWeights
from kg.reader.calibration import Calibration
from kg.reader.labels import may_follow
from kg.reader.predicates import PredicateWeights
from kg.reader.weights import FORMAT, HEADS, MANIFEST, NETWORK, VOCABULARY
from kg.reader.word_layers import LINEAR
from training.encoder import encoder_folder
from training.graph import onnx_network
from training.network import FORBIDDEN

State = dict[str, torch.Tensor]
_LINKER_NAMES = {
    "ours": "ours.weight",
    "ours_bias": "ours.bias",
    "theirs": "theirs.weight",
    "our_factor": "our_factor.weight",
    "their_factor": "their_factor.weight",
    "places": "places.weight",
    "none": "none",
    "score": "score.weight",
}
_BIAFFINE_NAMES = {
    "ours": "ours.weight",
    "ours_bias": "ours.bias",
    "theirs": "theirs.weight",
    "theirs_bias": "theirs.bias",
    "weight": "weight",
}
_ANTECEDENT_NAMES = {
    "vector": "vector.weight",
    "vector_bias": "vector.bias",
    "ours": "ours.weight",
    "ours_bias": "ours.bias",
    "theirs": "theirs.weight",
    "product": "product.weight",
    "distances": "distances.weight",
    "same_form": "same_form.weight",
    "score": "score.weight",
    "score_bias": "score.bias",
}


def trained(checkpoint: Path) -> State:
    """The averaged weights of a checkpoint."""
    return dict(torch.load(checkpoint, weights_only=True)["average"])


def export(state: State, folder: Path, calibration: Calibration, *, quantise: bool = True) -> None:
    """Write network, heads, vocabulary and manifest; the scorers are for ``add_scorers``."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {name: value.float().numpy() for name, value in state.items()}
    network = {
        name.removeprefix("network."): value for name, value in arrays.items() if name.startswith("network.")
    }
    (folder / NETWORK).write_bytes(onnx_network(network, quantise=quantise).SerializeToString())
    width = arrays["further.upos.weight"].shape[1]
    nothing = _scorers(PredicateWeights.nothing(width), ArgumentWeights.nothing(width))
    np.savez(folder / HEADS, **_heads(arrays), **nothing)
    shutil.copyfile(encoder_folder() / "vocab.txt", folder / VOCABULARY)
    write_manifest(folder, calibration)


def add_scorers(
    folder: Path, predicates: PredicateWeights, arguments: ArgumentWeights, calibration: Calibration
) -> None:
    """Put scorers of predicates and arguments among the heads that were exported."""
    with np.load(folder / HEADS) as arrays:
        heads = {name: arrays[name] for name in arrays.files}
    np.savez(folder / HEADS, **heads | _scorers(predicates, arguments))
    write_manifest(folder, calibration)


def _scorers(predicates: PredicateWeights, arguments: ArgumentWeights) -> dict[str, np.ndarray]:
    """Their arrays in half the precision, which loses nothing that counts."""
    named = (("correction", predicates), ("arguments", arguments))
    return {
        f"layers.{scorer}.{each.name}": getattr(weights, each.name).astype(np.float16)
        for scorer, weights in named
        for each in fields(weights)
    }


def write_manifest(folder: Path, calibration: Calibration) -> None:
    """The hashes of the files beside it, and the calibration."""
    files = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in (NETWORK, HEADS, VOCABULARY)
    }
    curve = {"slope": round(calibration.slope, 4), "shift": round(calibration.shift, 4)}
    manifest = {"format": FORMAT, "files": files, "calibration": curve}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def _heads(arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    heads = {"transitions": np.where(may_follow(), arrays["transitions.scores"], np.float32(FORBIDDEN))}
    for linker in ("cue_linker", "source_linker"):
        for name, trained_name in _LINKER_NAMES.items():
            values = arrays[f"{linker}.{trained_name}"]
            heads[f"{linker}.{name}"] = values[0] if name == "score" else values
    return heads | _layer_heads(arrays)


def _layer_heads(arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    names = {f"{layer}.{kind}": f"{layer}.{kind}" for layer in LINEAR for kind in ("weight", "bias")}
    for scorer in ("arcs", "relations"):
        names |= {f"{scorer}.{name}": f"{scorer}.{trained}" for name, trained in _BIAFFINE_NAMES.items()}
    names |= {f"antecedents.{name}": f"antecedents.{trained}" for name, trained in _ANTECEDENT_NAMES.items()}
    heads = {f"layers.{name}": arrays[f"further.{trained}"] for name, trained in names.items()}
    heads["layers.antecedents.score"] = heads["layers.antecedents.score"][0]
    return heads
