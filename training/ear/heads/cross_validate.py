"""Five-fold cross-validation of the judge by speaker: prints its figures on the held-out folds.

Usage: python3 training/ear/heads/cross_validate.py --features FOLDER --out FOLDER [--seeds N] [--only FOLD ...]
A run takes up what an earlier one has trained. Keeps each judge as FOLD-SEED.pt in --out, and the predictions as predictions.json."""
import argparse
import json
import os

import numpy as np
import torch

from figures import experts, table
from judge_data import read_features, with_scores
from recordings import FOLDS, learners
from train_judge import predicted, train


def judges_of(items, folder, name, seeds):
    """Trains what is not there yet."""
    out = []
    for seed in range(seeds):
        file = os.path.join(folder, f"{name}-{seed}.pt")
        if not os.path.exists(file):
            judge = train(items, seed)
            torch.save(judge, file + ".part")
            os.replace(file + ".part", file)
        out.append(torch.load(file))
    return out


def show(title, items, predictions):
    print(f"\n{title}: {len(items)} recordings")
    for name, (value, low, high) in table(items, predictions).items():
        print(f"  {name:24} {value:.3f}" + ("" if np.isnan(low) else f"  {low:.3f} to {high:.3f}"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--features", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--only", nargs="+", help="trains these folds' judges and prints nothing: several runs side by side; "
                        "'all' are the judges that are shipped")
    parser.add_argument("--every", type=int, default=1, help="a short run: every n-th recording")
    options = parser.parse_args()
    torch.set_num_threads(1)
    os.makedirs(options.out, exist_ok=True)
    items = [item for row in learners()[::options.every] if (item := with_scores(read_features(options.features, row["id"]), row)) is not None]
    judges_without = lambda fold: judges_of(  # noqa: E731
        [item for item in items if str(item["row"]["fold"]) != str(fold)], options.out, fold, options.seeds)
    if options.only:
        for fold in options.only:
            judges_without(fold)
        return
    held, predictions = [], []
    for fold in range(FOLDS):
        judges = judges_without(fold)
        own = [item for item in items if item["row"]["fold"] == fold]
        held += own
        predictions += predicted(judges, own)
        show(f"fold {fold}", own, predictions[-len(own):])
    show("all held-out folds", held, predictions)
    for title, is_in in (("children", lambda row: row["age"] < 16), ("adults", lambda row: row["age"] >= 16),
                         ("female", lambda row: row["gender"] == "f"), ("male", lambda row: row["gender"] == "m")):
        chosen = [i for i, item in enumerate(held) if is_in(item["row"])]
        show(title, [held[i] for i in chosen], [predictions[i] for i in chosen])
    print("\none expert against the others")
    for name, value in experts([item["row"] for item in held]).items():
        print(f"  {name:24} {value:.3f}")
    with open(os.path.join(options.out, "predictions.json"), "w", encoding="utf-8") as file:
        json.dump([{"id": item["row"]["id"], "sentence": [float(v) for v in p[0]], "words": [float(v) for v in p[1][:, 0]]}
                   for item, p in zip(held, predictions)], file)


if __name__ == "__main__":
    main()
