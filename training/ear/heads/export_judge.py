"""Writes the judge and the phone head that are shipped: the mean of several judges in one graph, weights stored in 16 bits.

Usage: python training/ear/heads/export_judge.py --judges FILE.pt ... --phones phones-all.onnx --natives FEATURES --out ear"""
import argparse
import os
import sys

import numpy as np
import onnx
import torch
from torch import nn

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from half import stored_in_half  # noqa: E402
from manifest import kept, write_manifest  # noqa: E402
from pronunciations import SYMBOLS  # noqa: E402
from judge_data import read_features  # noqa: E402
from model import PHONE, SENTENCE, VECTORS, WORD  # noqa: E402
from train_judge import predicted  # noqa: E402

INPUTS = {"phones": (7, PHONE), "symbols": (7,), "phoneWords": (7,), "words": (3, WORD), "vectors": (3, VECTORS),
          "sentence": (SENTENCE,), "sentenceVectors": (VECTORS,), "useVectors": (1,)}
FREE = {"phones": {0: "P"}, "symbols": {0: "P"}, "phoneWords": {0: "P"}, "words": {0: "W"}, "vectors": {0: "W"},
        "phoneScores": {0: "P"}, "wordScores": {0: "W"}}
TRAINED = {
    "files": ["judge.onnx", "phones-en.onnx"], "madeBy": "training/ear/heads/export_judge.py", "licence": "Apache-2.0",
    "data": [{"name": "speechocean762, training part, 125 speakers", "licence": "CC BY 4.0",
              "attribution": "Zhang et al. 2021, speechocean762, OpenSLR 101"}],
}
NATIVE = 0.9


class Mean(nn.Module):
    """One recording: the mean of the judges' phone scores (P), word totals (W) and sentence scores (4)."""

    def __init__(self, judges):
        super().__init__()
        self.judges = nn.ModuleList(judges)

    def forward(self, phones, symbols, phoneWords, words, vectors, sentence, sentenceVectors, useVectors):
        present = torch.ones_like(words[None, :, 0])
        answers = [judge(phones[None], symbols[None], phoneWords[None], words[None], vectors[None], present, sentence[None],
                         sentenceVectors[None], useVectors[None]) for judge in self.judges]
        phone_scores, word_scores, sentence_scores = (torch.stack([answer[k][0] for answer in answers]).mean(0) for k in range(3))
        return phone_scores, word_scores[:, 0], sentence_scores


def example():
    torch.manual_seed(0)
    made = {name: torch.randn(shape) for name, shape in INPUTS.items()}
    made["symbols"], made["phoneWords"] = torch.arange(7) % 5, torch.tensor([0, 0, 1, 1, 1, 2, 2])
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--judges", nargs="+", required=True)
    parser.add_argument("--phones", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--natives", required=True, help="features of natives of a language that the judge has not learned")
    options = parser.parse_args()
    mean = Mean([torch.load(file).eval() for file in options.judges]).eval()
    given = example()
    raw = os.path.join(options.out, "judge.raw.onnx")
    torch.onnx.export(mean, tuple(given.values()), raw, opset_version=15, input_names=list(INPUTS),
                      output_names=["phoneScores", "wordScores", "sentenceScores"], dynamic_axes=FREE)
    for source, name in ((raw, "judge.onnx"), (options.phones, "phones-en.onnx")):
        file = os.path.join(options.out, name)
        onnx.save(stored_in_half(onnx.load(source)), file)
        print(f"{name}: {os.path.getsize(file) / 1e6:.1f} MB")
    os.remove(raw)
    before = kept(options.out)
    others = [entry for entry in before.get("trained", []) if entry["files"] != TRAINED["files"]]
    judge = {**before.get("judge", {}), "graph": "judge.onnx", "elsewhere": share_elsewhere(mean.judges, options.natives)}
    phones = {**before.get("phones", {}).get("en", {}), "dictionary": "english.txt.gz", "head": "phones-en.onnx", "symbols": SYMBOLS}
    write_manifest(options.out, phones={"en": phones},
                   judge=judge, trained=[*others, TRAINED])
    check(mean, given, os.path.join(options.out, "judge.onnx"))


def share_elsewhere(judges, folder):
    """Share of the lost points that natives of another language lose: chosen on every second recording, for 90 points."""
    names = sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".json"))
    totals = np.array([sentence[0] for sentence, _, _ in predicted(judges, [read_features(folder, name) for name in names], 0)])
    share = round(float((1 - NATIVE) / (1 - totals[::2].mean())), 2)
    others = 100 * (1 - share * (1 - totals[1::2]))
    print(f"natives elsewhere: {100 * totals.mean():.1f} points; with the share {share} of what they lose, the others: "
          f"{others.mean():.1f}, deviation {others.std():.1f}")
    return share


def check(mean, given, file):
    import onnxruntime
    session = onnxruntime.InferenceSession(file)
    for phones in (7, 1):  # another length than that of the export, and none
        cut = {name: values[:phones] if name in ("phones", "symbols", "phoneWords") else values for name, values in given.items()}
        if phones == 1:
            cut["phoneWords"] = torch.tensor([-1])
        with torch.no_grad():
            wanted = [value.numpy() for value in mean(**cut)]
        got = session.run(None, {name: value.numpy() for name, value in cut.items()})
        print("largest difference from torch:", ", ".join(f"{np.abs(a - b).max():.1e}" for a, b in zip(wanted, got)))


if __name__ == "__main__":
    main()
