"""The trained network, and the bare encoder, as ONNX graphs, with 8-bit weights or plain ones.

The graph is written by hand: few operators, fused where onnxruntime has a fused kernel. The network takes one
window at a time, the encoder texts of equal length: neither needs padding or a mask.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET, CONTRIB = 17, "com.microsoft"
EPSILON = 1e-12
HEADS = 12
WORD_FEATURES = ("cases", "breaks", "quotes")
"""What the trained network is told of each piece's word, in the order of its input ``features``."""
_WEIGHT_TOP, _ROW_TOP, _ROW_ZERO = 63.0, 127.0, 128
_SMALLEST = 1e-12
Arrays = Mapping[str, np.ndarray]


class Graph:
    """Nodes and weights as they are added; every method returns the name of what it computes."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, values: np.ndarray) -> str:
        """A constant."""
        self.weights.append(numpy_helper.from_array(np.array(values, order="C"), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, domain: str = "", **attributes: object) -> str:
        """One operator with one output, called ``name``."""
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name


Dense = Callable[[Graph, str, str, np.ndarray, np.ndarray], str]
"""Adds ``x @ weight.T + bias``: graph, name of the input, name of the output, weight, bias."""


def plain_dense(graph: Graph, given: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
    """In 32-bit floats."""
    product = graph.node("MatMul", [given, graph.weight(f"{name}.w", weight.T)], f"{name}.product")
    return graph.node("Add", [product, graph.weight(f"{name}.b", bias)], name)


def quantised_dense(graph: Graph, given: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
    """In 8-bit integers, one scale for each row of the input and one for each output.

    A scale for a whole window, as onnxruntime's own dynamic kernel has it, loses twice as much. Weights
    keep to 7 bits, so that kernels for processors without VNNI cannot saturate.
    """
    scale = (np.abs(weight).max(axis=1) / _WEIGHT_TOP).clip(_SMALLEST).astype(np.float32)
    numbers = graph.weight(f"{name}.w", np.round(weight / scale[:, None]).astype(np.int8).T)
    size = graph.node("Abs", [given], f"{name}.size")
    top = graph.node("ReduceMax", [size], f"{name}.top", axes=[2], keepdims=1)
    row = graph.node(
        "Mul", [graph.node("Add", [top, "smallest"], f"{name}.bounded"), "row.top"], f"{name}.row"
    )
    rounded = graph.node("Round", [graph.node("Div", [given, row], f"{name}.divided")], f"{name}.rounded")
    shifted = graph.node("Add", [rounded, "row.shift"], f"{name}.shifted")
    integers = graph.node("Cast", [shifted], f"{name}.integers", to=TensorProto.UINT8)
    product = graph.node("MatMulInteger", [integers, numbers, "row.zero"], f"{name}.product")
    floats = graph.node("Cast", [product], f"{name}.floats", to=TensorProto.FLOAT)
    by_row = graph.node("Mul", [floats, row], f"{name}.by_row")
    scaled = graph.node("Mul", [by_row, graph.weight(f"{name}.scale", scale)], f"{name}.scaled")
    return graph.node("Add", [scaled, graph.weight(f"{name}.b", bias)], name)


def _add_row_constants(graph: Graph) -> None:
    graph.weight("smallest", np.array(_SMALLEST, dtype=np.float32))
    graph.weight("row.top", np.array(1 / _ROW_TOP, dtype=np.float32))
    graph.weight("row.shift", np.array(_ROW_ZERO, dtype=np.float32))
    graph.weight("row.zero", np.array(_ROW_ZERO, dtype=np.uint8))


def _embedded(graph: Graph, arrays: Arrays, word_features: Sequence[str], quantise: bool) -> str:
    """Sum of piece, position and word features, normalised: (1, pieces, width)."""
    table = arrays["embedding.pieces.weight"]
    if quantise:
        scale = (np.abs(table).max(axis=1, keepdims=True) / _ROW_TOP).clip(_SMALLEST).astype(np.float32)
        numbers = graph.weight("pieces.w", np.round(table / scale).astype(np.int8))
        integers = graph.node("Gather", [numbers, "pieces"], "pieces.integers")
        floats = graph.node("Cast", [integers], "pieces.floats", to=TensorProto.FLOAT)
        scales = graph.node("Gather", [graph.weight("pieces.scale", scale), "pieces"], "pieces.scales")
        total = graph.node("Mul", [floats, scales], "pieces.embedded")
    else:
        total = graph.node("Gather", [graph.weight("pieces.w", table), "pieces"], "pieces.embedded")
    positions = arrays["embedding.positions.weight"] + arrays["embedding.kind"]
    length = graph.node("Shape", ["pieces"], "length", start=1, end=2)
    zero = graph.weight("zero", np.array([0], dtype=np.int64))
    chosen = graph.node("Slice", [graph.weight("positions.w", positions), zero, length], "positions")
    total = graph.node("Add", [total, chosen], "embedded.0")
    for index, feature in enumerate(word_features):
        which = graph.weight(f"{feature}.index", np.array(index, dtype=np.int64))
        numbers = graph.node("Gather", ["features", which], f"{feature}.numbers", axis=2)
        vectors = graph.weight(f"{feature}.w", arrays[f"embedding.{feature}.weight"])
        total = graph.node(
            "Add", [total, graph.node("Gather", [vectors, numbers], feature)], f"embedded.{index + 1}"
        )
    norm = [
        graph.weight(f"embedding.{kind}", arrays[f"embedding.norm.{kind}"]) for kind in ("weight", "bias")
    ]
    return graph.node("LayerNormalization", [total, *norm], "embedded", epsilon=EPSILON)


def _layer(graph: Graph, arrays: Arrays, number: int, hidden: str, dense: Dense) -> str:
    prefix = f"layers.{number}"

    def applied(part: str, given: str) -> str:
        weight, bias = (arrays[f"{prefix}.{part}.{kind}"] for kind in ("weight", "bias"))
        return dense(graph, given, f"{prefix}.{part}", weight, bias)

    def normed(part: str, one: str, other: str) -> str:
        norm = [
            graph.weight(f"{prefix}.{part}.{kind}", arrays[f"{prefix}.{part}.{kind}"])
            for kind in ("weight", "bias")
        ]
        return graph.node(
            "SkipLayerNormalization", [one, other, *norm], f"{prefix}.{part}", CONTRIB, epsilon=EPSILON
        )

    joint = applied("joint", hidden)
    parts = [f"{prefix}.{part}" for part in ("query", "key", "value")]
    graph.nodes.append(helper.make_node("Split", [joint], parts, name=f"{prefix}.split", axis=2))
    seen = graph.node("MultiHeadAttention", parts, f"{prefix}.seen", CONTRIB, num_heads=HEADS)
    hidden = normed("norm", hidden, applied("out", seen))
    inner = graph.node("Gelu", [applied("up", hidden)], f"{prefix}.gelu", CONTRIB)
    return normed("last_norm", hidden, applied("down", inner))


def _encoded(graph: Graph, arrays: Arrays, embedded: str, dense: Dense) -> str:
    """The last layer: (1, pieces, width)."""
    layers = 1 + max(int(name.split(".")[1]) for name in arrays if name.startswith("layers."))
    hidden = embedded
    for number in range(layers):
        hidden = _layer(graph, arrays, number, hidden, dense)
    return hidden


def onnx_network(arrays: Arrays, *, quantise: bool) -> onnx.ModelProto:
    """The graph: ``pieces`` (1, n), ``features`` (1, n, 3) → ``labels``, ``links``, ``hidden`` (1, n, …)."""
    graph = Graph()
    if quantise:
        _add_row_constants(graph)
    embedded = _embedded(graph, arrays, WORD_FEATURES, quantise)
    hidden = _encoded(graph, arrays, embedded, quantised_dense if quantise else plain_dense)
    outputs = []
    for head in ("labels", "links"):
        weight, bias = arrays[f"{head}.weight"], arrays[f"{head}.bias"]
        plain_dense(graph, hidden, head, weight, bias)
        outputs.append(helper.make_tensor_value_info(head, TensorProto.FLOAT, [1, "n", len(bias)]))
    graph.node("Identity", [hidden], "hidden")
    outputs.append(helper.make_tensor_value_info("hidden", TensorProto.FLOAT, [1, "n", len(weight[0])]))
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT64, [1, "n"]),
        helper.make_tensor_value_info("features", TensorProto.INT64, [1, "n", 3]),
    ]
    return _model(helper.make_graph(graph.nodes, "reader", inputs, outputs, graph.weights))


def onnx_encoder(arrays: Arrays, *, quantise: bool) -> onnx.ModelProto:
    """The bare encoder: ``pieces`` (texts, n) → ``hidden`` (texts, n, width).

    All texts of one run have as many pieces, so that none needs padding or a mask. The mean over the pieces
    is not in the graph: onnxruntime adds in another order when there are several texts.
    """
    graph = Graph()
    if quantise:
        _add_row_constants(graph)
    embedded = _embedded(graph, arrays, (), quantise)
    hidden = _encoded(graph, arrays, embedded, quantised_dense if quantise else plain_dense)
    graph.node("Identity", [hidden], "hidden")
    width = arrays["embedding.kind"].shape[0]
    inputs = [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["texts", "n"])]
    outputs = [helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["texts", "n", width])]
    return _model(helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.weights))


def _model(graph: onnx.GraphProto) -> onnx.ModelProto:
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="newskg")
