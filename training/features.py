"""Mel features of every recording, made by the project's own command line and read back as arrays."""
import json
import os
import subprocess

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
LOG_OFFSET = 1e-4


def build(rows, work, model="default"):
    """`rows`: dicts with id, path and optional filter. Skipped where the same list was done before."""
    folder = os.path.join(work, "features")
    listing = os.path.join(work, "files.tsv")
    text = "id\tfile\tfilter\n" + "".join(
        f"{r['id']}\t{os.path.abspath(r['path'])}\t{r.get('filter', '')}\n" for r in rows)
    done = os.path.join(folder, "index.json")
    if os.path.exists(done) and os.path.exists(listing) and open(listing, encoding="utf-8").read() == text:
        return Features(folder)
    with open(listing, "w", encoding="utf-8") as out:
        out.write(text)
    subprocess.run(["node", os.path.join(ROOT, "bin", "pronunciation.js"), "features", "--list", listing,
                    "--model", model, "--out", folder, "--jobs", "2"], check=True)
    return Features(folder)


class Features:
    """`features[id]` is a float32 array (frames, bands) of log mel power."""

    def __init__(self, folder):
        with open(os.path.join(folder, "index.json"), encoding="utf-8") as lines:
            index = json.load(lines)
        self.parameters = index["features"]
        self.failed = index["failed"]
        self.entries = {e["id"]: e for e in index["entries"] if e["frames"] >= 8}
        self.data = np.load(os.path.join(folder, "features.npy"), mmap_mode="r")

    def __contains__(self, name):
        return name in self.entries

    def __getitem__(self, name):
        entry = self.entries[name]
        return np.array(self.data[entry["offset"]:entry["offset"] + entry["frames"]])
