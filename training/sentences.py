"""From the pretrained encoder, as it is, to the encoder of sentences in ``kg/reader/weights``."""

import hashlib
import json
from pathlib import Path

import numpy as np

from kg.reader.sentence_vectors import MOST_PIECES
from kg.reader.weights import SENTENCES, SENTENCES_FORMAT, SENTENCES_MANIFEST, VOCABULARY
from training.encoder import encoder_weights
from training.graph import onnx_encoder
from training.network import Network, Shape, load_encoder


def export_sentences(folder: Path, sha256: str, *, quantise: bool = True) -> None:
    """Write network and manifest beside the vocabulary; ``sha256`` is that of the pretrained weights."""
    model = onnx_encoder(encoder_arrays(sha256), quantise=quantise)
    (folder / SENTENCES).write_bytes(model.SerializeToString())
    files = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (SENTENCES, VOCABULARY)
    }
    manifest = {"format": SENTENCES_FORMAT, "files": files}
    (folder / SENTENCES_MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def encoder_arrays(sha256: str) -> dict[str, np.ndarray]:
    """The pretrained weights named as in ``training.network``, without positions that no text reaches."""
    network = Network(Shape())
    load_encoder(network, encoder_weights(sha256))
    arrays = {name: values.numpy() for name, values in network.state_dict().items()}
    return arrays | {"embedding.positions.weight": arrays["embedding.positions.weight"][:MOST_PIECES]}
