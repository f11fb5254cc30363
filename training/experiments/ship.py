"""Trains the two picture models of the package: `/usr/bin/python3 training/experiments/ship.py`.

They are the small form of the original's network, one model for gray and one for colour pictures, trained on the experts'
ratings. An interrupted run continues where it stopped. With --report it only measures the models on the report set and
writes the figures into their manifests.
"""
import argparse
import json
import os
import subprocess
import tempfile

import numpy as np
import torch

from common import rated, sizes
from common.material import COMMAND, ROOT, command
from common.network import CHANNELS, HEIGHT, WIDTH, weights_of
from common.pictures import manifest_of
from common.results import Results
from common.sets import Sets
import corpus

HERE = os.path.dirname(os.path.abspath(__file__))
MODELS = {"picture-gray": "gray", "picture-colour": "magma"}
TITLES = {"gray": "Gray pictures, for comparison", "magma": "Colour pictures, for comparison"}
DESCRIPTION = (
    "A small form of the original project's network: it sees each recording as one {colour} picture of {height} x {width} "
    "and compares the two pictures as wholes. For lessons and comparisons; its scores agree with human ratings far less "
    "than the default model's, it does not know which part was off, and it lets most other sentences pass.")
FALSE_REJECTS = 0.01
OPSET = 15
EPOCHS = 20


def limits(own, other):
    """The limit of wrong-sentence at which 1 % of the right sentences are refused, and its error rates."""
    limit = round(float(np.quantile(own, 1 - FALSE_REJECTS)), 4)
    rates = dict(falseReject=round(float((own > limit).mean()), 4), falseAccept=round(float((other <= limit).mean()), 4))
    return limit, rates


def export(network, channels, file):
    network.eval()
    torch.onnx.export(network, torch.rand(1, channels, HEIGHT, WIDTH), file, opset_version=OPSET,
                      input_names=["picture"], output_names=["embedding"])


def write(name, kind, network, epoch, choice, features, folder):
    """Writes the graph and its manifest."""
    found, (own, other) = rated.check(network, choice)
    limit, rates = limits(own, other)
    export(network, CHANNELS[kind], os.path.join(folder, f"{name}.encoder.onnx"))
    manifest = manifest_of(
        name, features, title=TITLES[kind],
        description=DESCRIPTION.format(colour="gray" if kind == "gray" else "colour", height=HEIGHT, width=WIDTH),
        score=dict(margin=rated.MARGIN),
        verdict=dict(maxMismatch=limit, minRmsDb=-60, maxClippedShare=0.05, minSnrDb=3),
        licence="Apache-2.0",
        training=dict(
            command="/usr/bin/python3 training/experiments/ship.py", epochs=epoch, weights=weights_of(network),
            data=[dict(name="speechocean762, training part without the report set's 25 speakers", licence="CC BY 4.0",
                       attribution="Zhang et al. 2021, speechocean762, OpenSLR 101"),
                  dict(name="English sentences spoken by espeak-ng", licence="made by this project")]),
        figures=dict(choiceSet=dict({k: round(v, 4) for k, v in found.items() if v is not None}, wrongSentence=rates)))
    with open(os.path.join(folder, f"{name}.json"), "w", encoding="utf-8") as out:
        json.dump(manifest, out, indent=2, ensure_ascii=False)
        out.write("\n")


def report(name, folder):
    """Measures the protocol's figures on the report set with the project's command line, and writes them into the manifest."""
    with tempfile.TemporaryDirectory() as work:
        pairs = os.path.join(work, "report.tsv")
        command(["pairs", "--speech", corpus.SPEECH, "--set", "report", "--out", pairs])
        run = subprocess.run(["node", COMMAND, "evaluate", "--pairs", pairs, "--model", name, "--models", folder, "--json",
                              "--bootstrap", "speaker"], check=True, stdout=subprocess.PIPE, text=True)
    file = os.path.join(folder, f"{name}.json")
    with open(file, encoding="utf-8") as lines:
        manifest = json.load(lines)
    manifest["figures"]["reportSet"] = json.loads(run.stdout, parse_float=lambda text: round(float(text), 4))
    print(name, json.dumps(manifest["figures"]["reportSet"]))
    with open(file, "w", encoding="utf-8") as out:
        json.dump(manifest, out, indent=2, ensure_ascii=False)
        out.write("\n")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", nargs="+", choices=MODELS, default=list(MODELS), metavar="MODEL")
    options.add_argument("--report", action="store_true", help="measure on the report set, once, at the end")
    options.add_argument("--short", action="store_true", help="a small run of everything, to test the chain")
    options.add_argument("--out", default=os.path.join(ROOT, "models"), help="folder of the models")
    options.add_argument("--work", help="default: training/work-experiments")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--jobs", type=int, default=2, help="recordings at a time for the pictures")
    options = options.parse_args()
    torch.set_num_threads(options.threads)
    if options.report:
        for name in options.only:
            report(name, options.out)
        return
    work = options.work or os.path.join(HERE, "..", "work-experiments" + ("-short" if options.short else ""))
    os.makedirs(work, exist_ok=True)
    sets = Sets(work, sizes.SHORT if options.short else sizes.FULL, options.jobs,
                Results(os.path.join(work, "rows")))
    for name in options.only:
        kind = MODELS[name]
        shown = sets.variant(f"{kind}-all")
        pairs = [p for p in sets.pairs if p["id"] in shown and f"voice/{p['text']}" in shown]
        choice = [p for p in pairs if p["same"] == "1"], [p for p in pairs if p["same"] == "0"], shown
        learners = [r for r in sets.learners if r["id"] in shown]
        network, epoch = rated.train(kind, learners, shown, choice, max(1, round(EPOCHS * sets.sizes.epochs)),
                                     os.path.join(work, f"{name}.pt"))
        write(name, kind, network, epoch, choice, shown.features, options.out)


if __name__ == "__main__":
    main()
