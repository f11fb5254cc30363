"""The pipeline's alignment once more, for training only, where the embeddings change with every step.

`test/training/alignment.test.ts` proves that both give the same path and pieces.
"""
import numpy as np

PIECE_FRAMES, MIN_LEARNER_FRAMES, WIDEN_FRAMES = 20, 6, 3


def unit(embedding):
    """(frames, size), minus its mean over time, unit length."""
    centred = embedding - embedding.mean(0)
    return centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-8)


def align(learner, reference):
    """DTW (Sakoe and Chiba 1978, symmetric: diagonal steps count twice). Returns (cost, path [(l, r)])."""
    local = 1 - unit(learner) @ unit(reference).T
    rows, columns = local.shape
    # anti-diagonals in a skewed matrix make each step one vector operation
    total = np.full((rows + columns + 1, rows + 1), np.inf)
    total[0, 0] = 0
    steps = np.zeros((rows + columns + 1, rows + 1), np.int8)
    for d in range(2, rows + columns + 1):
        first, last = max(1, d - columns), min(rows, d - 1)
        i = np.arange(first, last + 1)
        cost = local[i - 1, d - i - 1]
        options = np.stack([total[d - 2, i - 1] + 2 * cost, total[d - 1, i - 1] + cost, total[d - 1, i] + cost])
        best = options.argmin(0)
        steps[d, i] = best
        total[d, i] = options[best, np.arange(len(i))]
    i, j, path = rows, columns, []
    while i > 0 and j > 0:
        path.append((i - 1, j - 1))
        step = steps[i + j, i]
        i, j = i - (step != 2), j - (step != 1)
    return total[rows + columns, rows] / (rows + columns), path[::-1]


def pieces(path, learner_frames, reference_frames):
    """[(reference start, end, learner start, end)], ends exclusive."""
    count = max(1, int(reference_frames / PIECE_FRAMES + 0.5))
    bounds = [int(i * reference_frames / count + 0.5) for i in range(count + 1)]
    found = []
    for start, end in zip(bounds, bounds[1:]):
        paired = [l for l, r in path if start <= r < end]
        first, last = min(paired), max(paired) + 1
        if last - first < MIN_LEARNER_FRAMES:
            first, last = max(0, first - WIDEN_FRAMES), min(learner_frames, last + WIDEN_FRAMES)
        found.append((start, end, first, last))
    return found
