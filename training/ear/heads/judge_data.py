"""The judge's inputs and the experts' scores, in batches."""
import json
import os

import numpy as np
import torch

from model import PHONE, SENTENCE, VECTORS, WORD
from pronunciations import SYMBOLS, matched

NAN = float("nan")


def read_features(folder, row_id):
    """What `node tools/run.mjs training ear-features` wrote of a recording."""
    with open(os.path.join(folder, f"{row_id}.json"), encoding="utf-8") as file:
        facts = json.load(file)
    values = np.fromfile(os.path.join(folder, f"{row_id}.f32"), np.float32)
    words, phones = facts["words"], np.array(facts["phones"], np.int64).reshape(-1, 4)
    shapes = [("phones", (len(phones), PHONE)), ("words", (words, WORD)), ("sentence", (SENTENCE,)), ("vectors", (words, VECTORS)),
              ("sentenceVectors", (VECTORS,))]
    item, at = {}, 0
    for name, shape in shapes:
        size = int(np.prod(shape))
        item[name] = values[at:at + size].reshape(shape)
        at += size
    item["symbols"], item["phoneWords"] = phones[:, 1] - 1, phones[:, 0]
    return item


def with_scores(item, row):
    """Adds the experts' scores, 0 to 1; nan where a phone has none. None if the ear's words are not the raters'."""
    if len(item["words"]) != len(row["words"]):
        return None
    item["rated"] = np.array([row[key] / 10 for key in ("total", "accuracy", "fluency", "prosodic")], np.float32)
    item["ratedWords"] = np.array([[word["total"] / 10, word["accuracy"] / 10] for word in row["words"]], np.float32)
    item["ratedPhones"], item["corpusPhones"] = phone_scores(item, row)
    item["row"] = row
    return item


def phone_scores(item, row):
    """The experts' score of each phone, and its place in the corpus's own phones; nan and -1 where the two do not match."""
    scores, places = np.full(len(item["phoneWords"]), NAN, np.float32), np.full(len(item["phoneWords"]), -1)
    for at, word in enumerate(row["words"]):
        own = np.where(item["phoneWords"] == at)[0]
        if len(own) > 0:
            _, found = matched([SYMBOLS[item["symbols"][i]] for i in own], word["phones"])
            for i, place in zip(own, found):
                if place is not None:
                    scores[i], places[i] = word["phoneAccuracy"][place] / 2, place
    return scores, places


def scales_of(items):
    """Mean and deviation of each kind of input."""
    out = {}
    for name in ("phones", "words", "vectors", "sentence", "sentenceVectors"):
        rows = np.concatenate([item[name].reshape(-1, item[name].shape[-1]) for item in items])
        out[name] = torch.from_numpy(rows.mean(0)), torch.from_numpy(rows.std(0) + 1e-3)
    return out


def batch_of(items):
    """Padded tensors, as the judge's forward takes them, and the targets."""
    count, most_words = len(items), max(len(item["words"]) for item in items)
    most_phones = max(1, *(len(item["symbols"]) for item in items)) if count > 1 else max(1, len(items[0]["symbols"]))
    inputs = {
        "phones": torch.zeros(count, most_phones, PHONE), "symbols": torch.zeros(count, most_phones, dtype=torch.long),
        "phoneWords": torch.full((count, most_phones), -1, dtype=torch.long), "words": torch.zeros(count, most_words, WORD),
        "vectors": torch.zeros(count, most_words, VECTORS), "present": torch.zeros(count, most_words),
        "sentence": torch.zeros(count, SENTENCE), "sentenceVectors": torch.zeros(count, VECTORS),
    }
    targets = {"sentence": torch.zeros(count, 4), "words": torch.full((count, most_words, 2), NAN), "phones": torch.full((count, most_phones), NAN)}
    for i, item in enumerate(items):
        p, w = len(item["symbols"]), len(item["words"])
        for name, size in (("phones", p), ("symbols", p), ("phoneWords", p), ("words", w), ("vectors", w)):
            inputs[name][i, :size] = torch.from_numpy(item[name])
        inputs["present"][i, :w] = 1
        inputs["sentence"][i] = torch.from_numpy(item["sentence"])
        inputs["sentenceVectors"][i] = torch.from_numpy(item["sentenceVectors"])
        if "rated" in item:
            targets["sentence"][i] = torch.from_numpy(item["rated"])
            targets["words"][i, :w] = torch.from_numpy(item["ratedWords"])
            targets["phones"][i, :p] = torch.from_numpy(item["ratedPhones"])
    return inputs, targets
