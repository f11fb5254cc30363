"""Trains the picture models that ship: on the experts' ratings, and with a great distance for another sentence."""
import os
import time

import numpy as np
import torch
from torch.nn import functional as F

from common import figures
from common.contrastive import SECONDS_BETWEEN_CHECKPOINTS, embed
from common.network import CHANNELS, Small

EMBEDDING, DROPOUT, BATCH, MARGIN = 32, 0.3, 32, 2.0
RATING_WEIGHT, CORRELATION_WEIGHT = 4.0, 0.5


def target_of(total):
    """Distance whose score is ten times the experts' total."""
    return 2 * (1 - total / 10)


def moved(pictures, rng, amount=0.06):
    """Stretches and shifts each picture a little along time and frequency. New pixels at the edges are black."""
    n = len(pictures)
    random = lambda: torch.from_numpy(rng.uniform(-amount, amount, n)).float()
    theta = torch.zeros(n, 2, 3)
    theta[:, 0, 0], theta[:, 1, 1] = 1 + random(), 1 + random() / 2
    theta[:, 0, 2], theta[:, 1, 2] = random(), random() / 2
    return F.grid_sample(pictures, F.affine_grid(theta, pictures.shape, align_corners=False), align_corners=False)


def loss_of(learner, reference, target):
    """Loss of the embeddings (B, E) of learners and of the voice reading their texts. Each learner is compared with all readings
    of the batch: the own one should be at the rating's distance, the others beyond the margin."""
    distance = (learner[:, None] - reference[None]).pow(2).sum(2).add(1e-6).sqrt()
    own = distance.diagonal()
    other = distance[~torch.eye(len(own), dtype=torch.bool)]
    x, y = own - own.mean(), target - target.mean()
    correlation = (x * y).sum() / (x.norm() * y.norm() + 1e-6)
    return (RATING_WEIGHT * (own - target).pow(2).mean() + CORRELATION_WEIGHT * (1 - correlation)
            + torch.relu(MARGIN - other).pow(2).mean())


def check(network, choice):
    """Figures and distances on the choice set. choice: (own pairs, other pairs, pictures) as `judge` takes them."""
    own, other, shown = choice
    ids = sorted({p["id"] for p in own + other} | {f"voice/{p['text']}" for p in own + other})
    embedding = dict(zip(ids, embed(network, shown.stack(ids))))
    distances = [np.array([np.linalg.norm(embedding[p["id"]] - embedding[f"voice/{p['text']}"]) for p in some])
                 for some in (own, other)]
    return figures.agreement(*distances, [float(p["human"]) for p in own]), distances


def train(kind, learners, shown, choice, epochs, checkpoint, seed=1):
    """The network of the epoch that is best on the choice set, and its epoch. learners: rows with id, text, total."""
    torch.manual_seed(seed)
    network = Small(CHANNELS[kind], EMBEDDING, DROPOUT)
    optimiser = torch.optim.AdamW(network.parameters(), 1e-3, weight_decay=1e-2)
    state = dict(epoch=0, best=None)
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
    spoken = torch.from_numpy(shown.stack([f"voice/{r['text']}" for r in learners]))
    said = torch.from_numpy(shown.stack([r["id"] for r in learners]))
    target = torch.tensor([target_of(r["total"]) for r in learners])
    saved = time.time()
    while state["epoch"] < epochs:
        began, losses = time.time(), []
        rng = np.random.default_rng([seed, state["epoch"]])
        order = rng.permutation(len(learners))
        for group in optimiser.param_groups:  # a cosine from the first rate to 0
            group["lr"] = 1e-3 * 0.5 * (1 + np.cos(np.pi * state["epoch"] / epochs))
        network.train()
        for start in range(0, len(order) - 1, BATCH):
            some = order[start:start + BATCH]
            both = moved(torch.cat([said[some], spoken[some]]).float() / 255, rng)
            learner, reference = network(both).chunk(2)
            loss = loss_of(learner, reference, target[some])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
        found, _ = check(network, choice)
        worth = (found["pearson"] or 0) + found["aucSame"]
        state["epoch"] += 1
        if state["best"] is None or worth > state["best"]["worth"]:
            state["best"] = dict(worth=worth, epoch=state["epoch"],
                                 network={k: v.clone() for k, v in network.state_dict().items()})
        shown_figures = {k: round(v, 3) for k, v in found.items() if v is not None}
        print(f"{kind}: epoch {state['epoch']}/{epochs}, loss {np.mean(losses):.3f}, {shown_figures}, "
              f"{time.time() - began:.0f} s", flush=True)
        if time.time() - saved > SECONDS_BETWEEN_CHECKPOINTS or state["epoch"] == epochs:
            torch.save(dict(state, network=network.state_dict(), optimiser=optimiser.state_dict()), checkpoint)
            saved = time.time()
    network.load_state_dict(state["best"]["network"])
    return network, state["best"]["epoch"]
