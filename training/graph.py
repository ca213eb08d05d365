"""The trained network as an ONNX graph, with 8-bit weights or plain ones.

The graph is written by hand: nine operators, fused where onnxruntime has a fused kernel, one window at a
time and so without padding or mask.
"""

from collections.abc import Callable, Mapping

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET, CONTRIB = 17, "com.microsoft"
EPSILON = 1e-12
HEADS = 12
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
    """In 8-bit integers: weights by output in 7 bits, so that kernels without VNNI cannot saturate."""
    scale = (np.abs(weight).max(axis=1) / 63.0).clip(1e-12).astype(np.float32)
    numbers = np.round(weight / scale[:, None]).astype(np.int8)
    inputs = [
        given,
        graph.weight(f"{name}.w", numbers.T),
        graph.weight(f"{name}.scale", scale),
        graph.weight(f"{name}.zero", np.zeros(len(scale), dtype=np.int8)),
        graph.weight(f"{name}.b", bias),
    ]
    return graph.node("DynamicQuantizeMatMul", inputs, name, CONTRIB)


def _embedded(graph: Graph, arrays: Arrays, quantise: bool) -> str:
    """Sum of piece, position and word features, normalised: (1, pieces, width)."""
    table = arrays["embedding.pieces.weight"]
    if quantise:
        scale = (np.abs(table).max(axis=1, keepdims=True) / 127.0).clip(1e-12).astype(np.float32)
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
    for index, feature in enumerate(("cases", "breaks", "quotes")):
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


def onnx_network(arrays: Arrays, *, quantise: bool) -> onnx.ModelProto:
    """The graph: ``pieces`` (1, n), ``features`` (1, n, 3) → ``labels`` (1, n, 7), ``links`` (1, n, w)."""
    graph = Graph()
    hidden = _embedded(graph, arrays, quantise)
    layers = 1 + max(int(name.split(".")[1]) for name in arrays if name.startswith("layers."))
    for number in range(layers):
        hidden = _layer(graph, arrays, number, hidden, quantised_dense if quantise else plain_dense)
    outputs = []
    for head in ("labels", "links"):
        weight, bias = arrays[f"{head}.weight"], arrays[f"{head}.bias"]
        plain_dense(graph, hidden, head, weight, bias)
        outputs.append(helper.make_tensor_value_info(head, TensorProto.FLOAT, [1, "n", len(bias)]))
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT64, [1, "n"]),
        helper.make_tensor_value_info("features", TensorProto.INT64, [1, "n", 3]),
    ]
    proto = helper.make_graph(graph.nodes, "reader", inputs, outputs, graph.weights)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(proto, opset_imports=opsets, ir_version=8, producer_name="newskg")
