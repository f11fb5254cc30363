"""The original's training: random pairs of the classes native and foreigner, contrastive loss, Adam."""
import os
import time

import numpy as np
import torch
from torch.nn import functional as F

from common import cpu
from common.network import CHANNELS, NETWORKS

LEARNING_RATE = 5e-4
SECONDS_BETWEEN_CHECKPOINTS = 180


def contrastive_loss(distance, label, margin):
    """Hadsell, Chopra and LeCun 2006, without the factor 1/2; label 0 for the same class, 1 for different ones."""
    return ((1 - label) * distance.pow(2) + label * torch.relu(margin - distance).pow(2)).mean()


def class_pairs(sizes, count, rng):
    """`count` pairs (i, j, label) of picture numbers 0 to sum(sizes) - 1; the pictures of the second class come after those of
    the first. The first of a pair is any picture. The second is of the same or of the other class, with equal probability."""
    bounds = np.cumsum([0, *sizes])
    pairs = []
    for _ in range(count):
        i = rng.integers(bounds[-1])
        own = int(i >= bounds[1])
        label = int(rng.integers(2))
        other = own ^ label
        pairs.append((i, rng.integers(bounds[other], bounds[other + 1]), label))
    return np.array(pairs)


class Training:
    """One run that can be interrupted and continued; `until(epoch)` trains up to that epoch."""

    def __init__(self, run, natives, foreigners, checkpoint, begin=None):
        """natives, foreigners: uint8 arrays (n, channels, height, width); begin: the checkpoint to start from, as long as
        `checkpoint` does not exist."""
        torch.manual_seed(run.seed)
        self.run, self.sizes, self.checkpoint = run, (len(natives), len(foreigners)), checkpoint
        self.pictures = torch.from_numpy(np.concatenate([natives, foreigners]))
        self.network = NETWORKS[run.network](CHANNELS[run.kind])
        self.optimiser = torch.optim.Adam(self.network.parameters(), LEARNING_RATE)
        self.epoch, self.loss, self.seconds, self.cpu = 0, None, 0.0, 0.0
        start = checkpoint if os.path.exists(checkpoint) else begin
        if start is not None:
            kept = torch.load(start)
            self.network.load_state_dict(kept["network"])
            self.optimiser.load_state_dict(kept["optimiser"])
            self.epoch, self.loss, self.seconds, self.cpu = (kept[k] for k in ("epoch", "loss", "seconds", "cpu"))

    def save(self):
        torch.save(dict(network=self.network.state_dict(), optimiser=self.optimiser.state_dict(), epoch=self.epoch,
                        loss=self.loss, seconds=self.seconds, cpu=self.cpu), self.checkpoint + ".new")
        os.replace(self.checkpoint + ".new", self.checkpoint)

    def until(self, epoch):
        saved = time.time()
        while self.epoch < epoch:
            self.one_epoch()
            if time.time() - saved > SECONDS_BETWEEN_CHECKPOINTS or self.epoch == epoch:
                self.save()
                saved = time.time()

    def one_epoch(self):
        """One epoch: as many pairs as there are pictures. They are drawn with the epoch's own seed, so that an interrupted run
        continues with the same pairs."""
        began, began_cpu, losses = time.time(), cpu.seconds(), []
        self.network.train()
        pairs = class_pairs(self.sizes, sum(self.sizes), np.random.default_rng([self.run.seed, self.epoch]))
        for start in range(0, len(pairs), self.run.batch):
            first, second, label = pairs[start:start + self.run.batch].T
            distance = F.pairwise_distance(self.network(self.input(first)), self.network(self.input(second)))
            loss = contrastive_loss(distance, torch.from_numpy(label).float(), self.run.margin)
            self.optimiser.zero_grad()
            loss.backward()
            self.optimiser.step()
            losses.append(loss.item())
        self.epoch, self.loss = self.epoch + 1, float(np.mean(losses))
        self.seconds += time.time() - began
        self.cpu += cpu.seconds() - began_cpu
        print(f"{self.run.key}: epoch {self.epoch}, loss {self.loss:.4f}, {self.seconds:.0f} s", flush=True)

    def input(self, numbers):
        return self.pictures[numbers].float() / 255


def embed(network, stack, size=32):
    """Embeddings (n, E) of a uint8 stack of pictures."""
    network.eval()
    with torch.no_grad():
        parts = [network(torch.from_numpy(stack[i:i + size]).float() / 255) for i in range(0, len(stack), size)]
    return torch.cat(parts).numpy()
