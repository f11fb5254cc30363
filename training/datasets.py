"""The input of each training step: rows with an id, a path and labels."""
import collections
import random

import corpus
import negatives
import noisy
import phones
import stamps


# A native recording with more or fewer mel frames per phone does not match its transcript.
FRAMES_A_PHONE = (3, 30)
WORD_VOICES = {"arabic-commands": "ar", "english-commands": "en-us"}


def command_words(sizes):
    """[(text_id, text, voice)] of the words that the command recordings say."""
    return sorted({(f"{folder}/{r['text']}", r["text"], voice) for folder, voice in WORD_VOICES.items()
                   for r in corpus.table(folder)[:sizes["of_a_folder"]]})


def recordings(spoken, prompted, work, sizes):
    """Every recording that training uses, for the features command. No report speaker; of real Korean only the sentences of
    the calibration."""
    learners = [r for r in corpus.learners(every=sizes["one_learner_in"]) if r["split"] != "report"]
    rows = [dict(id=r["id"], path=r["path"]) for r in learners]
    # some with the noise filter: a recording must get the same score with and without it
    train = [r for r in learners if r["split"] == "train"]
    with_noise = noisy.write(work, [r for i, r in enumerate(train) if i % 3])
    for i, row in enumerate(train):
        rows.append(dict(id=f"{row['id']}~denoised", path=with_noise.get(row["id"], row["path"]),
                         filter="nonstationary" if i % 4 == 3 else "stationary"))
    for folder in ("arabic-commands", "english-commands", "english-native", "noise"):
        rows += [dict(id=f"{folder}/{r['file']}", path=r["path"]) for r in corpus.table(folder)[:sizes["of_a_folder"]]]
    rows += [dict(id=r["id"], path=r["path"]) for r in prompted]
    rows += negatives.write(work, sizes["negatives"])
    rows += stamps.sounds(work) if sizes["stamps"] else []
    return rows + [dict(id=r["id"], path=f"{work}/{r['file']}") for r in spoken]


class Phones:
    """Numbers the phones from 1. Leaves out phones that occur less often than `least`."""

    def __init__(self, sequences, least):
        counts = collections.Counter(p for s in sequences for p in s)
        self.names = sorted(p for p, n in counts.items() if n >= least)
        self.numbers = {p: i + 1 for i, p in enumerate(self.names)}

    def encode(self, sequence):
        return [self.numbers[p] for p in sequence if p in self.numbers]


def phones_of_learner(row):
    return phones.from_arpabet([p for w in row["words"] for p in w["phones"]])


def phonetic_items(spoken, prompted, features, inventory):
    """Step 1: (train items, checks). The target of learners is the phones of the text, that of natives the voice's reading."""
    items, checks = [], dict(learners=[], korean=[], other=[], natives=[])
    for row in corpus.learners():
        if row["split"] == "report" or row["id"] not in features:
            continue
        item = item_of(row["id"], inventory.encode(phones_of_learner(row)), features, real=True)
        if row["split"] == "choice":
            checks["learners"].append(item)
            continue
        items.append(item)
        if f"{row['id']}~denoised" in features:
            items.append(item_of(f"{row['id']}~denoised", item["targets"], features, real=True))
    read_as = {r["text_id"]: r["phones"].split() for r in spoken if r["kind"] == "word-reference"}
    for item in native_items(spoken, prompted, features, inventory):
        if item["role"] in ("encoder", "choice"):
            (items if item["role"] == "encoder" else checks["natives"]).append(item)
    for folder in WORD_VOICES:
        for row in corpus.table(folder):
            name, text_id = f"{folder}/{row['file']}", f"{folder}/{row['text']}"
            if name in features and text_id in read_as:
                items.append(item_of(name, inventory.encode(read_as[text_id]), features, real=True))
    taken, unheard = set(), {row["id"] for row in prompted if row["role"] in ("choice", "calibration")}
    for i, row in enumerate(spoken):
        if row["id"] not in features or row["id"] in taken or row["kind"] == "choice-reference":
            continue
        if row["text_id"] in unheard:
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
    checks = {name: some[::max(1, len(some) // 80)][:80] for name, some in checks.items()}
    return [i for i in items if i["targets"]], checks


def native_items(spoken, prompted, features, inventory):
    """Native speakers with their role, their language and the phones of their text as the voice reads it."""
    read_as = {r["text_id"]: r["phones"].split() for r in spoken if r["kind"] == "prompt-reference"}
    found = []
    for row in prompted:
        if row["id"] in features and row["id"] in read_as:
            item = item_of(row["id"], inventory.encode(read_as[row["id"]]), features, real=True)
            if FRAMES_A_PHONE[0] < item["frames"] / max(1, len(item["targets"])) < FRAMES_A_PHONE[1]:
                found.append(dict(item, role=row["role"], language=row["language"]))
    return found


def speech(spoken, prompted, mel, synthetic=3000, seed=1):
    """Names of recordings with speech: (for training, for choosing)."""
    learners = corpus.learners()
    of = lambda split: [r["id"] for r in learners if r["split"] == split]
    natives = lambda *roles: [r["id"] for r in prompted if r["role"] in roles]
    words = [f"{folder}/{r['file']}" for folder in WORD_VOICES for r in corpus.table(folder)]
    voices = sorted(r["id"] for r in spoken if r["kind"] != "choice-reference")
    voices = random.Random(seed).sample(voices, min(synthetic, len(voices)))
    train = [*of("train"), *natives("encoder", "head"), *words, *voices]
    return tuple([name for name in names if name in mel] for names in (train, [*of("choice"), *natives("choice")]))


def item_of(name, targets, features, real=False):
    return dict(id=name, targets=targets, frames=features.entries[name]["frames"], real=real)
