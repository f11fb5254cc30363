"""Step 4: trains encoder and heads together, on the pairs of the head step, with the phone loss as well.

The statistics of the encoder's normalisation do not change. The result is a running mean of all weights.
"""
import copy
import os
import time

import numpy as np
import torch

import head_pairs
import train_head
from alignment import align_many, aligned
from augment import augment
from batches import pad
from model import embedding_lengths
from train_ctc import phone_loss

AUGMENTED = 0.3
PHONE_WEIGHT = 0.3
MEAN_OVER_STEPS = 80


def embedded_again(encoder, batch, mel, noises, rng):
    """The pairs of `batch`, embedded with gradients and aligned again; log posteriors by source."""
    features, places, said = [], {}, {}

    def place(side, may_change):
        source = side.source
        changed = may_change and rng.random() < AUGMENTED
        key = (id(source) if isinstance(source, np.ndarray) else source, changed)
        if key not in places:
            places[key] = len(features)
            x = mel[source] if isinstance(source, str) else source
            features.append(augment(x, rng, noises) if changed else x)
            if isinstance(source, str):
                said[places[key]] = source
        return places[key], changed

    found = [(place(p["learner"], True), place(p["reference"], False)) for p in batch]
    x, lengths = pad(features)
    embedding, log_posterior = encoder(x, lengths)
    sizes = embedding_lengths(lengths)
    frames = [(embedding[i, :, :n].T, log_posterior[i, :, :n].T) for i, n in enumerate(sizes.tolist())]
    alone = {i for p, ((l, _), (r, _)) in zip(batch, found) if p.get("heads_alone") for i in (l, r)}
    frames = [(e.detach(), log.detach()) if i in alone else (e, log) for i, (e, log) in enumerate(frames)]
    plain = [e.detach().numpy() for e, _ in frames]
    paths = align_many([(plain[l], plain[r]) for (l, _), (r, _) in found])
    again = []
    for p, ((l, changed), (r, _)), (cost, path) in zip(batch, found, paths):
        p = dict(p, learner=frames[l], reference=frames[r], **aligned(plain[l], plain[r], cost, path))
        if changed:
            p.pop("words", None)
        again.append(p)
    return again, (log_posterior, sizes, said)


def refresh(encoder, mel, some):
    """Embeds and aligns pairs again, in place, after the encoder has changed."""
    embed = head_pairs.Embedder(encoder, mel, None, 0)
    made_up = {}

    def again(side):
        if isinstance(side.source, str):
            return embed(side.source)
        if id(side.source) not in made_up:
            made_up[id(side.source)] = embed.embed(side.source)
        return made_up[id(side.source)]

    for p in some:
        p.update(learner=again(p["learner"]), reference=again(p["reference"]))
    head_pairs.align_all(some)


def choice_pairs(choice):
    groups, others = choice["natives"]
    return [*choice["own"], *choice["other"], *choice["korean"], *(p for g in groups for p in g), *others]


def train(encoder, heads, sources, counts, targets, mel, noises, choice, steps, checkpoint, seed=1, every=100):
    """`targets`: phones by name of the recording. Returns (encoder, heads), the new ones only if they are better on the choice
    set. The choice pairs are then embedded by the returned encoder."""
    mean = torch.nn.ModuleList([encoder, heads]).eval()
    if os.path.exists(checkpoint):
        mean.load_state_dict(torch.load(checkpoint)["model"])
        refresh(mean[0], mel, choice_pairs(choice))
        return mean[0], mean[1]
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = copy.deepcopy(mean)
    optimiser = torch.optim.AdamW([dict(params=model[0].parameters(), lr=2e-4),
                                   dict(params=model[1].parameters(), lr=4e-4)], weight_decay=3e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, [2e-4, 4e-4], total_steps=steps, pct_start=0.1)
    figures = train_head.check(mean[1], choice)
    best, began, losses = (train_head.worth(figures), copy.deepcopy(mean.state_dict()), figures, 0), time.time(), []
    for step in range(steps):
        model[1].train()
        batch = train_head.draw(sources, counts, rng)
        batch, (log_posterior, sizes, said) = embedded_again(model[0], batch, mel, noises, rng)
        spoken = [i for i, name in said.items() if targets.get(name)]
        phones = phone_loss(log_posterior[spoken], sizes[spoken], [targets[said[i]] for i in spoken])
        loss = sum(train_head.loss_of(head, batch) for head in model[1].heads) / len(model[1].heads)
        optimiser.zero_grad()
        (loss + PHONE_WEIGHT * phones).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        train_head.follow(mean, model, step, MEAN_OVER_STEPS)
        losses.append([loss.item(), phones.item()])
        if (step + 1) % every == 0:
            refresh(mean[0], mel, choice_pairs(choice))
            figures = train_head.check(mean[1], choice)
            print(f"joint step {step + 1}/{steps} loss, CTC {np.mean(losses, 0).round(3)} "
                  f"{ {k: round(float(v), 3) for k, v in figures.items()} } {time.time() - began:.0f} s", flush=True)
            losses = []
            if train_head.worth(figures) > best[0]:
                best = (train_head.worth(figures), copy.deepcopy(mean.state_dict()), figures, step + 1)
    mean.load_state_dict(best[1])
    torch.save(dict(model=best[1], figures=best[2], step=best[3]), checkpoint)
    refresh(mean[0], mel, choice_pairs(choice))
    return mean[0], mean[1]
