"""What each training step reads: rows with an id, a path and labels."""
import collections

import corpus
import negatives
import phones
import prompts


WORD_VOICES = {"arabic-commands": "ar", "english-commands": "en-us"}


def command_words(sizes):
    """[(text_id, text, voice)] of the words that the command recordings say."""
    return sorted({(f"{folder}/{r['text']}", r["text"], voice) for folder, voice in WORD_VOICES.items()
                   for r in corpus.table(folder)[:sizes["of_a_folder"]]})


def recordings(spoken, prompted, work, sizes):
    """Every recording that training looks at (no report speaker, no real Korean), for the features command."""
    learners = [r for r in corpus.learners(every=sizes["one_learner_in"]) if r["split"] != "report"]
    rows = [dict(id=r["id"], path=r["path"]) for r in learners]
    # the noise filter is no feature of the model: it must score filtered and unfiltered recordings alike
    for i, row in enumerate(r for r in learners if r["split"] == "train"):
        if i % 3 != 2:
            kind = ("stationary", "nonstationary")[i % 3]
            rows.append(dict(id=f"{row['id']}~filtered", path=row["path"], filter=kind))
    for folder in ("arabic-commands", "english-commands", "english-native", "noise"):
        rows += [dict(id=f"{folder}/{r['file']}", path=r["path"]) for r in corpus.table(folder)[:sizes["of_a_folder"]]]
    rows += [dict(id=r["id"], path=r["path"]) for r in prompted]
    rows += negatives.write(work, sizes["negatives"])
    return rows + [dict(id=r["id"], path=f"{work}/{r['file']}") for r in spoken]


class Phones:
    """Numbers the phones from 1; those that occur less often than `least` are left out."""

    def __init__(self, sequences, least):
        counts = collections.Counter(p for s in sequences for p in s)
        self.names = sorted(p for p, n in counts.items() if n >= least)
        self.numbers = {p: i + 1 for i, p in enumerate(self.names)}

    def encode(self, sequence):
        return [self.numbers[p] for p in sequence if p in self.numbers]


def phones_of_learner(row):
    return phones.from_arpabet([p for w in row["words"] for p in w["phones"]])


def phonetic_items(spoken, prompted, features, inventory):
    """Step 1: (train items, checks). Learners count as they were meant to sound, natives as the voice reads their text."""
    items, checks = [], dict(learners=[], korean=[], other=[], natives=[])
    for row in corpus.learners():
        if row["split"] == "report" or row["id"] not in features:
            continue
        item = item_of(row["id"], inventory.encode(phones_of_learner(row)), features, real=True)
        if row["split"] == "choice":
            checks["learners"].append(item)
            continue
        items.append(item)
        if f"{row['id']}~filtered" in features:
            items.append(item_of(f"{row['id']}~filtered", item["targets"], features, real=True))
    read_as = {r["text_id"]: r["phones"].split() for r in spoken if r["kind"] in ("prompt-reference", "word-reference")}
    for row in prompted:
        if row["id"] in features and row["id"] in read_as and row["language"] not in prompts.FOR_HEAD[-1:]:
            some = items if row["language"] in prompts.FOR_ENCODER else checks["natives"]
            some.append(item_of(row["id"], inventory.encode(read_as[row["id"]]), features, real=True))
    for folder in WORD_VOICES:
        for row in corpus.table(folder):
            name, text_id = f"{folder}/{row['file']}", f"{folder}/{row['text']}"
            if name in features and text_id in read_as:
                items.append(item_of(name, inventory.encode(read_as[text_id]), features, real=True))
    taken = set()
    for i, row in enumerate(spoken):
        if row["id"] not in features or row["id"] in taken or row["kind"] == "choice-reference":
            continue
        if row["kind"].startswith("prompt") and row["language"] in (prompts.LANGUAGES[l] for l in prompts.FOR_CHOICE):
            continue
        taken.add(row["id"])
        item = item_of(row["id"], inventory.encode(row["phones"].split()), features)
        held_out = i % 40 == 0
        if held_out:
            checks["korean" if row["language"] == "ko" else "other"].append(item)
        else:
            items.append(item)
        if row["kind"] == "native-reference" and row["text_id"] in features:
            items.append(item_of(row["text_id"], item["targets"], features, real=True))
    checks = {name: some[:80] for name, some in checks.items()}
    return [i for i in items if i["targets"]], checks


def item_of(name, targets, features, real=False):
    return dict(id=name, targets=targets, frames=features.entries[name]["frames"], real=real)
