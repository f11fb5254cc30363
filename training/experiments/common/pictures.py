"""Pictures of recordings, made by the project's command line and read as arrays."""
import json
import os

import numpy as np

from common.material import command

# As in the original: librosa's defaults at 22,050 Hz, dB below the maximum, down to -80 dB, scaled to 99 x 250.
FEATURES = dict(
    sampleRate=22050, fftSize=2048, windowLength=2048, hopLength=512, bands=128, fMin=0, fMax=11025, melScale="slaney",
    melNorm="slaney", preEmphasis=0, trimDb=30, rmsNormalise=False, scale="db", topDb=80, logOffset=1e-10,
    picture="gray", pictureHeight=99, pictureWidth=250)


def features_of(kind="gray", trim=True):
    """@param kind gray or magma (colour)"""
    return dict(FEATURES, picture=kind, trimDb=FEATURES["trimDb"] if trim else None)


def manifest_of(name, features, **more):
    """Writes a picture model's manifest for the features command, which does not need the graph."""
    return dict(dict(
        name=name, title=name, description="", architecture="picture", graphs=dict(encoder=f"{name}.encoder.onnx"),
        features=features, score=dict(margin=2),
        verdict=dict(maxMismatch=2, minRmsDb=-60, maxClippedShare=0.05, minSnrDb=3),
        licence="Apache-2.0", training={}, figures={}), **more)


def build(rows, work, name, features, jobs=1):
    """Pictures of `rows` (id, path, optional filter). Skipped if the same list was done with the same features."""
    folder, models = os.path.join(work, f"pictures-{name}"), os.path.join(work, "models")
    os.makedirs(models, exist_ok=True)
    asked = json.dumps([features, [(r["id"], r.get("filter", "")) for r in rows]], ensure_ascii=False)
    stamp, listing = os.path.join(folder, "asked.json"), os.path.join(work, f"pictures-{name}.tsv")
    if os.path.exists(stamp) and open(stamp, encoding="utf-8").read() == asked:
        return Pictures(folder)
    with open(os.path.join(models, f"{name}.json"), "w", encoding="utf-8") as out:
        json.dump(manifest_of(name, features), out)
    with open(listing, "w", encoding="utf-8") as out:
        out.write("id\tfile\tfilter\n")
        out.writelines(f"{r['id']}\t{os.path.abspath(r['path'])}\t{r.get('filter', '')}\n" for r in rows)
    command(["features", "--list", listing, "--model", name, "--models", models, "--out", folder, "--jobs", jobs])
    with open(stamp, "w", encoding="utf-8") as out:
        out.write(asked)
    return Pictures(folder)


class Pictures:
    """`pictures.stack(ids)` is a uint8 array (n, channels, height, width)."""

    def __init__(self, folder):
        with open(os.path.join(folder, "index.json"), encoding="utf-8") as lines:
            index = json.load(lines)
        self.features = index["features"]
        self.entries = {e["id"]: e for e in index["entries"] if e["frames"] > 0}
        self.data = np.load(os.path.join(folder, "pictures.npy"), mmap_mode="r")

    def __contains__(self, name):
        return name in self.entries

    def snr_db(self, name):
        return self.entries[name]["noise"]["snrDb"]

    def stack(self, ids):
        rows = self.data[[self.entries[name]["offset"] for name in ids]]
        return np.ascontiguousarray(rows.transpose(0, 3, 1, 2))
