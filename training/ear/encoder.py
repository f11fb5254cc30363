"""The graph from samples to the encoder's frames and the decoder's cross-attention keys and values."""
import numpy as np

from graph import FLOAT, Graph
from layers import Layer, attention, feed_forward, gelu, layer, layer_norm, query_layer
from mel import BINS, HOP, LEAST_POWER, RANGE, WINDOW, fourier_kernels, mel_bands
from weights import BLOCKS, WIDTH


def encoder(weights, linear):
    """The model encoder.onnx; `linear(graph, x, layer)` adds a layer, in floats or in int8.

    audio (S) float32, 16 kHz, more than 200 samples, at most 30 s, to block4 and block5 (F, 512): the outputs of the fourth
    and fifth block; frames (F, 512): the encoder's output after its last layer norm; crossKeys and crossValues (6, F, 512).
    F is ceil(floor(S / 160) / 2): 20 ms a frame.
    """
    graph = Graph("encoder")
    x = _convolutions(graph, _log_mel(graph, graph.input("audio", FLOAT, ["S"])), weights)
    blocks = []
    for block in range(BLOCKS):
        x = _block(graph, x, weights, f"encoder/layer_{block}", linear)
        blocks.append(x)
    frames = layer_norm(graph, x, weights, "encoder/layer_norm")
    keys, values = _cross(graph, frames, weights, linear)
    graph.output("block4", FLOAT, ["F", WIDTH], blocks[3])
    graph.output("block5", FLOAT, ["F", WIDTH], blocks[4])
    graph.output("frames", FLOAT, ["F", WIDTH], frames)
    graph.output("crossKeys", FLOAT, [BLOCKS, "F", WIDTH], keys)
    graph.output("crossValues", FLOAT, [BLOCKS, "F", WIDTH], values)
    return graph.model()


def log_mel():
    """The encoder's first part alone, for its check: audio (S) to mel (1, 80, T)."""
    graph = Graph("mel")
    graph.output("mel", FLOAT, [1, 80, "T"], _log_mel(graph, graph.input("audio", FLOAT, ["S"])))
    return graph.model()


def _log_mel(graph, audio):
    """Whisper's log-mel spectrogram (1, 80, T); the last frame is dropped, T is floor(S / 160)."""
    samples = graph.op("Reshape", audio, graph.integers(1, 1, -1))
    half = WINDOW // 2
    padded = graph.op("Pad", samples, graph.integers(0, 0, half, 0, 0, half), mode="reflect")
    spectrum = graph.op("Conv", padded, graph.constant(fourier_kernels()), strides=[HOP])
    spectrum = graph.op("Slice", spectrum, graph.integers(0), graph.integers(-1), graph.integers(2))
    squares = graph.op("Mul", spectrum, spectrum)
    real, imaginary = graph.op("Split", squares, graph.integers(BINS, BINS), outputs=2, axis=1)
    power = graph.op("MatMul", graph.constant(mel_bands()), graph.op("Add", real, imaginary))
    ten = graph.constant(1 / np.log(10))
    level = graph.op("Mul", graph.op("Log", graph.op("Max", power, graph.constant(LEAST_POWER))), ten)
    floor = graph.op("Sub", graph.op("ReduceMax", level, keepdims=1), graph.constant(RANGE))
    return graph.op("Mul", graph.op("Add", graph.op("Max", level, floor), graph.constant(4)), graph.constant(0.25))


def _convolutions(graph, mel, weights):
    """(1, 80, T) to (F, WIDTH) with the encoder's positions added."""
    x = mel
    for name, stride in (("encoder/conv1", 1), ("encoder/conv2", 2)):
        kernel, bias = graph.half(weights[f"{name}/weight"]), graph.constant(weights[f"{name}/bias"])
        x = gelu(graph, graph.op("Conv", x, kernel, bias, strides=[stride], pads=[1, 1]))
    x = graph.op("Transpose", graph.op("Squeeze", x, graph.integers(0)), perm=[1, 0])
    length = graph.op("Slice", graph.op("Shape", x), graph.integers(0), graph.integers(1))
    positions = graph.half(weights["encoder/position_encodings/encodings"])
    return graph.op("Add", x, graph.op("Slice", positions, graph.integers(0), length, graph.integers(0)))


def _block(graph, x, weights, name, linear):
    self_attention = f"{name}/self_attention"
    normal = layer_norm(graph, x, weights, f"{self_attention}/layer_norm")
    joined = linear(graph, normal, query_layer(weights, f"{self_attention}/linear_0"))
    queries, keys, values = graph.op("Split", joined, graph.integers(WIDTH, WIDTH, WIDTH), outputs=3, axis=1)
    mixed, _ = attention(graph, queries, keys, values)
    output = linear(graph, mixed, layer(weights, f"{self_attention}/linear_1"))
    return feed_forward(graph, graph.op("Add", x, output), weights, f"{name}/ffn", linear)


def _cross(graph, frames, weights, linear):
    """Keys and values (BLOCKS, F, WIDTH) of all decoder blocks' cross-attention, by one matrix product."""
    names = [f"decoder/layer_{block}/attention/linear_1" for block in range(BLOCKS)]
    keys_first = [part for half in (slice(0, WIDTH), slice(WIDTH, None)) for part in ((name, half) for name in names)]
    matrix = np.concatenate([weights[f"{name}/weight"][half] for name, half in keys_first])
    bias = np.concatenate([weights[f"{name}/bias"][half] for name, half in keys_first])
    joined = graph.op("Reshape", linear(graph, frames, Layer(matrix, bias)), graph.integers(-1, 2 * BLOCKS, WIDTH))
    by_block = graph.op("Transpose", joined, perm=[1, 0, 2])
    return graph.op("Split", by_block, graph.integers(BLOCKS, BLOCKS), outputs=2, axis=0)
