"""The original's experiments: `/usr/bin/python3 training/experiments/run.py [--only NAME ...] [--short]`.

Runs the named experiments, or all, and prints the table. An interrupted run continues: finished rows are stored in --work.
The whole table takes hours; rows that were not run are marked. docs/experiments.md explains each experiment.
"""
import argparse
import importlib
import os

import torch

from common import rows, sizes, table
from common.sets import Sets

HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = ("original", "size", "colour", "trimming", "noise_filter", "epochs", "batch", "margin", "cleaning", "words",
         "shipped")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="NAME", help=", ".join(NAMES))
    options.add_argument("--short", action="store_true", help="a small run of everything, to test the chain")
    options.add_argument("--table", action="store_true", help="print the table of finished rows, and run nothing")
    options.add_argument("--markdown", action="store_true", help="the table for a document, without rows not run")
    options.add_argument("--work", help="default: training/work-experiments")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--jobs", type=int, default=2, help="recordings at a time for the pictures")
    options = options.parse_args()
    torch.set_num_threads(options.threads)
    work = options.work or os.path.join(HERE, "..", "work-experiments" + ("-short" if options.short else ""))
    os.makedirs(work, exist_ok=True)
    experiments = [importlib.import_module(name) for name in options.only]
    if not options.table:
        sets = Sets(work, sizes.SHORT if options.short else sizes.FULL, options.jobs)
        for experiment in experiments:
            for row in experiment.ROWS:
                rows.make(row, sets)
    lines = table.lines_of(experiments, lambda row: rows.read(work, row))
    print(table.as_markdown(lines) if options.markdown else table.as_text(lines))


if __name__ == "__main__":
    main()
