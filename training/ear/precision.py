"""The two ways in which a graph stores its matrices: float32, and int8 with dynamic quantisation of the inputs.

Each has two functions. `linear(graph, x, layer)` adds a layer to x (L, in). `vocabulary(graph, weights)` returns
`lookup(tokens)`, which gives (L, WIDTH), and `project(x)`, which gives (L, VOCABULARY); both use one stored table.
"""
import numpy as np

from graph import FLOAT, UINT8
from smoothing import OUTPUT_NORM, factors

EMBEDDING = "decoder/embeddings/weight"
# A row's range takes 254 steps, so that rounding both its ends never needs more than the 256 values of uint8.
STEPS = 254
SMALLEST_RANGE = 1e-9


def float_linear(graph, x, layer):
    """A layer in float32."""
    return graph.op("Add", graph.op("MatMul", x, graph.constant(layer.weight.T)), graph.constant(layer.bias))


def float_vocabulary(graph, weights):
    """The vocabulary in float32."""
    table = graph.constant(weights[EMBEDDING].T)

    def lookup(tokens):
        return graph.op("Transpose", graph.op("Gather", table, tokens, axis=1), perm=[1, 0])

    return lookup, lambda x: graph.op("MatMul", x, table)


class Table:
    """A matrix (out, in) stored as int8 (in, out) with a scale for each output: the largest magnitude becomes 127."""

    def __init__(self, graph, matrix):
        scale = np.maximum(np.abs(matrix).max(1), 1e-12) / 127
        whole = np.rint(matrix / scale[:, None]).astype(np.int8)
        self.whole = graph.constant(whole.T, np.int8)
        self.sums = graph.constant(whole.astype(np.int64).sum(1))
        self.scale = graph.constant(scale)


def product(graph, x, table):
    """x (L, in) times a table, (L, out).

    DynamicQuantizeLinear has one range for the whole of x; here each row has its own. One loud frame then costs the others
    no precision, and a token's numbers do not depend on the tokens after it. MatMulInteger takes no zero point for each
    row in onnxruntime, so it is left out there: (q + zero) W = q W + zero * (sums of W).
    """
    low, high = [graph.op(kind, x, axes=[1], keepdims=1) for kind in ("ReduceMin", "ReduceMax")]
    width = graph.op("Max", graph.op("Sub", high, low), graph.constant(SMALLEST_RANGE))
    step = graph.op("Div", width, graph.constant(STEPS))
    zero = graph.op("Round", graph.op("Div", low, step))
    whole = graph.op("Cast", graph.op("Sub", graph.op("Round", graph.op("Div", x, step)), zero), to=UINT8)
    sums = graph.op("Cast", graph.op("MatMulInteger", whole, table.whole), to=FLOAT)
    shifted = graph.op("Add", sums, graph.op("Mul", zero, table.sums))
    return graph.op("Mul", graph.op("Mul", shifted, step), table.scale)


def int8_linear(graph, x, layer):
    """A layer with int8 weights, one scale for each output."""
    return graph.op("Add", product(graph, x, Table(graph, layer.weight)), graph.constant(layer.bias))


def int8_vocabulary(graph, weights):
    """The vocabulary in int8, one scale for each token, smoothed. Tokens are the table's last axis, for the projection."""
    smoothing = factors(weights, OUTPUT_NORM, weights[EMBEDDING])
    table, back = Table(graph, weights[EMBEDDING] * smoothing), graph.constant(1 / smoothing)

    def lookup(tokens):
        rows = graph.op("Transpose", graph.op("Gather", table.whole, tokens, axis=1), perm=[1, 0])
        scale = graph.op("Unsqueeze", graph.op("Gather", table.scale, tokens, axis=0), graph.integers(1))
        return graph.op("Mul", graph.op("Mul", graph.op("Cast", rows, to=FLOAT), scale), back)

    return lookup, lambda x: product(graph, graph.op("Mul", x, back), table)
