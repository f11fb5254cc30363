"""A second implementation of the pipeline's alignment, only for training, where the embeddings change with every step.

`test/training/alignment.test.ts` proves that both give the same path, pieces and match.
"""
import numpy as np

PIECE_FRAMES, MIN_LEARNER_FRAMES, WIDEN_FRAMES = 20, 6, 3
# Frames to each side of the expected path that are compared, and frames that are averaged into one to find that path. See
# `pipeline/siamese/band.ts`.
HALF_WIDTH, POOLED_FRAMES = 75, 4
# Frames this near to a frame's partners are not its rivals. A cosine greater by this much counts as clearly nearer.
RIVAL_GAP, RIVAL_STEP = 3, 0.1


def unit(embedding):
    """(frames, size), minus its mean over time, unit length."""
    centred = embedding - embedding.mean(0)
    return centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-8)


def align(learner, reference):
    """DTW (Sakoe and Chiba 1978, symmetric: diagonal steps count twice). Returns (cost, path [(l, r)])."""
    return align_many([(learner, reference)])[0]


def align_many(embedded):
    """`align` for many pairs at once: each anti-diagonal of all pairs is one vector operation."""
    sizes = [(len(l), len(r)) for l, r in embedded]
    rows, columns = np.array(sizes).max(0)
    local = np.full((len(embedded), rows, columns), 2.0)
    for k, ((l, r), band) in enumerate(zip(embedded, bands(embedded))):
        local[k, :len(l), :len(r)] = np.where(band, 1 - unit(l) @ unit(r).T, np.inf)
    total = np.full((rows + columns + 1, len(embedded), rows + 1), np.inf)
    total[0, :, 0] = 0
    steps = np.zeros((rows + columns + 1, len(embedded), rows + 1), np.int8)
    for d in range(2, rows + columns + 1):
        i = np.arange(max(1, d - columns), min(rows, d - 1) + 1)
        cost = local[:, i - 1, d - i - 1]
        best, step = total[d - 2][:, i - 1] + 2 * cost, np.zeros(cost.shape, np.int8)
        for number, option in ((1, total[d - 1][:, i - 1] + cost), (2, total[d - 1][:, i] + cost)):
            nearer = option < best
            best, step = np.where(nearer, option, best), np.where(nearer, number, step)
        total[d][:, i], steps[d][:, i] = best, step
    return [(total[l + r, k, l] / (l + r), walk_back(steps[:, k], l, r)) for k, (l, r) in enumerate(sizes)]


def walk_back(steps, i, j):
    path = []
    while i > 0 and j > 0:
        path.append((i - 1, j - 1))
        step = steps[i + j, i]
        i, j = i - (step != 2), j - (step != 1)
    return path[::-1]


def bands(embedded):
    """For each pair the cells to compute, (L, R) bool: all cells if the shorter recording fits into the band."""
    long = [k for k, (l, r) in enumerate(embedded) if min(len(l), len(r)) > 2 * HALF_WIDTH + 1]
    found = [np.ones((len(l), len(r)), bool) for l, r in embedded]
    few = [tuple(pooled(unit(side)) for side in embedded[k]) for k in long]
    for k, (_, path) in zip(long, align_many(few) if few else []):
        found[k] = band_around(path, *found[k].shape)
    return found


def pooled(frames):
    """The mean of each group of POOLED_FRAMES frames; the last group may have fewer."""
    return np.array([frames[t:t + POOLED_FRAMES].mean(0) for t in range(0, len(frames), POOLED_FRAMES)])


def band_around(coarse_path, rows, columns):
    """The cells at most HALF_WIDTH beside, above or below a path of pooled frames."""
    path_row, path_column = np.array(coarse_path).T
    coarse = np.arange(rows) // POOLED_FRAMES
    low = np.searchsorted(path_row, coarse)
    high = np.searchsorted(path_row, coarse, "right") - 1
    low, high = path_column[low] * POOLED_FRAMES, path_column[high] * POOLED_FRAMES + POOLED_FRAMES - 1
    row, column = np.arange(rows), np.arange(columns)[None]
    start = np.minimum(low - HALF_WIDTH, low[np.maximum(row - HALF_WIDTH, 0)])
    end = np.maximum(high + HALF_WIDTH, high[np.minimum(row + HALF_WIDTH, rows - 1)])
    return (column >= start[:, None]) & (column <= end[:, None])


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


def match(learner, reference, path):
    """Facts of the alignment for each frame of both recordings: (L, 2) and (R, 2), float32. See `pipeline/siamese/match.ts`."""
    cosine, band = unit(learner) @ unit(reference).T, bands([(learner, reference)])[0]
    rows, columns = np.array(path).T
    return side_match(cosine, band, rows, columns), side_match(cosine.T, band.T, columns, rows)


def side_match(cosine, band, own, other):
    frames, others = cosine.shape
    first, last = np.full(frames, others), np.zeros(frames, int)
    np.minimum.at(first, own, other)
    np.maximum.at(last, own, other)
    place = np.arange(others)[None]
    paired = (place >= first[:, None]) & (place <= last[:, None])
    rival = band & ((place < first[:, None] - RIVAL_GAP) | (place > last[:, None] + RIVAL_GAP))
    best = np.where(paired, cosine, -np.inf).max(1)
    nearer = 1 / (1 + np.exp((best[:, None] - cosine) / RIVAL_STEP))
    count = rival.sum(1)
    share = np.where(count > 0, (nearer * rival).sum(1) / np.maximum(count, 1), 0.5)
    return np.stack([best, share], 1).astype(np.float32)


def facts(learner, reference, cost, matched, cut):
    """Facts about the whole alignment, (7), float32. See `pipeline/siamese/facts.ts`."""
    pace = np.log([(l1 - l0) / (r1 - r0) for r0, r1, l0, l1 in cut])
    return np.array([cost, *matched[0].mean(0), *matched[1].mean(0), np.log(len(learner) / len(reference)), pace.std()], np.float32)


def aligned(learner, reference, cost, path):
    """The results of an alignment that a pair stores."""
    matched, cut = match(learner, reference, path), pieces(path, len(learner), len(reference))
    return dict(cost=float(cost), match=matched, pieces=cut, facts=facts(learner, reference, cost, matched, cut))
