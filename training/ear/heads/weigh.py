"""How much the Siamese network's score counts beside the ear's rating: least squares on the speakers that the network was not
trained on, with the judge's answers of the held-out folds.

Usage: python3 training/ear/heads/weigh.py --predictions JUDGES/predictions.json --details DETAILS.tsv
DETAILS.tsv is what `pronunciation evaluate --no-ear --details` writes for recordings of the rated learners; its column id is
theirs. Prints the weights for a model's manifest, `withEar`, and what each witness reaches alone."""
import argparse
import csv
import json

import numpy as np

from figures import pearson
from recordings import FOLDS, learners


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


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--predictions", required=True)
    parser.add_argument("--details", required=True)
    options = parser.parse_args()
    rating, siamese, human, age, speaker = map(np.array, zip(*read_pairs(options.predictions, options.details)))
    inputs = np.stack([np.ones(len(human)), rating, siamese], 1)
    fold = np.unique(speaker, return_inverse=True)[1] % FOLDS
    both = np.zeros(len(human))
    for held in range(FOLDS):
        both[fold == held] = inputs[fold == held] @ fitted(inputs[fold != held], human[fold != held])
    print(f"{len(human)} recordings of {len(set(speaker))} speakers; Pearson with the experts' total, all and children")
    for name, values in (("Siamese alone", siamese), ("ear alone", rating), ("both, weights of the other speakers", both)):
        print(f"  {name:36} {pearson(values, human):.3f}  {pearson(values[age < 16], human[age < 16]):.3f}")
    constant, of_rating, of_siamese = fitted(inputs, human)
    print(f'"withEar": {{"constant": {constant:.2f}, "rating": {of_rating:.3f}, "siamese": {of_siamese:.3f}}}')


if __name__ == "__main__":
    main()
