"""Trains the phone ear of Korean on block 5 of the ear's encoder: where phones are, and which one a stretch of sound is.

Usage: python training/ear/korean/train.py --aligned FOLDER --heard FOLDER --out FOLDER
FOLDER `aligned` is from align.py, `heard` from `training ear`. Writes ko-0.onnx to ko-4.onnx, each trained without one fold of the
natives' sentences, ko-without-SPEAKER.onnx, ko-part-0.onnx to ko-part-2.onnx, each without a third of the sentences, ko-all.onnx,
trial.tsv and splices.tsv: which graph may hear which recording."""
import argparse
import csv
import json
import os
import sys

import numpy as np
import onnx
import torch
from torch import nn
from torch.nn import functional as F

sys.path += [os.path.join(os.path.dirname(os.path.abspath(__file__)), *up) for up in (("..", ".."), ("..",))]
from forced_alignment import phone_spans  # noqa: E402
from graph import FLOAT, Graph  # noqa: E402
from phones import CLASS, SYMBOLS  # noqa: E402
from segments import LENGTHS, PARTS, numbers  # noqa: E402

FOLDS, SIZE, CLASSES = 5, 512, len(SYMBOLS) + 1
# Natives whose sentences are reported in folds; the other recordings are a synthetic voice and single digits.
REPORTED = ("zeroth", "koreanfa")
FRAME_MS, JITTER, BATCH = 20, 0.6, 128
# A splice joins two recordings of one part, so that its graph has learned from neither.
SPLICED, SPLICE_PARTS = ("zeroth", "koreanfa", "azure"), 3
# Nobody knows whether this digit was read 영 or 공.
LEFT_OUT = ("pooi_digits-a_00-000",)


def read_rows(aligned, heard):
    """For each piece: id, file, text, speaker, frames (F x SIZE, less their mean), and its phones: (class, first frame, end),
    frames of the encoder."""
    with open(os.path.join(aligned, "list.tsv"), encoding="utf-8", newline="") as file:
        rows = {row["id"]: {**row, "phones": []} for row in csv.DictReader(file, delimiter="\t") if row["id"] not in LEFT_OUT}
    for row in rows.values():
        row["frames"], row["startMs"] = block5(heard, row["id"])
    with open(os.path.join(aligned, "phones.tsv"), encoding="utf-8", newline="") as file:
        for phone in csv.DictReader(file, delimiter="\t"):
            if phone["id"] in rows:
                row = rows[phone["id"]]
                times = [(1000 * float(phone[key]) - row["startMs"]) / FRAME_MS for key in ("start", "end")]
                row["phones"].append((CLASS[phone["phone"]], *times))
    reported = [row for row in rows.values() if row["speaker"] in REPORTED]
    for i, row in enumerate(reported):
        row["fold"] = i % FOLDS
    for i, row in enumerate(row for row in rows.values() if row["speaker"] in SPLICED):
        row["part"] = i % SPLICE_PARTS
    return list(rows.values())


def block5(folder, name):
    """What the command `ear` wrote: the block's frames less their mean, and the time of the first one."""
    with open(os.path.join(folder, f"{name}.json"), encoding="utf-8") as file:
        facts = json.load(file)
    first = (3 * len(facts["ids"]) + facts["frames"]) * SIZE
    frames = np.fromfile(os.path.join(folder, f"{name}.f32"), np.float32, facts["frames"] * SIZE, offset=4 * first)
    frames = frames.reshape(-1, SIZE)
    return frames - frames.mean(0), facts["startMs"]


def frame_classes(row):
    classes = np.zeros(len(row["frames"]), int)
    for phone, start, end in row["phones"]:
        classes[max(0, round(start)):max(0, round(end))] = phone
    return classes


def spans_of(row, rng=None):
    """Frames of the aligned phones; with `rng` their bounds are moved a little."""
    moved = [(start + (rng.uniform(-JITTER, JITTER) if rng else 0), end + (rng.uniform(-JITTER, JITTER) if rng else 0))
             for _, start, end in row["phones"]]
    return [(round(start), max(round(start) + 1, round(end))) for start, end in moved]


def regression(inputs, classes, epochs, rate, decay=0.05):
    """Softmax regression by AdamW. Returns inputs x CLASSES and CLASSES."""
    torch.manual_seed(0)
    layer = nn.Linear(inputs.shape[1], CLASSES)
    nn.init.zeros_(layer.weight)
    optimiser = torch.optim.AdamW(layer.parameters(), rate, weight_decay=decay)
    x, y = torch.tensor(inputs), torch.tensor(classes)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs * -(-len(y) // BATCH))
    for _ in range(epochs):
        for batch in torch.randperm(len(y)).split(BATCH):
            loss = F.cross_entropy(layer(x[batch]), y[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return layer.weight.detach().numpy().T, layer.bias.detach().numpy()


def log_softmax(values):
    values = values - values.max(1, keepdims=True)
    return values - np.log(np.exp(values).sum(1, keepdims=True))


def train(rows):
    """Returns the weights of the frames' and of the segments' regression, each with its bias."""
    by_frame = regression(np.concatenate([row["frames"] for row in rows]), np.concatenate([frame_classes(row) for row in rows]), 4, 2e-3)
    rng, inputs, classes = np.random.RandomState(0), [], []
    for row in rows:
        own = [phone for phone, _, _ in row["phones"]]
        found = phone_spans(log_softmax(row["frames"] @ by_frame[0] + by_frame[1]), own)
        for spans in (spans_of(row), spans_of(row, rng), found):
            inputs.append(numbers(row["frames"], spans))
            classes += own
    return by_frame, regression(np.concatenate(inputs), np.array(classes), 20, 1e-3)


def export(by_frame, by_segment, file):
    """frames (F x 512) -> logPosterior (F x classes, the pause first), evidence (F x 5 classes: what a frame says for each class
    as a part of a segment), lengths (4 x classes: weights of the three logarithms, bias)."""
    graph = Graph("phones-ko")
    frames = graph.input("frames", FLOAT, ["F", SIZE])
    centred = graph.op("Sub", frames, graph.op("ReduceMean", frames, axes=[0], keepdims=1))
    logits = graph.op("Add", graph.op("MatMul", centred, graph.half(by_frame[0])), graph.constant(by_frame[1]))
    graph.output("logPosterior", FLOAT, ["F", CLASSES], graph.op("LogSoftmax", logits, axis=-1))
    weights, bias = by_segment
    wide = weights[:PARTS * SIZE].reshape(PARTS, SIZE, CLASSES).transpose(1, 0, 2).reshape(SIZE, PARTS * CLASSES)
    graph.output("evidence", FLOAT, ["F", PARTS * CLASSES], graph.op("MatMul", centred, graph.half(wide)))
    graph.output("lengths", FLOAT, [LENGTHS + 1, CLASSES], graph.constant(np.concatenate([weights[PARTS * SIZE:], bias[None]])))
    onnx.save(graph.model(), file)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("aligned", "heard", "out"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    os.makedirs(options.out, exist_ok=True)
    rows = read_rows(options.aligned, options.heard)
    sets = {**{str(fold): lambda row, fold=fold: row.get("fold") != fold for fold in range(FOLDS)},
            **{f"without-{speaker}": lambda row, speaker=speaker: row["speaker"] != speaker for speaker in REPORTED},
            **{f"part-{part}": lambda row, part=part: row.get("part") != part for part in range(SPLICE_PARTS)},
            "all": lambda row: True}
    for name, is_learned in sets.items():
        learned = [row for row in rows if is_learned(row)]
        export(*train(learned), os.path.join(options.out, f"ko-{name}.onnx"))
        print(f"ko-{name}: {sum(len(row['phones']) for row in learned)} phones", flush=True)
    write_list(options, "trial", ["head", "other"],
               [(row, [f"ko-{row['fold']}", f"ko-without-{row['speaker']}"]) for row in rows if "fold" in row])
    write_list(options, "splices", ["speaker", "part", "head"],
               [(row, [row["speaker"], row["part"], f"ko-part-{row['part']}"]) for row in rows if "part" in row])


def write_list(options, name, columns, rows):
    with open(os.path.join(options.out, f"{name}.tsv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(["id", "file", "text", *columns])
        writer.writerows([row["id"], os.path.abspath(os.path.join(options.aligned, row["file"])), row["text"], *own] for row, own in rows)


if __name__ == "__main__":
    main()
