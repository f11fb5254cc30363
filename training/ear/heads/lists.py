"""Writes the tables for the commands `training ear` and `training ear-features`.

Usage: python3 training/ear/heads/lists.py --out FOLDER [--speech FOLDER] [--every N]
learners.tsv, natives.tsv (English) and korean.tsv are for the first, NAME-heads.tsv for the second."""
import argparse
import os

from recordings import corpus, learners

# Whole sentences of natives, short enough for the ear.
KOREAN = ("zeroth", "koreanfa")


def write(file, columns, rows):
    with open(file, "w", encoding="utf-8") as out:
        out.writelines("\t".join(row) + "\n" for row in [columns, *rows])


def natives(folder, speech, chosen):
    for row in corpus.table(folder, speech):
        if chosen(row["file"]):
            yield row["file"].replace("/", "-").rsplit(".", 1)[0], row["path"], row["text"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--speech", default=corpus.SPEECH)
    parser.add_argument("--every", type=int, default=1, help="a short run: every n-th learner's recording")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    rated = learners(options.speech)[::options.every]
    sets = {
        "learners": ("en", [(row["id"], os.path.abspath(row["path"]), row["text"]) for row in rated]),
        "natives": ("en", list(natives("english-native", options.speech, lambda file: True))),
        "korean": ("ko", list(natives("korean", options.speech, lambda file: file.startswith(KOREAN)))),
    }
    folds = {row["id"]: f"phones-{row['fold']}" for row in rated}
    for name, (language, rows) in sets.items():
        write(os.path.join(options.out, f"{name}.tsv"), ["id", "file", "language", "text"],
              [(key, os.path.abspath(path), language, text) for key, path, text in rows])
        heads = [(key, folds.get(key, "phones-all" if language == "en" else "")) for key, _, _ in rows]
        write(os.path.join(options.out, f"{name}-heads.tsv"), ["id", "head"], heads)
        print(f"{name}: {len(rows)} recordings")


if __name__ == "__main__":
    main()
