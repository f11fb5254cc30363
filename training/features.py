"""Mel features of every recording, computed by the project's command line and read as arrays."""
import json
import os
import subprocess

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
LOG_OFFSET = 1e-4


def build(rows, work, model="default"):
    """`rows`: dicts with id, path and optional filter. Skips recordings of an earlier run."""
    folder = os.path.join(work, "features")
    features = Features(folder)
    wanted = {r["id"]: r for r in rows if r["id"] not in features.seen}
    if wanted:
        part = os.path.join(folder, str(len(features.parts)))
        os.makedirs(part, exist_ok=True)
        listing = os.path.join(part, "files.tsv")
        with open(listing, "w", encoding="utf-8") as out:
            out.write("id\tfile\tfilter\n")
            out.writelines(f"{r['id']}\t{os.path.abspath(r['path'])}\t{r.get('filter', '')}\n" for r in wanted.values())
        subprocess.run(["node", os.path.join(ROOT, "tools", "run.mjs"), "training", "features", "--list", listing,
                        "--model", model, "--out", part, "--jobs", "2"], check=True)
        features = Features(folder)
    return features


class Features:
    """`features[id]` is a float32 array (frames, bands) of log mel power."""

    def __init__(self, folder):
        self.parts, self.entries, self.seen = [], {}, set()
        while os.path.exists(os.path.join(folder, str(len(self.parts)), "index.json")):
            self.read(os.path.join(folder, str(len(self.parts))))

    def read(self, part):
        with open(os.path.join(part, "index.json"), encoding="utf-8") as lines:
            index = json.load(lines)
        self.parameters = index["features"]
        self.seen.update(e["id"] for e in index["entries"] + index["failed"])
        self.entries.update({e["id"]: dict(e, part=len(self.parts)) for e in index["entries"] if e["frames"] >= 8})
        self.parts.append(np.load(os.path.join(part, "features.npy"), mmap_mode="r"))

    def __contains__(self, name):
        return name in self.entries

    def __getitem__(self, name):
        entry = self.entries[name]
        return np.array(self.parts[entry["part"]][entry["offset"]:entry["offset"] + entry["frames"]])
