"""Counts the multiplications of the ear's graphs for a sentence: python training/ear/operations.py --ear ear --out FILE

Each product of two numbers in a matrix product or a convolution counts as one, with the addition that follows it. All else is
left out: norms, softmax, rounding to int8.
"""
import argparse
import json
from math import prod
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort

# A sentence of 4 s: samples with the silence around it, tokens with the prompt, words and phones.
SAMPLES, TOKENS, WORDS, PHONES = (4 * 10 + 6) * 1600, 20, 15, 55
FRAMES = -(-(SAMPLES // 160) // 2)
SILENCE_FRAMES = 150
INTEGER_PRODUCTS = {"MatMulInteger"}
PRODUCTS = INTEGER_PRODUCTS | {"MatMul", "Gemm", "Conv"}


WORK = {
    "encoder": ("encoder", {"S": SAMPLES}),
    "pass": ("decoder", {"L": TOKENS, "P": 0, "F": FRAMES}),
    "silencePass": ("decoder", {"L": TOKENS, "P": 0, "F": SILENCE_FRAMES}),
    "step": ("decoder", {"L": 1, "P": TOKENS, "F": FRAMES}),
    "phones": ("phones-en", {"F": FRAMES}),
    "judge": ("judge", {"P": PHONES, "W": WORDS}),
}
KINDS = {onnx.TensorProto.FLOAT: np.float32, onnx.TensorProto.INT64: np.int64}


def count(path, free):
    """Products of floats and of int8 of one run; `free` are the sizes of the graph's free axes."""
    model = onnx.load(path)
    nodes = [node for node in model.graph.node if node.op_type in PRODUCTS]
    known = {tensor.name: tensor.dims for tensor in model.graph.initializer}
    wanted = sorted({name for node in nodes for name in [*node.input[:2], node.output[0]]} - set(known))
    del model.graph.output[:]
    model.graph.output.extend(onnx.ValueInfoProto(name=name) for name in wanted)
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.intra_op_num_threads = 1
    session = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    results = session.run(wanted, {value.name: zeros(value, free) for value in model.graph.input})
    shapes = known | {name: result.shape for name, result in zip(wanted, results)}
    out = {"float": 0, "int8": 0}
    for node in nodes:
        out["int8" if node.op_type in INTEGER_PRODUCTS else "float"] += products(node, shapes)
    return out


def zeros(value, free):
    """An input of the right shape."""
    tensor = value.type.tensor_type
    return np.zeros([axis.dim_value or free.get(axis.dim_param, 0) for axis in tensor.shape.dim], KINDS[tensor.elem_type])


def products(node, shapes):
    """Of one node: the numbers that come out, times the length of each sum."""
    first, second = [shapes[name] for name in node.input[:2]]
    result = shapes[node.output[0]]
    if node.op_type == "Conv":
        return prod(result) * prod(second[1:])
    flipped = any(attribute.name == "transA" and attribute.i for attribute in node.attribute)
    return prod(result) * first[0 if flipped else -1]


def main():
    """Writes the counts as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ear", type=Path, default=Path("ear"))
    parser.add_argument("--out", type=Path, required=True)
    wanted = parser.parse_args()
    counts = {name: count(wanted.ear / f"{graph}.onnx", free) for name, (graph, free) in WORK.items()}
    what = {"seconds": 4, "samples": SAMPLES, "tokens": TOKENS, "words": WORDS, "phones": PHONES}
    wanted.out.write_text(json.dumps({"sentence": what, "work": counts}, indent=2) + "\n")


if __name__ == "__main__":
    main()
