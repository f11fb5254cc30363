"""The parts that Whisper's encoder and decoder share, as ONNX nodes on (frames, width) tensors."""
import math
from typing import NamedTuple

import numpy as np

from weights import HEADS, HEAD_WIDTH, WIDTH

EPSILON = 1e-5


class Layer(NamedTuple):
    """A linear layer: x W' + b."""
    weight: np.ndarray
    """(out, in) float32"""
    bias: np.ndarray
    """(out) float32"""


def layer(weights, name):
    """The layer as it is stored."""
    return Layer(weights[f"{name}/weight"], weights[f"{name}/bias"])


def layer_norm(graph, x, weights, name):
    """Normalises the last axis, in the form that onnxruntime recognises as one operator (opset 15 has none)."""
    centred = graph.op("Sub", x, graph.op("ReduceMean", x, axes=[-1], keepdims=1))
    variance = graph.op("ReduceMean", graph.op("Pow", centred, graph.constant(2)), axes=[-1], keepdims=1)
    deviation = graph.op("Sqrt", graph.op("Add", variance, graph.constant(EPSILON)))
    scaled = graph.op("Mul", graph.op("Div", centred, deviation), graph.constant(weights[f"{name}/gamma"]))
    return graph.op("Add", scaled, graph.constant(weights[f"{name}/beta"]))


def gelu(graph, x):
    """The exact GELU, in the form that onnxruntime recognises as one operator."""
    risen = graph.op("Add", graph.op("Erf", graph.op("Div", x, graph.constant(math.sqrt(2)))), graph.constant(1))
    return graph.op("Mul", graph.op("Mul", x, risen), graph.constant(0.5))


def query_layer(weights, name):
    """The layer with attention's 1/8 inside its first WIDTH outputs, which are queries: a power of two, so nothing is rounded."""
    scale = np.ones(len(weights[f"{name}/bias"]), np.float32)
    scale[:WIDTH] = 1 / math.sqrt(HEAD_WIDTH)
    return Layer(weights[f"{name}/weight"] * scale[:, None], weights[f"{name}/bias"] * scale)


def attention(graph, queries, keys, values, mask=None):
    """Heads of softmax attention: queries (L, WIDTH), scaled; keys and values (T, WIDTH); `mask` is added to the scores.

    Returns the result (L, WIDTH) and the softmax weights (HEADS, L, T).
    """
    def heads(x, axes):
        return graph.op("Transpose", graph.op("Reshape", x, graph.integers(-1, HEADS, HEAD_WIDTH)), perm=axes)

    scores = graph.op("MatMul", heads(queries, [1, 0, 2]), heads(keys, [1, 2, 0]))
    if mask is not None:
        scores = graph.op("Add", scores, mask)
    weights = graph.op("Softmax", scores, axis=-1)
    mixed = graph.op("Transpose", graph.op("MatMul", weights, heads(values, [1, 0, 2])), perm=[1, 0, 2])
    return graph.op("Reshape", mixed, graph.integers(-1, WIDTH)), weights


def feed_forward(graph, x, weights, name, linear):
    """The two layers of width 2048 and what they add to `x`."""
    normal = layer_norm(graph, x, weights, f"{name}/layer_norm")
    inner = gelu(graph, linear(graph, normal, layer(weights, f"{name}/linear_0")))
    return graph.op("Add", x, linear(graph, inner, layer(weights, f"{name}/linear_1")))
