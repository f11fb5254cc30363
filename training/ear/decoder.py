"""The graph of the decoder: a taught pass over a whole text, or single steps with the keys of the steps before."""
import numpy as np

from graph import FLOAT, INT64, Graph
from layers import attention, feed_forward, layer, layer_norm, query_layer
from weights import BLOCKS, WIDTH

# Whisper base's published alignment heads as (block, head), both from 0.
ALIGNMENT_HEADS = [(3, 1), (4, 2), (4, 3), (4, 7), (5, 1), (5, 2), (5, 4), (5, 6)]
# Text tokens and end of text are 0 to 50257; languages, tasks and times follow.
TEXT_TOKENS = 50258
MASKED = -1e9


def decoder(weights, linear, vocabulary):
    """The model decoder.onnx; `linear` and `vocabulary` are a pair of `precision`.

    Inputs: tokens and targets int64 (L); pastKeys and pastValues (6, P, 512), P may be 0; crossKeys and crossValues
    (6, F, 512) from the encoder. The first token has position P, and P + L is at most 448.
    Outputs: keys and values (6, P + L, 512), the past ones with the new; for each token, of what the decoder expects after it
    (natural logarithms, softmax over the whole vocabulary): logProbability (L) of the target, best int64 (L), the likeliest
    of the text tokens and the end of text, bestLogProbability (L), gap (L) = bestLogProbability - logProbability, below 0
    only where the target is neither text nor the end of text; entropy (L) in nats; hidden (L, 512) after the last layer
    norm; attention (8, L, F), the softmax weights of the alignment heads.
    """
    graph = Graph("decoder")
    tokens, targets = graph.input("tokens", INT64, ["L"]), graph.input("targets", INT64, ["L"])
    past = [_per_block(graph, graph.input(name, FLOAT, [BLOCKS, "P", WIDTH])) for name in ("pastKeys", "pastValues")]
    cross = [_per_block(graph, graph.input(name, FLOAT, [BLOCKS, "F", WIDTH])) for name in ("crossKeys", "crossValues")]
    lookup, project = vocabulary(graph, weights)
    rows = graph.op("Range", graph.constant(0, np.int64), _length(graph, tokens, 0), graph.constant(1, np.int64))
    positions = graph.op("Add", rows, _length(graph, past[0][0], 0))
    table = graph.half(weights["decoder/position_encodings/encodings"])
    x = graph.op("Add", lookup(tokens), graph.op("Gather", table, positions, axis=0))

    mask, keys, values, alignment = None, [], [], {}
    for block in range(BLOCKS):
        name = f"decoder/layer_{block}"
        normal = layer_norm(graph, x, weights, f"{name}/self_attention/layer_norm")
        joined = linear(graph, normal, query_layer(weights, f"{name}/self_attention/linear_0"))
        queries, *new = graph.op("Split", joined, graph.integers(WIDTH, WIDTH, WIDTH), outputs=3, axis=1)
        for stored, before, added in zip((keys, values), past, new):
            stored.append(graph.op("Concat", before[block], added, axis=0))
        mask = mask or _causal_mask(graph, positions, keys[0])
        mixed, _ = attention(graph, queries, keys[block], values[block], mask)
        x = graph.op("Add", x, linear(graph, mixed, layer(weights, f"{name}/self_attention/linear_1")))

        normal = layer_norm(graph, x, weights, f"{name}/attention/layer_norm")
        queries = linear(graph, normal, query_layer(weights, f"{name}/attention/linear_0"))
        mixed, shares = attention(graph, queries, cross[0][block], cross[1][block])
        x = graph.op("Add", x, linear(graph, mixed, layer(weights, f"{name}/attention/linear_2")))
        alignment[block] = shares
        x = feed_forward(graph, x, weights, f"{name}/ffn", linear)

    hidden = layer_norm(graph, x, weights, "decoder/layer_norm")
    graph.output("keys", FLOAT, [BLOCKS, "P+L", WIDTH], _stack(graph, keys))
    graph.output("values", FLOAT, [BLOCKS, "P+L", WIDTH], _stack(graph, values))
    _probabilities(graph, project(hidden), targets)
    graph.output("hidden", FLOAT, ["L", WIDTH], hidden)
    heads = [graph.op("Gather", alignment[block], graph.integers(head), axis=0) for block, head in ALIGNMENT_HEADS]
    graph.output("attention", FLOAT, [len(ALIGNMENT_HEADS), "L", "F"], graph.op("Concat", *heads, axis=0))
    return graph.model()


def _length(graph, x, axis):
    """The size of one axis as a single number."""
    return graph.op("Gather", graph.op("Shape", x), graph.constant(axis, np.int64), axis=0)


def _per_block(graph, x):
    """(BLOCKS, T, WIDTH) to a list of (T, WIDTH)."""
    parts = graph.op("Split", x, graph.integers(*[1] * BLOCKS), outputs=BLOCKS, axis=0)
    return [graph.op("Squeeze", part, graph.integers(0)) for part in parts]


def _stack(graph, blocks):
    return graph.op("Concat", *[graph.op("Unsqueeze", block, graph.integers(0)) for block in blocks], axis=0)


def _causal_mask(graph, positions, keys):
    """(L, P + L): 0 where the key is not after the token, else a large negative number."""
    columns = graph.op("Range", graph.constant(0, np.int64), _length(graph, keys, 0), graph.constant(1, np.int64))
    later = graph.op("Greater", graph.op("Unsqueeze", columns, graph.integers(0)),
                     graph.op("Unsqueeze", positions, graph.integers(1)))
    return graph.op("Where", later, graph.constant(MASKED), graph.constant(0))


def _probabilities(graph, logits, targets):
    """Adds the outputs that are single numbers for each token; `logits` (L, VOCABULARY)."""
    log_probabilities = graph.op("LogSoftmax", logits, axis=-1)
    column = graph.op("Unsqueeze", targets, graph.integers(1))
    target = _row_values(graph, log_probabilities, column)
    text = graph.op("Slice", log_probabilities, graph.integers(0), graph.integers(TEXT_TOKENS), graph.integers(1))
    best = graph.op("ArgMax", text, axis=1, keepdims=1)
    best_value = _row_values(graph, log_probabilities, best)
    weighted = graph.op("Mul", graph.op("Exp", log_probabilities), log_probabilities)
    entropy = graph.op("Neg", graph.op("ReduceSum", weighted, graph.integers(1), keepdims=0))
    graph.output("logProbability", FLOAT, ["L"], target)
    graph.output("gap", FLOAT, ["L"], graph.op("Sub", best_value, target))
    graph.output("entropy", FLOAT, ["L"], entropy)
    graph.output("best", INT64, ["L"], graph.op("Squeeze", best, graph.integers(1)))
    graph.output("bestLogProbability", FLOAT, ["L"], best_value)


def _row_values(graph, table, columns):
    """One value of each row of `table` (L, N), at `columns` (L, 1)."""
    return graph.op("Squeeze", graph.op("GatherElements", table, columns, axis=1), graph.integers(1))
