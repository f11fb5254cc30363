"""Padding and grouping of recordings of different lengths."""
import numpy as np
import torch


def pad(arrays):
    """[(frames, size)] to a tensor (B, size, longest) and lengths (B)."""
    lengths = torch.tensor([len(a) for a in arrays])
    out = torch.zeros(len(arrays), arrays[0].shape[1], int(lengths.max()))
    for i, a in enumerate(arrays):
        out[i, :, :len(a)] = torch.from_numpy(np.ascontiguousarray(a.T))
    return out, lengths


def by_length(items, length_of, budget, rng):
    """Shuffled batches of similar length whose padded size stays under `budget` frames."""
    order = sorted(items, key=lambda item: length_of(item) * rng.uniform(0.9, 1.1))
    batches, batch = [], []
    for item in order:
        if batch and (len(batch) + 1) * length_of(item) > budget:
            batches.append(batch)
            batch = []
        batch.append(item)
    if batch:
        batches.append(batch)
    rng.shuffle(batches)
    return batches
