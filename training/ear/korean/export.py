"""Puts the phone ear of Korean into the ear's package, with its entry in the manifest.

Usage: python training/ear/korean/export.py --aligned FOLDER --heads FOLDER --out ear [--natives NATS --points N] [--witness FILE]
NATS and N come from `ear-wrong-jamo`, FILE from `ear-splices`: see README.md."""
import argparse
import collections
import csv
import json
import os
import shutil
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from manifest import kept, write_manifest  # noqa: E402
from phones import CLASS, SAME, SYMBOLS  # noqa: E402

FILE = "phones-ko.onnx"
TRAINED = {
    "files": [FILE], "madeBy": "training/ear/korean", "licence": "Apache-2.0",
    "data": [{"name": "Zeroth-Korean, 10 sentences of one speaker", "licence": "CC BY 4.0", "attribution": "OpenSLR 40"},
             {"name": "Cognitive Services Speech SDK, Korean sample, a neural voice", "licence": "MIT", "attribution": "Microsoft"},
             {"name": "Korean_FA, 3 example sentences, and its acoustic model for the phones' times", "licence": "Apache-2.0",
              "attribution": "Korea University EMCS Labs"},
             {"name": "pooi/SpeechRecognition, 9 digits", "licence": "Apache-2.0", "attribution": "pooi"}],
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("aligned", "heads", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--natives", type=float)
    parser.add_argument("--points", type=float)
    parser.add_argument("--witness")
    options = parser.parse_args()
    shutil.copyfile(os.path.join(options.heads, "ko-all.onnx"), os.path.join(options.out, FILE))
    with open(os.path.join(options.aligned, "phones.tsv"), encoding="utf-8", newline="") as file:
        counts = collections.Counter(CLASS[row["phone"]] for row in csv.DictReader(file, delimiter="\t"))
    manifest = kept(options.out)
    judge = manifest["judge"]
    if options.natives is not None:
        judge = {**judge, "evidence": {"natives": options.natives, "points": options.points}}
    others = [entry for entry in manifest["trained"] if entry["files"] != TRAINED["files"]]
    probe = {"graph": FILE, "symbols": SYMBOLS, "tokens": [counts[i + 1] for i in range(len(SYMBOLS))], "same": SAME}
    before = manifest["probes"].get("ko", {}).get("contrasts")
    contrasts = read_contrasts(options.witness) if options.witness else before
    if contrasts:
        probe["contrasts"] = contrasts
    write_manifest(options.out, probes={"ko": probe}, judge=judge, trained=[*others, TRAINED])
    print(f"{FILE}: {os.path.getsize(os.path.join(options.out, FILE)) / 1e6:.2f} MB")


def read_contrasts(file):
    """The second witness of each contrast that is ever named; four digits are enough."""
    rounded = lambda value: [rounded(one) for one in value] if isinstance(value, list) else float(f"{value:.4g}")  # noqa: E731
    with open(file, encoding="utf-8") as opened:
        return {name: {key: rounded(value) for key, value in contrast.items()} for name, contrast in json.load(opened).items()
                if contrast["least"] <= 1}


if __name__ == "__main__":
    main()
