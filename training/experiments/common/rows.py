"""Computes the rows. A row that has its figures already is not computed again."""
import os
import re

from common import cpu, shipped
from common.contrastive import Training
from common.judge import judge
from common.network import weights_of
from common.plan import ShippedRow


def make(row, sets):
    """Runs everything that the row needs, unless it is done already."""
    if sets.results.read(row.key) is None:
        measure = shipped.measure if isinstance(row, ShippedRow) else train
        sets.results.write(row.key, measure(row, sets))


def train(row, sets):
    run, folder = sets.sizes.of(row.run), os.path.join(sets.work, "runs")
    os.makedirs(folder, exist_ok=True)
    natives, foreigners = sets.classes(run)
    shown = sets.variant(run.variant)
    training = Training(run, natives, foreigners, os.path.join(folder, f"{row.key}.pt"), earlier(folder, row))
    training.until(sets.sizes.epochs_of(row))
    began = cpu.seconds()
    found = judge(training.network, sets, shown)
    if not sets.sizes.keep:
        os.remove(training.checkpoint)
    weights = weights_of(training.network)
    return dict(found, loss=training.loss, epoch=training.epoch, pictures=len(natives) + len(foreigners), weights=weights,
                megabytes=4 * weights / 1e6, seconds=round(training.seconds),
                cpuSeconds=round(training.cpu + cpu.seconds() - began, 1))


def earlier(folder, row):
    """The checkpoint of the same run's last row with fewer epochs, to continue from, or None. A row has a checkpoint of its
    own, since a network that was trained on has no way back."""
    named = re.compile(re.escape(row.run.key) + r"-(\d+)\.pt")
    epochs = [int(m[1]) for m in map(named.fullmatch, os.listdir(folder)) if m and int(m[1]) < row.epoch]
    return os.path.join(folder, f"{row.run.key}-{max(epochs)}.pt") if epochs else None
