"""Step 3: the head learns the experts' ratings on aligned pieces; the encoder stays as it is."""
import os
import time

import numpy as np
import torch

from model import EMBEDDING, Head

MARGIN = 2.0
WORD_WEIGHT = 0.5
VOICE_WEIGHT = 0.25


def flatten(batch):
    """Pairs to padded pieces: tensors for the head, the pair of each piece and its share of the pair's reference."""
    pieces = [(i, p) for i, pair in enumerate(batch) for p in pair["pieces"]]
    longest_l = max(p[3] - p[2] for _, p in pieces)
    longest_r = max(p[1] - p[0] for _, p in pieces)
    phones = batch[0]["learner"][1].shape[1]
    learner, reference = np.zeros((len(pieces), longest_l, EMBEDDING), np.float32), \
        np.zeros((len(pieces), longest_r, EMBEDDING), np.float32)
    learner_post = np.zeros((len(pieces), longest_l, phones), np.float32)
    reference_post = np.zeros((len(pieces), longest_r, phones), np.float32)
    learner_mask, reference_mask = np.zeros((len(pieces), longest_l), np.float32), \
        np.zeros((len(pieces), longest_r), np.float32)
    share = np.zeros(len(pieces), np.float32)
    for k, (i, (r0, r1, l0, l1)) in enumerate(pieces):
        pair = batch[i]
        learner[k, :l1 - l0], learner_post[k, :l1 - l0] = pair["learner"][0][l0:l1], pair["learner"][1][l0:l1]
        reference[k, :r1 - r0], reference_post[k, :r1 - r0] = pair["reference"][0][r0:r1], pair["reference"][1][r0:r1]
        learner_mask[k, :l1 - l0] = reference_mask[k, :r1 - r0] = 1
        share[k] = (r1 - r0) / len(pair["reference"][0])
    inputs = [torch.from_numpy(x) for x in
              (learner, learner_post, reference, reference_post, learner_mask, reference_mask)]
    return inputs, torch.tensor([i for i, _ in pieces]), torch.from_numpy(share), [p for _, p in pieces]


def distances(head, batch):
    """Distance of each pair (B), local distances (pieces, L), and the flattened batch's index and pieces."""
    inputs, index, share, pieces = flatten(batch)
    distance, local = head(*inputs)
    return torch.zeros(len(batch)).index_add(0, index, distance * share), local, index, pieces, inputs[4]


def word_loss(local, index, pieces, batch):
    """Mean local distance over each rated word's frames against the word's rating."""
    losses = []
    for k, (i, (_, _, l0, l1)) in enumerate(zip(index.tolist(), pieces)):
        for start, end, target in batch[i].get("words", ()):
            first, last = max(start, l0) - l0, min(end, l1) - l0
            if last > first:
                losses.append((local[k, first:last].mean() - target) ** 2)
    return torch.stack(losses).mean() if losses else torch.zeros(())


def loss_of(head, batch):
    distance, local, index, pieces, mask = distances(head, batch)
    graded = [i for i, p in enumerate(batch) if p["target"] is not None]
    others = [i for i, p in enumerate(batch) if p["target"] is None]
    target = torch.tensor([batch[i]["target"] for i in graded])
    found = distance[graded]
    weight = torch.tensor([VOICE_WEIGHT if "error" in batch[i] else 1.0 for i in graded])
    loss = 4 * (weight * (found - target).pow(2)).sum() / weight.sum() + 2 * step_loss(distance, batch) + torch.relu(MARGIN - distance[others]).pow(2).mean()
    rated = [k for k, i in enumerate(graded) if "total" in batch[i]]
    x, y = found[rated] - found[rated].mean(), target[rated] - target[rated].mean()
    loss = loss + 0.5 * (1 - (x * y).sum() / (x.norm() * y.norm() + 1e-6))
    mean_local = (local * mask).sum(1) / mask.sum(1)
    piece_target = torch.tensor([MARGIN if p["target"] is None else p["target"] for p in batch])[index]
    return loss + WORD_WEIGHT * word_loss(local, index, pieces, batch) + 0.25 * (mean_local - piece_target).pow(2).mean()


def step_loss(distance, batch):
    """Of two readings of one text the one with more wrong phonemes is farther, by the step of their targets."""
    losses = []
    voices = [i for i, p in enumerate(batch) if "error" in p]
    for a in voices:
        for b in voices:
            step = batch[b]["target"] - batch[a]["target"]
            if batch[a]["text"] == batch[b]["text"] and step > 0:
                losses.append(torch.relu(step - (distance[b] - distance[a])) ** 2)
    return torch.stack(losses).mean() if losses else torch.zeros(())


def predict(head, some, size=64):
    head.eval()
    with torch.no_grad():
        return np.concatenate([distances(head, some[i:i + size])[0].numpy() for i in range(0, len(some), size)])


def auc(low, high):
    """Share of (low, high) pairs in the right order; ties count half."""
    low, high = np.asarray(low)[:, None], np.asarray(high)[None]
    return float((low < high).mean() + 0.5 * (low == high).mean())


def check(head, choice_own, choice_other, korean):
    """Figures on data that is not trained on."""
    own, other = predict(head, choice_own), predict(head, choice_other)
    total = np.array([p["total"] for p in choice_own])
    ko, error = predict(head, korean), np.array([p["error"] for p in korean])
    return dict(total=np.corrcoef(-own, total)[0, 1], good=auc(own[total >= 8], own[total <= 5]), same=auc(own, other),
                mse=np.mean(((100 - 50 * own.clip(0, 2)) / 10 - total) ** 2),
                korean=auc(ko[error == 0], ko[(error >= 0.1) & (error <= 0.2)]),
                ko_right=np.median(100 - 50 * ko[error == 0]), ko_wrong=np.median(100 - 50 * ko[error == 0.15]))


def train(phones, sources, counts, choice, steps, checkpoint, seed=1, every=100):
    """`sources`: {name: pairs or groups of pairs}, `counts`: how many of each stand in a batch. Keeps the best step on the choice set."""
    if os.path.exists(checkpoint):
        head = Head(phones + 1)
        head.load_state_dict(torch.load(checkpoint)["head"])
        return head
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    head = Head(phones + 1)
    optimiser = torch.optim.AdamW(head.parameters(), 1e-3, weight_decay=5e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1e-3, total_steps=steps, pct_start=0.1)
    best, began, losses = None, time.time(), []
    for step in range(steps):
        head.train()
        drawn = [sources[name][i] for name, n in counts.items() for i in rng.integers(len(sources[name]), size=n)]
        batch = [pair for item in drawn for pair in (item if isinstance(item, list) else [item])]
        loss = loss_of(head, batch)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(head.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        losses.append(loss.item())
        if (step + 1) % every == 0:
            figures = check(head, *choice)
            print(f"head step {step + 1}/{steps} loss {np.mean(losses):.3f} "
                  f"{ {k: round(float(v), 3) for k, v in figures.items()} } {time.time() - began:.0f} s", flush=True)
            losses = []
            # agreement first, then the refusal of other sentences and Korean
            worth = figures["total"] + figures["same"] + 0.5 * figures["korean"]
            if best is None or worth > best[0]:
                best = (worth, {k: v.clone() for k, v in head.state_dict().items()}, figures, step + 1)
    head.load_state_dict(best[1])
    torch.save(dict(head=best[1], figures=best[2], step=best[3]), checkpoint)
    return head
