"""How much the Siamese network's score counts beside the ear's rating: least squares on the speakers that the network was not
trained on, with the judge's answers of the held-out folds.

Usage: python3 training/ear/heads/weigh.py --predictions JUDGES/predictions.json --details DETAILS.tsv [--record FILE.json]
DETAILS.tsv is what `pronunciation evaluate --no-ear --details` writes for recordings of the rated learners; its column id is
theirs. Prints the weights for a model's manifest, `withEar`, and what each witness reaches alone. With
--record docs/figures/witnesses.json the latter goes into docs/figures.md, after `npm run generate`."""
import argparse
import csv
import json

import numpy as np

from figures import bootstrapped, pearson
from record import figure, record
from recordings import FOLDS, learners

COMMAND = "python3 training/ear/heads/weigh.py --predictions JUDGES/predictions.json --details DETAILS.tsv"


def read_pairs(predictions, details):
    """(rating, Siamese score, human, age, speaker) of each recording that the Siamese network was not trained on, 0 to 100."""
    rows = {row["id"]: row for row in learners() if row["split"] != "train"}
    with open(predictions, encoding="utf-8") as file:
        ratings = {found["id"]: 100 * found["sentence"][0] for found in json.load(file)}
    with open(details, encoding="utf-8") as file:
        for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            row = rows.get(line["id"])
            if row is not None and line["id"] in ratings and line["distance"]:
                siamese = min(100, max(0, 100 - 50 * float(line["distance"])))
                yield ratings[line["id"]], siamese, 10 * row["total"], row["age"], row["speaker"]


def fitted(inputs, human):
    return np.linalg.lstsq(inputs, human, rcond=None)[0]


def witness_rows(witnesses, human, age, speaker):
    """Rows for `bootstrapped`: each witness with all speakers, then with the children."""
    child = age < 16
    rows = {name: (values, human, speaker, pearson) for name, values in witnesses.items()}
    return {**rows, **{f"{name}, children": (values[child], human[child], speaker[child], pearson) for name, values in witnesses.items()}}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--predictions", required=True)
    parser.add_argument("--details", required=True)
    parser.add_argument("--record", metavar="FILE.json", help="also writes what each witness reaches as a record")
    options = parser.parse_args()
    rating, siamese, human, age, speaker = map(np.array, zip(*read_pairs(options.predictions, options.details)))
    inputs = np.stack([np.ones(len(human)), rating, siamese], 1)
    fold = np.unique(speaker, return_inverse=True)[1] % FOLDS
    both = np.zeros(len(human))
    for held in range(FOLDS):
        both[fold == held] = inputs[fold == held] @ fitted(inputs[fold != held], human[fold != held])
    rows = witness_rows({"Siamese network alone": siamese, "ear alone": rating, "both, weighted on the other speakers": both},
                        human, age, speaker)
    found = bootstrapped(rows)
    print(f"{len(human)} recordings of {len(set(speaker))} speakers; Pearson with the experts' total")
    for name, (value, low, high) in found.items():
        print(f"  {name:46} {value:.3f}  {low:.3f} to {high:.3f}")
    constant, of_rating, of_siamese = fitted(inputs, human)
    print(f'"withEar": {{"constant": {constant:.2f}, "rating": {of_rating:.3f}, "siamese": {of_siamese:.3f}}}')
    if options.record:
        record(options.record, COMMAND, [
            {"name": "recordings of speakers whom the Siamese network was not trained on", "value": len(human)},
            {"name": "their speakers", "value": len(set(speaker))},
            *(figure(f"agreement with the experts' total (Pearson): {name}", *values) for name, values in found.items()),
        ])


if __name__ == "__main__":
    main()
