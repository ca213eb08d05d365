"""The trained network, and the bare encoder, as ONNX graphs, with 8-bit weights or plain ones.

The graph is written by hand: few operators, fused where onnxruntime has a fused kernel that is faster than
its parts. The network takes one window at a time, the encoder texts of equal length: neither needs padding or
a mask. All but attention works on rows, one for each piece of each text.
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
    top = graph.node("ReduceMax", [size], f"{name}.top", axes=[1], keepdims=0)
    row = graph.node(
        "Mul", [graph.node("Add", [top, "smallest"], f"{name}.bounded"), "row.top"], f"{name}.row"
    )
    integers = graph.node("QuantizeLinear", [given, row, "rows.zero"], f"{name}.integers", axis=0)
    scales = ["one", graph.weight(f"{name}.scale", scale)]
    product = graph.node(
        "MatMulIntegerToFloat", [integers, numbers, *scales, "row.zero"], f"{name}.product", CONTRIB
    )
    column = graph.node("Unsqueeze", [row, "last"], f"{name}.column")
    scaled = graph.node("Mul", [product, column], f"{name}.scaled")
    return graph.node("Add", [scaled, graph.weight(f"{name}.b", bias)], name)


def _add_row_constants(graph: Graph) -> None:
    graph.weight("smallest", np.array(_SMALLEST, dtype=np.float32))
    graph.weight("row.top", np.array(1 / _ROW_TOP, dtype=np.float32))
    graph.weight("row.zero", np.array(_ROW_ZERO, dtype=np.uint8))
    graph.weight("one", np.array(1, dtype=np.float32))
    graph.weight("last", np.array([1], dtype=np.int64))
    flat = graph.node("Reshape", ["pieces", graph.weight("flat", np.array([-1], dtype=np.int64))], "rows")
    graph.node("Expand", ["row.zero", graph.node("Shape", [flat], "rows.length")], "rows.zero")


def _normalised(graph: Graph, rows: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
    """Rows with mean 0 and variance 1, then weighed.

    In parts, for the fused kernels add the numbers of a row one after the other, which takes twice as long.
    """
    mean = graph.node("ReduceMean", [rows], f"{name}.mean", axes=[-1], keepdims=1)
    centred = graph.node("Sub", [rows, mean], f"{name}.centred")
    squares = graph.node("Mul", [centred, centred], f"{name}.squares")
    variance = graph.node("ReduceMean", [squares], f"{name}.variance", axes=[-1], keepdims=1)
    bounded = graph.node("Add", [variance, "epsilon"], f"{name}.bounded")
    inverse = graph.node(
        "Reciprocal", [graph.node("Sqrt", [bounded], f"{name}.deviation")], f"{name}.inverse"
    )
    unit = graph.node("Mul", [centred, inverse], f"{name}.unit")
    weighed = graph.node("Mul", [unit, graph.weight(f"{name}.weight", weight)], f"{name}.weighed")
    return graph.node("Add", [weighed, graph.weight(f"{name}.bias", bias)], name)


def _shaped(graph: Graph, rows: str, width: int, name: str) -> str:
    """Rows as (texts, pieces, width)."""
    size = graph.weight(f"{name}.width", np.array([width], dtype=np.int64))
    shape = graph.node("Concat", ["texts.shape", size], f"{name}.shape", axis=0)
    return graph.node("Reshape", [rows, shape], name)


def _in_rows(graph: Graph, given: str, width: int, name: str) -> str:
    """Numbers of (texts, pieces, width) as rows."""
    shape = graph.weight(f"{name}.shape", np.array([-1, width], dtype=np.int64))
    return graph.node("Reshape", [given, shape], name)


def _embedded(graph: Graph, arrays: Arrays, word_features: Sequence[str], quantise: bool) -> str:
    """Sum of piece, position and word features, normalised: (rows, width)."""
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
    graph.weight("epsilon", np.array(EPSILON, dtype=np.float32))
    graph.node("Shape", ["pieces"], "texts.shape")
    rows = _in_rows(graph, total, table.shape[1], "embedded.rows")
    norm = (arrays[f"embedding.norm.{kind}"] for kind in ("weight", "bias"))
    return _normalised(graph, rows, "embedded", *norm)


def _layer(graph: Graph, arrays: Arrays, number: int, hidden: str, dense: Dense) -> str:
    prefix = f"layers.{number}"

    def applied(part: str, given: str) -> str:
        weight, bias = (arrays[f"{prefix}.{part}.{kind}"] for kind in ("weight", "bias"))
        return dense(graph, given, f"{prefix}.{part}", weight, bias)

    def normed(part: str, one: str, other: str) -> str:
        norm = (arrays[f"{prefix}.{part}.{kind}"] for kind in ("weight", "bias"))
        total = graph.node("Add", [one, other], f"{prefix}.{part}.sum")
        return _normalised(graph, total, f"{prefix}.{part}", *norm)

    width = arrays[f"{prefix}.out.weight"].shape[0]
    joint = _shaped(graph, applied("joint", hidden), 3 * width, f"{prefix}.shaped")
    parts = [f"{prefix}.{part}" for part in ("query", "key", "value")]
    graph.nodes.append(helper.make_node("Split", [joint], parts, name=f"{prefix}.split", axis=2))
    seen = graph.node("MultiHeadAttention", parts, f"{prefix}.attended", CONTRIB, num_heads=HEADS)
    seen = _in_rows(graph, seen, width, f"{prefix}.seen")
    hidden = normed("norm", hidden, applied("out", seen))
    inner = graph.node("Gelu", [applied("up", hidden)], f"{prefix}.gelu", CONTRIB)
    return normed("last_norm", hidden, applied("down", inner))


def _encoded(graph: Graph, arrays: Arrays, embedded: str, dense: Dense) -> str:
    """The last layer, ``hidden``: (texts, pieces, width)."""
    layers = 1 + max(int(name.split(".")[1]) for name in arrays if name.startswith("layers."))
    hidden = embedded
    for number in range(layers):
        hidden = _layer(graph, arrays, number, hidden, dense)
    return _shaped(graph, hidden, arrays["embedding.kind"].shape[0], "hidden")


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
    _encoded(graph, arrays, embedded, quantised_dense if quantise else plain_dense)
    width = arrays["embedding.kind"].shape[0]
    inputs = [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["texts", "n"])]
    outputs = [helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["texts", "n", width])]
    return _model(helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.weights))


def _model(graph: onnx.GraphProto) -> onnx.ModelProto:
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="newskg")
