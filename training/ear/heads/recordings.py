"""The rated learners with what the ear heard of them (`node tools/run.mjs training ear`), their folds and their phones."""
import json
import os
import sys

import numpy as np

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
import corpus  # noqa: E402
from pronunciations import ID, nearest, read_dictionary  # noqa: E402

FOLDS = 5
SIZE = 512


def learners(speech=corpus.SPEECH):
    """Rows of the labels with `fold`: the speaker's place in the sorted list, modulo five."""
    rows = corpus.learners(speech)
    place = {speaker: i for i, speaker in enumerate(sorted({row["speaker"] for row in rows}))}
    dictionary = read_dictionary()
    for row in rows:
        row["fold"] = place[row["speaker"]] % FOLDS
        for word in row["words"]:
            word["cmu"], word["places"] = pronounced(word, dictionary)
    return rows


def pronounced(word, dictionary):
    """A word's phones by the dictionary, and for each the place of the corpus phone; both empty if it is not in there."""
    pronunciations = dictionary.get(word["text"].lower(), [])
    return nearest(pronunciations, word["phones"]) if pronunciations else ([], [])


def ids(word, least=None):
    """Phone ids of a word; with `least` without those that the experts rated lower."""
    scores = word["phoneAccuracy"]
    kept = [(phone, place) for phone, place in zip(word["cmu"], word["places"])
            if least is None or place is None or scores[place] >= least]
    return [ID[phone] for phone, _ in kept]


def heard(folder, row_id):
    with open(os.path.join(folder, f"{row_id}.json"), encoding="utf-8") as file:
        return json.load(file)


def block5(folder, row_id, facts):
    """frames x 512, float16."""
    tokens, frames = len(facts["ids"]), facts["frames"]
    first = (3 * tokens + frames) * SIZE
    return np.fromfile(os.path.join(folder, f"{row_id}.f32"), np.float32, frames * SIZE, offset=4 * first) \
        .reshape(frames, SIZE).astype(np.float16)
