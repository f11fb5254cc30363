"""The original's experiments: `/usr/bin/python3 training/experiments/run.py [--only NAME ...] [--seeds N ...] [--short]`.

Runs the named experiments in that order, or all, and prints the table. An interrupted run continues. A finished row is stored
in training/experiments/results (with --short or --work: in WORK/rows) and not run again. docs/experiments.md explains each
experiment. The whole table takes hours.
"""
import argparse
import importlib
import os

from common import sizes, table
from common.results import Results

HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = ("original", "size", "colour", "trimming", "noise_filter", "epochs", "batch", "margin", "cleaning", "words",
         "shipped")


def run(experiments, results, work, options):
    import torch  # not needed to print the table

    from common import rows
    from common.sets import Sets

    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)  # a loss near 0 makes gradients so small that they take many times as long
    os.makedirs(work, exist_ok=True)
    sets = Sets(work, sizes.SHORT if options.short else sizes.FULL, options.jobs, results)
    for seed in options.seeds:
        for row in [row.with_seed(seed) for experiment in experiments for row in experiment.ROWS]:
            rows.make(row, sets)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="NAME", help=", ".join(NAMES))
    options.add_argument("--seeds", nargs="+", type=int, default=[1], metavar="N",
                         help="random seeds, one training for each; with more than one, the table has means and ranges")
    options.add_argument("--short", action="store_true", help="a small run of everything, to test the chain")
    options.add_argument("--table", action="store_true", help="print the table of finished rows, and run nothing")
    options.add_argument("--markdown", action="store_true", help="the tables of docs/experiments.md, without rows not run")
    options.add_argument("--work", help="default: training/work-experiments")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--jobs", type=int, default=2, help="recordings at a time for the pictures")
    options = options.parse_args()
    work = options.work or os.path.join(HERE, "..", "work-experiments" + ("-short" if options.short else ""))
    results = Results(os.path.join(work, "rows") if options.work or options.short else os.path.join(HERE, "results"))
    experiments = [importlib.import_module(name) for name in options.only]
    if not options.table:
        run(experiments, results, work, options)
    groups = table.groups_of(experiments, results)
    print(table.as_markdown(groups, results) if options.markdown else table.as_text(groups, results))


if __name__ == "__main__":
    main()
