"""The row of a model of the package, measured by the project's own command line."""
import json
import os

import numpy as np

from common import figures
from common.material import LOUDNESS, ROOT, command, read_table

COLUMNS = ["id", "learner", "text", "language", "human", "same"]


def measure(row, sets):
    """Evaluates own and other texts of the choice set and the louder copies in one run."""
    model = row.model
    rows = [dict(p, id=p["id"], learner=p["path"]) for p in sets.pairs]
    rows += [dict(r["pair"], id=r["id"], learner=r["path"], human="") for r in sets.louder]
    table, details = (os.path.join(sets.work, f"{model}-{name}.tsv") for name in ("pairs", "details"))
    with open(table, "w", encoding="utf-8") as out:
        out.writelines("\t".join(row) + "\n" for row in [COLUMNS, *([str(r[c]) for c in COLUMNS] for r in rows)])
    command(["evaluate", "--pairs", table, "--model", model, "--details", details, "--no-ear", "--jobs", sets.jobs])
    measured = [r for r in read_table(details) if r["distance"] != ""]
    own = [r for r in measured if r["same"] == "1" and "/" not in r["id"]]
    other = [r for r in measured if r["same"] == "0"]
    distance = {r["id"]: float(r["distance"]) for r in measured if r["same"] == "1"}
    own_distance, other_distance = ([float(r["distance"]) for r in some] for some in (own, other))
    found = figures.agreement(own_distance, other_distance, [float(r["human"]) for r in own])
    names = [r["id"] for r in own if all(f"{copy}/{r['id']}" in distance for copy in LOUDNESS)]
    copies = {copy: [distance[f"{copy}/{name}"] for name in names] for copy in LOUDNESS}
    found.update(figures.changes([distance[name] for name in names], **copies))
    # The task of these models: the same sentence or another one.
    different = np.repeat([False, True], [len(own), len(other)])
    found["accuracy"] = [figures.accuracy(own_distance + other_distance, different, t) for t in figures.THRESHOLDS]
    return dict(found, megabytes=megabytes(model))


def megabytes(model):
    folder = os.path.join(ROOT, "models")
    with open(os.path.join(folder, f"{model}.json"), encoding="utf-8") as lines:
        graphs = json.load(lines)["graphs"]
    return sum(os.path.getsize(os.path.join(folder, file)) for file in graphs.values()) / 1e6
