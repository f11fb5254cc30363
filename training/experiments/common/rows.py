"""Computes the rows. The figures of each row are stored in WORK/rows, so that a finished row is not computed again."""
import json
import os

from common import shipped
from common.contrastive import Training
from common.judge import judge
from common.network import weights_of
from common.plan import ShippedRow


def file_of(work, row):
    return os.path.join(work, "rows", f"{row.key}.json")


def read(work, row):
    """The row's figures, or None if it was not run."""
    try:
        with open(file_of(work, row), encoding="utf-8") as lines:
            return json.load(lines)
    except FileNotFoundError:
        return None


def make(row, sets):
    """Runs everything that the row needs, unless it is done already."""
    if read(sets.work, row) is not None:
        return
    found = shipped.measure(row.model, sets) if isinstance(row, ShippedRow) else train(row, sets)
    os.makedirs(os.path.join(sets.work, "rows"), exist_ok=True)
    with open(file_of(sets.work, row) + ".new", "w", encoding="utf-8") as out:
        json.dump(found, out, indent=2)
    os.replace(file_of(sets.work, row) + ".new", file_of(sets.work, row))


def train(row, sets):
    run = sets.sizes.of(row.run)
    os.makedirs(os.path.join(sets.work, "runs"), exist_ok=True)
    natives, foreigners = sets.classes(run)
    training = Training(run, natives, foreigners, os.path.join(sets.work, "runs", f"{run.key}.pt"))
    training.until(sets.sizes.epochs_of(row))
    weights = weights_of(training.network)
    return dict(judge(training.network, sets, sets.variant(run.variant)), loss=training.loss, epoch=training.epoch,
                pictures=len(natives) + len(foreigners), seconds=round(training.seconds), weights=weights,
                megabytes=4 * weights / 1e6)
