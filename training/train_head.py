"""Step 3: the judges learn the experts' ratings on aligned pieces; the encoder stays as it is."""
import copy
import os
import time

import numpy as np
import torch
from torch.nn import functional as F

from model import Judge, Judges

MARGIN = 2.0
# other sentences are pushed beyond the margin, so that the verdict has room between them and weak readings
OTHER_MARGIN = 2.5
# natives of a language that was never heard, when the curve is fitted
NATIVE_TARGET = 0.2
OTHERS_IN_CURVE = 0.3
WORD_WEIGHT = 0.5
# the mean of the pieces' distances learns what the sentence's does: words and pictures show it
PIECES_WEIGHT = 0.5
# a reading with more wrong phonemes is neither the sentence nor another one
STILL_THE_SENTENCE = 0.45
# the judge that is kept is a running mean of its weights: single steps differ by more than they learn
MEAN_OVER_STEPS = 120


def flatten(batch):
    """Pairs to padded pieces: tensors for the head, the pair of each piece and its share of the pair's reference."""
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


def judged(judge, batch):
    """What a `Judge` says of each pair, (B): distance, mismatch, mean distance of the pieces; and what the loss of pieces
    and words needs: local distances (pieces, L), the pair of each piece, the pieces, the mask of their frames."""
    inputs, index, share, pieces = flatten(batch)
    _, local, summary = judge.head(*inputs)
    summary = torch.zeros(len(batch), summary.shape[1]).index_add(0, index, summary * share[:, None])
    distance, mismatch = judge.sentence(summary, facts_of(batch))
    return distance, mismatch, summary[:, 0], (local, index, pieces, inputs[6])


def facts_of(batch):
    return torch.from_numpy(np.stack([p["facts"] for p in batch]))


def word_loss(local, index, pieces, batch):
    """Mean local distance over each rated word's frames against the word's rating."""
    losses = []
    for k, (i, (_, _, l0, l1)) in enumerate(zip(index.tolist(), pieces)):
        for start, end, target in batch[i].get("words", ()):
            first, last = max(start, l0) - l0, min(end, l1) - l0
            if last > first:
                losses.append((local[k, first:last].mean() - target) ** 2)
    return torch.stack(losses).mean() if losses else torch.zeros(())


def loss_of(judge, batch):
    distance, mismatch, of_pieces, (local, index, pieces, mask) = judged(judge, batch)
    loss = rating_loss(distance, batch) + PIECES_WEIGHT * rating_loss(of_pieces, batch) + mismatch_loss(mismatch, batch)
    mean_local = (local * mask).sum(1) / mask.sum(1)
    piece_target = torch.tensor([MARGIN if p["target"] is None else p["target"] for p in batch])[index]
    return loss + WORD_WEIGHT * word_loss(local, index, pieces, batch) + 0.25 * (mean_local - piece_target).pow(2).mean()


def rating_loss(distance, batch):
    """Squared error against the targets, their order and their correlation; other sentences lie beyond the margin."""
    graded = [i for i, p in enumerate(batch) if p["target"] is not None and "mismatch_alone" not in p]
    others = [i for i, p in enumerate(batch) if p["target"] is None]
    target = torch.tensor([batch[i]["target"] for i in graded])
    found = distance[graded]
    weight = torch.tensor([batch[i].get("weight", 1.0) for i in graded])
    loss = 4 * (weight * (found - target).pow(2)).sum() / weight.sum() + 3 * step_loss(distance, batch) + \
        torch.relu(OTHER_MARGIN - distance[others]).pow(2).mean()
    rated = [k for k, i in enumerate(graded) if "total" in batch[i]]
    x, y = found[rated] - found[rated].mean(), target[rated] - target[rated].mean()
    return loss + (1 - (x * y).sum() / (x.norm() * y.norm() + 1e-6))


def mismatch_loss(mismatch, batch):
    """Cross-entropy, both answers of equal weight."""
    own = [i for i, p in enumerate(batch) if p["target"] is not None and p.get("error", 0) <= STILL_THE_SENTENCE]
    other = [i for i, p in enumerate(batch) if p["target"] is None]
    return F.softplus(mismatch[own]).mean() + F.softplus(-mismatch[other]).mean()


def step_loss(distance, batch):
    """Of two readings of one text the one with more wrong phonemes is farther, by the step of their targets."""
    losses = []
    graded = [i for i, p in enumerate(batch) if "error" in p]
    for a in graded:
        for b in graded:
            step = batch[b]["target"] - batch[a]["target"]
            if batch[a]["text"] == batch[b]["text"] and step > 0:
                losses.append(torch.relu(step - (distance[b] - distance[a])) ** 2)
    return torch.stack(losses).mean() if losses else torch.zeros(())


def predict(judges, some, size=64):
    """What `Judges` say of pairs: (distances, mismatches)."""
    judges.eval()
    said = []
    with torch.no_grad():
        for i in range(0, len(some), size):
            every = [judged(judge, some[i:i + size])[:2] for judge in judges.judges]
            distance, mismatch = (torch.stack(each).mean(0) for each in zip(*every))
            said.append((judges.curve(distance).numpy(), mismatch.numpy()))
    return tuple(np.concatenate(each) for each in zip(*said))


def auc(low, high):
    """Share of (low, high) pairs in the right order; ties count half."""
    low, high = np.asarray(low)[:, None], np.asarray(high)[None]
    return float((low < high).mean() + 0.5 * (low == high).mean())


def check(judges, choice):
    """Figures on data that is not trained on: `choice` holds own, other, korean and natives (groups, others)."""
    (own, own_mismatch), (_, other_mismatch) = predict(judges, choice["own"]), predict(judges, choice["other"])
    total = np.array([p["total"] for p in choice["own"]])
    ko, error = predict(judges, choice["korean"])[0], np.array([p["error"] for p in choice["korean"]])
    figures = dict(total=np.corrcoef(-own, total)[0, 1], good=auc(own[total >= 8], own[total <= 5]),
                   same=auc(own_mismatch, other_mismatch), mse=np.mean((points(own) / 10 - total) ** 2),
                   korean=auc(ko[error == 0], ko[(error >= 0.1) & (error <= 0.2)]),
                   koreanRight=np.median(points(ko[error == 0])), koreanWrong=np.median(points(ko[(error >= 0.12) & (error <= 0.18)])))
    groups, others = choice["natives"]
    if groups:
        native, wrong, other = [predict(judges, some) for some in ([g[0] for g in groups], [p for g in groups for p in g[1:] if
                                                                   p["error"] < 0.25], others)]
        figures.update(zip(("natives", "nativesWrong", "nativesOther"), (points(d).mean() for d, _ in (native, wrong, other))),
                       nativesAuc=auc(native[1], other[1]), nativesWrongAuc=auc(native[0], wrong[0]))
    return figures


def points(distance):
    return (100 - 50 * distance).clip(0, 100)


def fit_curve(judges, choice, smooth=0.02, steps=1500):
    """Sets the slopes of the judges' curve: least squared error on the choice set's rated pairs and natives, with other
    sentences beyond the margin and slopes that change little. Who was trained on is heard a little too well:
    distances of others come out too long."""
    judges.slopes.fill_(1.0)
    groups, others = choice["natives"]
    natives, others = [g[0] for g in groups], [*choice["other"], *others]
    own = torch.from_numpy(predict(judges, choice["own"])[0])
    target = torch.tensor([p["target"] for p in choice["own"]])
    native, other = (torch.from_numpy(predict(judges, some)[0]) if some else torch.zeros(0) for some in (natives, others))
    raw = torch.zeros(len(judges.slopes), requires_grad=True)
    optimiser = torch.optim.Adam([raw], 0.03)
    for _ in range(steps):
        judges.slopes = raw.exp()
        error = (judges.curve(own).clamp(max=MARGIN) - target).pow(2).mean()
        if len(native):
            error = error + 0.5 * (judges.curve(native) - NATIVE_TARGET).pow(2).mean()
        error = error + torch.relu(MARGIN - judges.curve(other)).pow(2).mean() * OTHERS_IN_CURVE
        error = error + smooth * (raw[1:] - raw[:-1]).pow(2).sum()
        optimiser.zero_grad()
        error.backward()
        optimiser.step()
    judges.slopes = raw.detach().exp()
    return judges.slopes.numpy()


def follow(mean, model, step, over):
    """Moves the running mean of a model's weights, over about `over` steps, by what it is after `step`."""
    keep = min(1 - 1 / over, step / (step + 10))
    for kept, now in zip(mean.parameters(), model.parameters()):
        kept.data.mul_(keep).add_(now.data, alpha=1 - keep)


def worth(figures):
    """Agreement with the experts first, then refusal, wrong phonemes, and natives whom the encoder never heard."""
    return figures["total"] + figures["same"] + 0.5 * figures["korean"] + 0.5 * figures.get("nativesWrongAuc", 0) + \
        figures.get("nativesAuc", 0) + 0.004 * min(85, figures.get("natives", 85))


def train(phones, sources, counts, choice, steps, checkpoint, seed=1, every=100):
    """`sources`: {name: pairs or groups of pairs}, `counts`: how many of each stand in a batch. Keeps the best mean of
    the weights on the choice set."""
    judge = Judge(phones + 1)
    if os.path.exists(checkpoint):
        judge.load_state_dict(torch.load(checkpoint)["judge"])
        return judge
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    judge = Judge(phones + 1)
    facts = facts_of([p for some in sources.values() for item in some for p in (item if isinstance(item, list) else [item])])
    judge.sentence.fact_mean, judge.sentence.fact_deviation = facts.mean(0), facts.std(0) + 1e-3
    mean = copy.deepcopy(judge)
    optimiser = torch.optim.AdamW(judge.parameters(), 1e-3, weight_decay=5e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1e-3, total_steps=steps, pct_start=0.1)
    best, began, losses = None, time.time(), []
    for step in range(steps):
        judge.train()
        loss = loss_of(judge, draw(sources, counts, rng))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(judge.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        follow(mean, judge, step, MEAN_OVER_STEPS)
        losses.append(loss.item())
        if (step + 1) % every == 0:
            figures = check(Judges([mean]), choice)
            print(f"head step {step + 1}/{steps} loss {np.mean(losses):.3f} "
                  f"{ {k: round(float(v), 3) for k, v in figures.items()} } {time.time() - began:.0f} s", flush=True)
            losses = []
            if best is None or worth(figures) > best[0]:
                best = (worth(figures), copy.deepcopy(mean.state_dict()), figures, step + 1)
    mean.load_state_dict(best[1])
    torch.save(dict(judge=best[1], figures=best[2], step=best[3]), checkpoint)
    return mean


def draw(sources, counts, rng):
    """A batch of pairs: so many pairs, or groups of them, of each source that there is."""
    drawn = [sources[name][i] for name, n in counts.items() if name in sources
             for i in rng.integers(len(sources[name]), size=n)]
    return [pair for item in drawn for pair in (item if isinstance(item, list) else [item])]
