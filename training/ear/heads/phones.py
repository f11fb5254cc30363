"""Trains the phone head: CTC on the English phones of what learners said well, over block 5 of the ear's encoder.

Usage: python3 training/ear/heads/phones.py --heard FOLDER --out FOLDER [--only FOLD ...]
Writes phones-0.onnx to phones-4.onnx, each trained without one fold of speakers, and phones-all.onnx."""
import argparse
import os
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from pronunciations import SYMBOLS
from recordings import FOLDS, SIZE, block5, heard, ids, learners

EPOCHS, BATCH, WELL_SAID = 7, 24, 0.8


class PhoneHead(nn.Module):
    """frames x 512 -> log posteriors, frames x 40 (the blank first). One frame is 20 ms."""

    def __init__(self, width=192):
        super().__init__()
        self.norm = nn.LayerNorm(SIZE)
        self.near = nn.Conv1d(SIZE, width, 3, padding=1)
        self.out = nn.Linear(width, len(SYMBOLS) + 1)
        self.drop = nn.Dropout(0.2)

    def forward(self, frames):
        hidden = self.near(self.drop(self.norm(frames)).transpose(1, 2)).transpose(1, 2)
        return self.out(self.drop(F.gelu(hidden))).log_softmax(-1)


class Single(nn.Module):
    """The same for one recording, as the graph has it."""

    def __init__(self, head):
        super().__init__()
        self.head = head

    def forward(self, frames):
        return self.head(frames[None])[0]


def train(rows, frames, seed=0):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    head = PhoneHead()
    optimiser = torch.optim.AdamW(head.parameters(), 1e-3, weight_decay=0.02)
    steps = EPOCHS * (len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps + 1)
    started = time.time()
    for epoch in range(EPOCHS):
        ordered = sorted(rows, key=lambda row: len(frames[row["id"]]) + rng.random() * 40)
        batches = [ordered[i:i + BATCH] for i in range(0, len(ordered) - BATCH + 1, BATCH)]
        rng.shuffle(batches)
        total = 0.0
        for batch in batches:
            lengths = torch.tensor([len(frames[row["id"]]) for row in batch])
            x = torch.zeros(len(batch), int(lengths.max()), SIZE)
            for i, row in enumerate(batch):
                x[i, :lengths[i]] = torch.from_numpy(frames[row["id"]].astype(np.float32))
            targets = [[phone for word in row["words"] for phone in ids(word, WELL_SAID)] for row in batch]
            loss = F.ctc_loss(head(x).transpose(0, 1), torch.tensor(sum(targets, [])), lengths,
                              torch.tensor([len(target) for target in targets]), zero_infinity=True)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1)
            optimiser.step()
            schedule.step()
            total += float(loss)
        print(f"  epoch {epoch}: loss {total / len(batches):.3f}, {time.time() - started:.0f} s", flush=True)
    return head.eval()


def export(head, file):
    torch.onnx.export(Single(head), torch.zeros(50, SIZE), file, opset_version=15, input_names=["frames"],
                      output_names=["logPosterior"], dynamic_axes={"frames": {0: "F"}, "logPosterior": {0: "F"}})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--heard", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--every", type=int, default=1, help="a short run: every n-th recording")
    options = parser.parse_args()
    torch.set_num_threads(1)
    os.makedirs(options.out, exist_ok=True)
    rows = learners()[::options.every]
    frames = {row["id"]: block5(options.heard, row["id"], heard(options.heard, row["id"])) for row in rows}
    for fold in options.only or [*map(str, range(FOLDS)), "all"]:
        file = os.path.join(options.out, f"phones-{fold}.onnx")
        if os.path.exists(file):
            continue
        print(f"fold {fold}", flush=True)
        export(train([row for row in rows if str(row["fold"]) != fold], frames), file + ".part")
        os.replace(file + ".part", file)


if __name__ == "__main__":
    main()
