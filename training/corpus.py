"""Lists the recordings, and what each may be used for: training, choosing or the report."""
import csv
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
SPEECH = os.path.join(HERE, "..", "..", "shared", "speech")


def lines_of(file):
    with open(file) as lines:
        return lines.read().split()


def learners(speech=SPEECH, every=1):
    """Rows of the rated English learners, each with `split`: train, choice or report. Speakers are never shared.

    `every`: takes every n-th recording."""
    folder = os.path.join(speech, "english-learners")
    report = set(lines_of(os.path.join(folder, "report-speakers.txt")))
    choice = set(lines_of(os.path.join(HERE, "choice-speakers.txt")))
    with open(os.path.join(folder, "labels.jsonl"), encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        row["path"] = os.path.join(folder, row["file"])
        row["text"] = row["text"].lower()  # in lower case, because the voice would spell IT and US letter by letter
        row["split"] = "report" if row["speaker"] in report else "choice" if row["speaker"] in choice else "train"
    return rows[::every]


def table(folder, speech=SPEECH):
    with open(os.path.join(speech, folder, "labels.tsv"), encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        row["path"] = os.path.join(speech, folder, row["file"])
    return rows
