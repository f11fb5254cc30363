"""Trains the neighbour head: CTC on the phones of what learners, natives and synthetic voices said, over blocks 4 and 5 of the encoder.

Usage: python3 training/ear/english/train.py --heard FOLDER --said FILE --others FOLDER --out FILE.onnx
The first folder holds the rated learners; FILE is the table (id, text) of the other recordings, which the second folder holds."""
import argparse
import csv
import os
import random
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "heads"))
from pronunciations import ID, SYMBOLS, read_dictionary  # noqa: E402
from recordings import SIZE, heard, ids, learners  # noqa: E402

EPOCHS, BATCH, WELL_SAID = 6, 24, 1.6


class NeighbourHead(nn.Module):
    """frames x 512 of each block -> log posteriors, frames x 40 (the blank first). One frame is 20 ms."""

    def __init__(self, width=224):
        super().__init__()
        self.norm4, self.norm5 = nn.LayerNorm(SIZE), nn.LayerNorm(SIZE)
        self.narrow = nn.Linear(2 * SIZE, width)
        self.near = nn.Conv1d(width, width, 5, padding=2)
        self.out = nn.Linear(width, len(SYMBOLS) + 1)
        self.drop = nn.Dropout(0.2)

    def forward(self, block4, block5):
        both = torch.cat([self.norm4(block4), self.norm5(block5)], -1)
        hidden = F.gelu(self.narrow(self.drop(both)))
        hidden = hidden + F.gelu(self.near(self.drop(hidden).transpose(1, 2)).transpose(1, 2))
        return self.out(self.drop(hidden)).log_softmax(-1)


class Single(nn.Module):
    """The same for one recording, as the graph has it."""

    def __init__(self, head):
        super().__init__()
        self.head = head

    def forward(self, block4, block5):
        return self.head(block4[None], block5[None])[0]


def blocks(folder, row_id):
    """frames x 1024, float16: blocks 4 and 5."""
    facts = heard(folder, row_id)
    tokens, frames = len(facts["ids"]), facts["frames"]
    both = np.fromfile(os.path.join(folder, f"{row_id}.f32"), np.float32, 2 * frames * SIZE, offset=4 * 3 * tokens * SIZE)
    return np.concatenate(both.reshape(2, frames, SIZE), 1).astype(np.float16)


def texts(file, dictionary):
    with open(file, encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened, delimiter="\t"):
            words = [dictionary.get(word) for word in row["text"].lower().split()]
            if all(words):
                yield row["id"], [ID[phone] for word in words for phone in word[0]]


def train(rows, seed=0):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    head = NeighbourHead()
    optimiser = torch.optim.AdamW(head.parameters(), 1e-3, weight_decay=0.02)
    steps = EPOCHS * (len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps + 1)
    started = time.time()
    for epoch in range(EPOCHS):
        ordered = sorted(rows, key=lambda row: len(row[1]) + rng.random() * 40)
        batches = [ordered[i:i + BATCH] for i in range(0, len(ordered) - BATCH + 1, BATCH)]
        rng.shuffle(batches)
        total = 0.0
        for batch in batches:
            lengths = torch.tensor([len(frames) for _, frames, _ in batch])
            x = torch.zeros(len(batch), int(lengths.max()), 2 * SIZE)
            for i, (_, frames, _) in enumerate(batch):
                x[i, :lengths[i]] = torch.from_numpy(frames.astype(np.float32))
            targets = [phones for phones, _, _ in batch]
            loss = F.ctc_loss(head(x[..., :SIZE], x[..., SIZE:]).transpose(0, 1), torch.tensor(sum(targets, [])), lengths,
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
    given = (torch.zeros(50, SIZE), torch.zeros(50, SIZE))
    torch.onnx.export(Single(head), given, file, opset_version=15, input_names=["block4", "block5"], output_names=["logPosterior"],
                      dynamic_axes={name: {0: "F"} for name in ("block4", "block5", "logPosterior")})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("heard", "said", "others", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--without", help="file of learners, one a line, who are not learned from")
    parser.add_argument("--learners", type=int, default=700, help="so many of their recordings")
    options = parser.parse_args()
    without = set(open(options.without, encoding="utf-8").read().split()) if options.without else set()
    rows = []
    rated = learners()
    random.Random(0).shuffle(rated)
    for row in rated:
        if row["speaker"] in without or len(rows) == options.learners:
            continue
        phones = [phone for word in row["words"] for phone in ids(word, WELL_SAID)]
        if phones:
            rows.append((phones, blocks(options.heard, row["id"]), "learner"))
    print(len(rows), "learners' recordings")
    rows += [(phones, blocks(options.others, name), "other") for name, phones in texts(options.said, read_dictionary())
             if os.path.exists(os.path.join(options.others, f"{name}.json"))]
    print(len(rows), "recordings")
    export(train(rows), options.out)


if __name__ == "__main__":
    main()
