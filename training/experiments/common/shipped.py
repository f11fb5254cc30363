"""The rows of the models of the package, measured by the project's own command line."""
import json
import os

import numpy as np

from common import cpu, figures
from common.material import LOUDNESS, ROOT, command, read_table

COLUMNS = ["id", "learner", "text", "language", "human", "same"]
# The column of the details that holds the score, for each witness; the Siamese network is judged by its distance.
SCORES = dict(ear="heard_total", both="score")


def measure(row, sets):
    """Figures of the model by one of its witnesses, on own and other texts of the choice set and on the louder copies."""
    found, report, spent = evaluated(row, sets, *([] if row.with_ear else ["--no-ear"]))
    if row.witness == "siamese":
        return dict(by_distance(found), megabytes=megabytes(row), cpuSeconds=spent)
    return dict(by_score(found, SCORES[row.witness]), aucSame=report["witnesses"][row.witness]["aucSame"],
                megabytes=megabytes(row), cpuSeconds=spent)


def evaluated(row, sets, *options):
    """(rows of the details, report, CPU seconds) of the command `evaluate`. Witnesses that need the same run share it."""
    name = os.path.join(sets.work, row.evaluation)
    if not os.path.exists(f"{name}.json"):
        began = cpu.seconds()
        every = sets.sizes.heard if row.with_ear else 1
        chosen = set(list(dict.fromkeys(p["id"] for p in sets.pairs))[::every])
        pairs = [dict(p, learner=p["path"]) for p in sets.pairs if p["id"] in chosen]
        louder = [dict(r["pair"], id=r["id"], learner=r["path"], human="") for r in sets.louder if r["pair"]["id"] in chosen]
        report, _ = (evaluate(f"{name}-{part}", rows, row.model, sets.jobs, options)
                     for part, rows in (("pairs", pairs), ("louder", louder)))
        with open(f"{name}.json", "w", encoding="utf-8") as out:
            json.dump(dict(report=report, cpuSeconds=round(cpu.seconds() - began, 1)), out)
    with open(f"{name}.json", encoding="utf-8") as lines:
        kept = json.load(lines)
    rows = [r for part in ("pairs", "louder") for r in read_table(f"{name}-{part}-details.tsv") if r["distance"] != ""]
    return rows, kept["report"], kept["cpuSeconds"]


def evaluate(name, rows, model, jobs, options):
    """Writes NAME-details.tsv and returns the report of the pairs `rows`."""
    with open(f"{name}.tsv", "w", encoding="utf-8") as out:
        out.writelines("\t".join(row) + "\n" for row in [COLUMNS, *([str(r[c]) for c in COLUMNS] for r in rows)])
    return json.loads(command(["evaluate", "--pairs", f"{name}.tsv", "--model", model, "--json",
                               "--details", f"{name}-details.tsv", "--jobs", jobs, *options]))


def own_and_other(rows):
    return [r for r in rows if r["same"] == "1" and "/" not in r["id"]], [r for r in rows if r["same"] == "0"]


def louder_of(rows, column):
    """The column's values (own, and one list for each louder copy) of the recordings that have all copies."""
    value = {r["id"]: float(r[column]) for r in rows if r["same"] == "1" and r[column] != ""}
    names = [i for i in value if "/" not in i and all(f"{copy}/{i}" in value for copy in LOUDNESS)]
    return dict(own=[value[i] for i in names], **{copy: [value[f"{copy}/{i}"] for i in names] for copy in LOUDNESS})


def by_distance(rows):
    own, other = own_and_other(rows)
    own_distance, other_distance = ([float(r["distance"]) for r in some] for some in (own, other))
    # The task of these models: the same sentence or another one.
    different = np.repeat([False, True], [len(own), len(other)])
    return dict(figures.agreement(own_distance, other_distance, [float(r["human"]) for r in own]),
                **figures.changes(**louder_of(rows, "distance")),
                accuracy=[figures.accuracy(own_distance + other_distance, different, t) for t in figures.THRESHOLDS])


def by_score(rows, column):
    """Without a distance there is no accuracy at a distance."""
    own = [r for r in own_and_other(rows)[0] if r[column] != ""]
    return dict(figures.agreement_of_scores([float(r[column]) for r in own], [float(r["human"]) for r in own]),
                **figures.changes_of_scores(**louder_of(rows, column)), accuracy=[None, None])


def megabytes(row):
    """Of the ONNX files of the model, and of the ear where it hears."""
    folder = os.path.join(ROOT, "models")
    with open(os.path.join(folder, f"{row.model}.json"), encoding="utf-8") as lines:
        files = [os.path.join(folder, file) for file in json.load(lines)["graphs"].values()]
    ear = os.path.join(ROOT, "ear")
    graphs = [os.path.join(ear, file) for file in sorted(os.listdir(ear)) if file.endswith(".onnx")]
    used = dict(siamese=files, ear=graphs, both=files + graphs)[row.witness]
    return sum(map(os.path.getsize, used)) / 1e6
