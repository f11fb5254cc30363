"""Step 3: the head learns the experts' ratings on aligned pieces. The encoder does not change."""
import copy
import os
import time

import numpy as np
import torch

from model import Head

MARGIN = 2.0
# target distance of other sentences: beyond the margin, so that the verdict can tell them from weak readings
OTHER_MARGIN = 2.5
# target distance, when the curve is fitted, of natives of a language outside the training data
NATIVE_TARGET = 0.2
NATIVES_IN_CURVE = 0.2
# weight of other sentences: small, because the verdict does not depend on the curve
OTHERS_IN_CURVE = 0.1
WORD_WEIGHT = 0.5
# the final weights are a running mean, because the noise of a single step is larger than its gain
MEAN_OVER_STEPS = 120


def flatten(batch):
    """Converts pairs to padded pieces: tensors for the head, the pair of each piece, and its share of the pair's reference."""
    pieces = [(i, p) for i, pair in enumerate(batch) for p in pair["pieces"]]
    sides, masks = [], []
    for side, (name, start, end) in enumerate((("learner", 2, 3), ("reference", 0, 1))):
        firsts = np.cumsum([0] + [len(pair[name][0]) for pair in batch])
        begin = np.array([firsts[i] + p[start] for i, p in pieces])[:, None]
        length = np.array([p[end] - p[start] for _, p in pieces])[:, None]
        place = np.arange(length.max())[None]
        frames = torch.from_numpy(begin + np.minimum(place, length - 1))
        mask = torch.from_numpy((place < length).astype(np.float32))
        for values in ([pair[name][0] for pair in batch], [pair[name][1] for pair in batch],
                       [pair["match"][side] for pair in batch]):
            sides.append(torch.cat([torch.as_tensor(v) for v in values])[frames] * mask[:, :, None])
        masks.append(mask)
    share = np.array([(p[1] - p[0]) / len(batch[i]["reference"][0]) for i, p in pieces], np.float32)
    return ([*sides, *masks], torch.tensor([i for i, _ in pieces]), torch.from_numpy(share), [p for _, p in pieces])


def distances(head, batch):
    """Distance of each pair (B), local distances (pieces, L), and the flattened batch's index and pieces."""
    inputs, index, share, pieces = flatten(batch)
    distance, local = head(*inputs)
    return torch.zeros(len(batch)).index_add(0, index, distance * share), local, index, pieces, inputs[6]


def word_loss(local, index, pieces, batch):
    """Loss of the mean local distance over each rated word's frames against the word's rating."""
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
    weight = torch.tensor([batch[i].get("weight", 1.0) for i in graded])
    loss = 4 * (weight * (found - target).pow(2)).sum() / weight.sum() + 3 * step_loss(distance, batch) + \
        torch.relu(OTHER_MARGIN - distance[others]).pow(2).mean()
    rated = [k for k, i in enumerate(graded) if "total" in batch[i]]
    x, y = found[rated] - found[rated].mean(), target[rated] - target[rated].mean()
    loss = loss + (1 - (x * y).sum() / (x.norm() * y.norm() + 1e-6))
    mean_local = (local * mask).sum(1) / mask.sum(1)
    piece_target = torch.tensor([MARGIN if p["target"] is None else p["target"] for p in batch])[index]
    return loss + WORD_WEIGHT * word_loss(local, index, pieces, batch) + 0.25 * (mean_local - piece_target).pow(2).mean()


def step_loss(distance, batch):
    """Of two readings of one text, the one with more wrong phonemes must have the greater distance. It must be greater by the
    difference of their targets."""
    losses = []
    graded = [i for i, p in enumerate(batch) if "error" in p]
    for a in graded:
        for b in graded:
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


def check(head, choice):
    """Figures on data outside the training set. `choice` holds own, other, korean and natives (groups, others)."""
    own, other = predict(head, choice["own"]), predict(head, choice["other"])
    total = np.array([p["total"] for p in choice["own"]])
    ko, error = predict(head, choice["korean"]), np.array([p["error"] for p in choice["korean"]])
    figures = dict(total=np.corrcoef(-own, total)[0, 1], good=auc(own[total >= 8], own[total <= 5]),
                   same=auc(own, other), mse=np.mean((points(own) / 10 - total) ** 2),
                   korean=auc(ko[error == 0], ko[(error >= 0.1) & (error <= 0.2)]),
                   koreanRight=np.median(points(ko[error == 0])), koreanWrong=np.median(points(ko[(error >= 0.12) & (error <= 0.18)])))
    groups, others = choice["natives"]
    if groups:
        native = [predict(head, some) for some in ([g[0] for g in groups], [p for g in groups for p in g[1:] if
                                                   p["error"] < 0.25], others)]
        figures.update(zip(("natives", "nativesWrong", "nativesOther"), (points(d).mean() for d in native)),
                       nativesAuc=auc(native[0], native[2]), nativesWrongAuc=auc(native[0], native[1]))
    return figures


def points(distance):
    return (100 - 50 * distance).clip(0, 100)


def fit_curve(heads, choice, smooth=0.02, steps=1500):
    """Sets the slopes of the heads' curve. They minimise the squared error on the choice set's rated pairs and natives, with
    other sentences beyond the margin, and with slopes that change little. The curve is needed because the distances of
    speakers outside the training set are a little too great."""
    heads.slopes.fill_(1.0)
    groups, others = choice["natives"]
    natives, others = [g[0] for g in groups], [*choice["other"], *others]
    own = torch.from_numpy(predict(heads, choice["own"]))
    target = torch.tensor([p["target"] for p in choice["own"]])
    native, other = (torch.from_numpy(predict(heads, some)) if some else torch.zeros(0) for some in (natives, others))
    raw = torch.zeros(len(heads.slopes), requires_grad=True)
    optimiser = torch.optim.Adam([raw], 0.03)
    for _ in range(steps):
        heads.slopes = raw.exp()
        error = (heads.curve(own).clamp(max=MARGIN) - target).pow(2).mean()
        if len(native):
            error = error + NATIVES_IN_CURVE * (heads.curve(native) - NATIVE_TARGET).pow(2).mean()
        error = error + torch.relu(MARGIN - heads.curve(other)).pow(2).mean() * OTHERS_IN_CURVE
        error = error + smooth * (raw[1:] - raw[:-1]).pow(2).sum()
        optimiser.zero_grad()
        error.backward()
        optimiser.step()
    heads.slopes = raw.detach().exp()
    return heads.slopes.numpy()


def follow(mean, model, step, over):
    """Updates the running mean of a model's weights (over about `over` steps) after `step`."""
    keep = min(1 - 1 / over, step / (step + 10))
    for kept, now in zip(mean.parameters(), model.parameters()):
        kept.data.mul_(keep).add_(now.data, alpha=1 - keep)


def worth(figures):
    """A single figure for the choice: mainly agreement with the experts, then refusal, wrong phonemes, and natives of languages
    that the encoder was not trained on."""
    return figures["total"] + figures["same"] + 0.5 * figures["korean"] + 0.5 * figures.get("nativesWrongAuc", 0) + \
        figures.get("nativesAuc", 0) + 0.004 * min(85, figures.get("natives", 85))


def train(phones, sources, counts, choice, steps, checkpoint, seed=1, every=100):
    """`sources`: {name: pairs or groups of pairs}, `counts`: how many of each are in a batch. Keeps the running mean of the
    weights that is best on the choice set."""
    return learn(lambda: Head(phones + 1), loss_of, sources, counts, steps, checkpoint, seed, every, MEAN_OVER_STEPS, "head",
                 lambda mean: check(mean, choice), worth)


def learn(make, loss_of, sources, counts, steps, checkpoint, seed, every, over, name, check, worth):
    """Trains the model that `make` returns on random batches. Every few steps it judges the running mean of the weights (over
    about `over` steps). Returns the best one; its figures are in `checkpoint`."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = make()
    if os.path.exists(checkpoint):
        model.load_state_dict(torch.load(checkpoint)["head"])
        return model
    mean = copy.deepcopy(model)
    optimiser = torch.optim.AdamW(model.parameters(), 1e-3, weight_decay=5e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1e-3, total_steps=steps, pct_start=0.1)
    best, began, losses = None, time.time(), []
    for step in range(steps):
        model.train()
        loss = loss_of(model, draw(sources, counts, rng))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        follow(mean, model, step, over)
        losses.append(loss.item())
        if (step + 1) % every == 0:
            figures = check(mean)
            print(f"{name} step {step + 1}/{steps} loss {np.mean(losses):.3f} "
                  f"{ {k: round(float(v), 4) for k, v in figures.items()} } {time.time() - began:.0f} s", flush=True)
            losses = []
            if best is None or worth(figures) > worth(best["figures"]):
                best = dict(head=copy.deepcopy(mean.state_dict()), figures=figures, step=step + 1)
    torch.save(best, checkpoint)
    model.load_state_dict(best["head"])
    return model


def draw(sources, counts, rng):
    """A batch with the given number of pairs, or groups of pairs, of each source."""
    drawn = [sources[name][i] for name, n in counts.items() if name in sources
             for i in rng.integers(len(sources[name]), size=n)]
    return [pair for item in drawn for pair in (item if isinstance(item, list) else [item])]
