"""Five-fold cross-validation of the judge by speaker: prints its figures on the held-out folds.

Usage: python3 training/ear/heads/cross_validate.py --features FOLDER --out FOLDER [--seeds N] [--only FOLD ...] [--record FILE.json]
A run takes up what an earlier one has trained. Keeps each judge as FOLD-SEED.pt in --out, and the predictions as predictions.json.
With --record docs/figures/judge.json the main figures go into docs/figures.md, after `npm run generate`."""
import argparse
import json
import os

import numpy as np
import torch

from figures import experts, pooled, table
from judge_data import read_features, with_scores
from record import figure, record, share
from recordings import FOLDS, learners
from tables import BAD_WORD, calibration, confusion
from train_judge import predicted, train


COMMAND = "python3 training/ear/heads/cross_validate.py --features FEATURES --out JUDGES"
GROUPS = {
    "children": lambda row: row["age"] < 16,
    "adults": lambda row: row["age"] >= 16,
    "female speakers": lambda row: row["gender"] == "f",
    "male speakers": lambda row: row["gender"] == "m",
}
# What the project wants on the corpus's official test part, whose speakers it has not heard.
TARGETS = {("all", "total"): 0.88, ("all", "accuracy"): 0.83, ("all", "fluency"): 0.88, ("all", "words"): 0.75, ("all", "phones"): 0.67,
           ("children", "total"): 0.76, ("all", "good against bad, AUC"): 0.998}


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
    """Prints the figures and returns them."""
    print(f"\n{title}: {len(items)} recordings")
    figures = table(items, predictions)
    for name, (value, low, high) in figures.items():
        print(f"  {name:24} {value:.3f}" + ("" if np.isnan(low) else f"  {low:.3f} to {high:.3f}"))
    return figures


def show_calibration(bins):
    print("\nwhat the experts give where the judge gives so many points (recordings, judge's mean, experts' mean)")
    for low, high, count, given, rated in bins:
        print(f"  {low:3} to {high:3} {count:5} {given:6.1f} {rated:6.1f}")


def show_confusion(rows):
    print(f"\nwords below so many points: of those rated {BAD_WORD} and less of 10, of the others")
    for threshold, bad, all_bad, other, all_other in rows:
        print(f"  {threshold:3} {bad:6} of {all_bad} {other:6} of {all_other}")


def recorded(items, figures, one_expert, bins, words):
    """The figures of docs/figures.md. figures: {group: {name: (value, low, high)}}, with the groups 'all', 'children' and others;
    one_expert: {group: {name: value}}, what one expert reaches against the others."""
    speakers = len({item["row"]["speaker"] for item in items})
    who = f"{len(items)} recordings of {speakers} speakers, each by networks that were trained without the speaker's fold"

    def row(name, group, key):
        expert = f"one expert against the others: {one_expert[group][key]:.3f}" if key in one_expert[group] else ""
        target = TARGETS.get((group, key))
        wanted = f"{target} on the official test part" if target else ""
        return figure(name, *figures[group][key], "; ".join(filter(None, (expert, wanted))))

    return [
        row(f"agreement with the experts' total (Pearson): {who}", "all", "total"),
        row("the same for accuracy", "all", "accuracy"),
        row("the same for fluency", "all", "fluency"),
        row("the same for prosody", "all", "prosodic"),
        row("the same for words", "all", "words"),
        row("the same for sounds", "all", "phones"),
        *(row(f"total, {group} alone", group, "total") for group in GROUPS),
        row("good (8 and more of 10) against bad (5 and less), AUC", "all", "good against bad, AUC"),
        *({"name": f"experts' mean, times ten, of the {count} recordings that get {low} to {high} points", "value": f"{rated:.1f}"}
          for low, high, count, _, rated in bins),
        *(made for threshold, bad, all_bad, other, all_other in words for made in (
            share(f"words rated {BAD_WORD} and less of 10 that get less than {threshold} points", bad, all_bad),
            share("the same of all other words", other, all_other))),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--features", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--only", nargs="+", help="trains these folds' judges and prints nothing: several runs side by side; "
                        "'all' are the judges that are shipped")
    parser.add_argument("--every", type=int, default=1, help="a short run: every n-th recording")
    parser.add_argument("--record", metavar="FILE.json", help="also writes the main figures as a record")
    options = parser.parse_args()
    if options.record and options.every > 1:
        parser.error("the figures of a short run mean nothing and cannot be recorded; leave out --every or --record")
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
    figures, one_expert = {}, {}
    for title, is_in in {"all": lambda _: True, **GROUPS}.items():
        chosen = [i for i, item in enumerate(held) if is_in(item["row"])]
        figures[title] = show("all held-out folds" if title == "all" else title, [held[i] for i in chosen], [predictions[i] for i in chosen])
        one_expert[title] = experts([held[i]["row"] for i in chosen])
        print("  one expert against the others: " + ", ".join(f"{name} {value:.3f}" for name, value in one_expert[title].items()))
    rows = pooled(held, predictions)
    bins = calibration(100 * rows["total"][0], 100 * rows["total"][1])
    words = confusion(100 * rows["words"][0], 10 * rows["words"][1])
    show_calibration(bins)
    show_confusion(words)
    with open(os.path.join(options.out, "predictions.json"), "w", encoding="utf-8") as file:
        json.dump([{"id": item["row"]["id"], "sentence": [float(v) for v in p[0]], "words": [float(v) for v in p[1][:, 0]]}
                   for item, p in zip(held, predictions)], file)
    if options.record:
        record(options.record, f"{COMMAND} --seeds {options.seeds}", recorded(held, figures, one_expert, bins, words))


if __name__ == "__main__":
    main()
