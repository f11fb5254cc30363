"""Pairs of recordings for the head, with their target distances. The frozen encoder aligns each pair once."""
from typing import NamedTuple

import numpy as np
import torch

import corpus
import datasets
import pairs
from alignment import align_many, aligned
from augment import augment
from batches import pad
from forced_alignment import phone_spans
from model import embedding_lengths
from train_contrast import chain

# Target distance of a reading with this share of wrong phonemes. The differences between the targets have more weight than
# their values, because two voices differ less from each other than a human from a voice.
TARGET_OF_ERROR = {0.0: 0.16, 0.05: 0.45, 0.1: 0.7, 0.15: 0.85, 0.2: 1.0, 0.3: 1.25, 0.4: 1.45, 0.6: 1.75, 1.0: 2.0}
VOICE_WEIGHT = 0.4
NATIVE_TARGET = 0.16
SAME_WORDS_TARGET = 0.2
HELD_OUT_EVERY = 12
# Transcripts can be wrong. So in each language two groups of recordings are left out: this share with the worst alignment
# cost, and those whose cost is above this quantile of the costs against other texts.
DOUBTFUL = 0.04
DOUBTFUL_BESIDE_OTHERS = 0.1
ALIGNED_AT_ONCE = 48
READER_VERSIONS = 16


def target_of_error(share):
    return float(np.interp(share, list(TARGET_OF_ERROR), list(TARGET_OF_ERROR.values())))


def rated(total):
    """Distance of a recording rated 0 to 10: the inverse of score = 100 - 50 d, score = 10 total."""
    return 2 * (1 - total / 10)


class Embedded(NamedTuple):
    embedding: np.ndarray
    log_posterior: np.ndarray
    # name of the recording, or its features if it is synthetic
    source: object


class Embedder:
    """Embeds recordings with the current encoder, each version once."""

    def __init__(self, encoder, mel, noises, seed):
        self.encoder, self.mel, self.noises = encoder.eval(), mel, noises
        self.rng = np.random.default_rng(seed)
        self.kept = {}

    def __call__(self, name, version=0):
        """Version 0 is the unchanged recording, the others are augmented."""
        if (name, version) not in self.kept:
            self.kept[name, version] = self.embed(
                augment(self.mel[name], self.rng, self.noises) if version else self.mel[name], None if version else name)
        return self.kept[name, version]

    def embed(self, features, name=None):
        with torch.no_grad():
            x, lengths = pad([features])
            embedding, log_posterior = self.encoder(x, lengths)
        count = int(embedding_lengths(lengths)[0])
        return Embedded(embedding[0, :, :count].T.numpy(), log_posterior[0, :, :count].T.numpy(),
                        features if name is None else name)


def pair(learner, reference, target, **facts):
    """`target` None means another sentence, whose distance must exceed the margin. Optional facts: weight, error, text, words."""
    return dict(learner=learner, reference=reference, target=target, **facts)


def align_all(some):
    """Adds the results of its alignment to each pair: see `alignment.aligned`."""
    order = sorted(some, key=lambda p: len(p["learner"][0]) * 1000 + len(p["reference"][0]))
    for start in range(0, len(order), ALIGNED_AT_ONCE):
        chunk = order[start:start + ALIGNED_AT_ONCE]
        for p, (cost, path) in zip(chunk, align_many([(p["learner"][0], p["reference"][0]) for p in chunk])):
            p.update(aligned(p["learner"][0], p["reference"][0], cost, path))
    return some


def costs(some):
    return np.array([p["cost"] for p in align_all(some)])


def learner_pairs(embed, spoken, mel, split, inventory, rng, versions):
    """Rated learners against the voice: two lists of pairs (own text, another text)."""
    kind = "reference" if split == "train" else "choice-reference"
    reference_of = {r["text_id"]: r["id"] for r in spoken
                    if r["kind"] == kind and r["language"] == "en-us" and r["id"] in mel}
    rows = [r for r in corpus.learners() if r["split"] == split and r["id"] in mel and r["id"] in reference_of]
    frames = lambda r: mel.entries[reference_of[r["id"]]]["frames"]
    others = pairs.other_of_similar_length(rows, frames, rng)
    own, other = [], []
    for row, wrong in zip(rows, others):
        names = [(row["id"], v) for v in range(versions)]
        if versions > 1 and f"{row['id']}~denoised" in mel:
            names.append((f"{row['id']}~denoised", 0))
        for name, version in names:
            learner = embed(name, version)
            own.append(pair(learner, embed(reference_of[row["id"]]), rated(row["total"]), name=row["id"],
                               total=row["total"], words=word_targets(learner[1], row, inventory)))
            if version == 0:
                other.append(pair(learner, embed(reference_of[wrong["id"]]), None, name=row["id"]))
                if split == "train":
                    far = rows[rng.randrange(len(rows))]
                    if far["text"] != row["text"]:
                        other.append(pair(learner, embed(reference_of[far["id"]]), None, name=row["id"]))
    return own, other


def word_targets(log_posterior, row, inventory):
    """[(first frame, end, distance)] for each word that the experts rated, by forced alignment."""
    phones = [inventory.encode(datasets.phones.from_arpabet(w["phones"])) for w in row["words"]]
    spans = phone_spans(log_posterior, [p for word in phones for p in word])
    if not spans:
        return []
    found, at = [], 0
    for word, numbers in zip(row["words"], phones):
        if numbers:
            found.append((spans[at][0], spans[at + len(numbers) - 1][1], rated(word["total"])))
        at += len(numbers)
    return found


def voice_pairs(embed, spoken, mel, language, rng):
    """Right and wrong readings of voices against the reference voice: (groups of one text, others, held-out own)."""
    by_text = pairs.readings([r for r in spoken if r["language"] == language], mel)
    texts = [t for t in sorted(by_text) if by_text[t]["reference"] and (by_text[t]["wrong"] or language == "ko")]
    references = [by_text[t]["reference"][0] for t in texts]
    others = pairs.other_of_similar_length(references, lambda r: mel.entries[r["id"]]["frames"], rng)
    own, other, held_out = [], [], []
    for i, (text, right, wrong) in enumerate(zip(texts, references, others)):
        reference, wrong_reference = embed(right["id"]), embed(wrong["id"])
        rows = by_text[text]["reading"] + by_text[text]["wrong"]
        groups = [[graded(embed(row["id"], version), reference, float(row["error"]), text, VOICE_WEIGHT)
                   for row in rows] for version in (0, 1)]
        if i % HELD_OUT_EVERY == 0:
            held_out += groups[0] + [p for p in groups[1] if p["error"] == 0]
            continue
        own += groups
        other += [pair(embed(row["id"]), wrong_reference, None) for row in rows]
    return own, other, held_out


def graded(learner, reference, error, text, weight):
    return pair(learner, reference, target_of_error(error), text=text, error=error, weight=weight)


def native_pairs(embed, mel, native_references):
    """Native readers of English against the voice, four versions each."""
    return [pair(embed(name, version), embed(reference), NATIVE_TARGET)
            for name, reference in native_references for version in range(4)]


def prompt_pairs(embed, spoken, prompted, mel, role, rng, versions=(0, 1)):
    """Native speakers against the voice's right and wrong readings of their text: (groups of one text, others). A wrong phoneme
    in the reference counts like a wrong phoneme of the speaker."""
    by_text = pairs.readings(spoken, mel)
    own, other = [], []
    for language in dict.fromkeys(r["language"] for r in prompted if r["role"] == role):
        rows = [r for r in prompted if r["language"] == language and r["id"] in mel and by_text[r["id"]]["prompt-reference"]]
        frames = lambda r: mel.entries[by_text[r["id"]]["prompt-reference"][0]["id"]]["frames"]
        groups, others = [], []
        for row, wrong in zip(rows, pairs.other_of_similar_length(rows, frames, rng) if rows else []):
            kinds = by_text[row["id"]]
            reference = embed(kinds["prompt-reference"][0]["id"])
            for version in versions:
                speech = embed(row["id"], version)
                groups.append([dict(graded(speech, reference, 0.0, (row["id"], version), 1.0), target=NATIVE_TARGET)] +
                              [graded(speech, embed(r["id"]), float(r["error"]), (row["id"], version), VOICE_WEIGHT)
                               for r in kinds["wrong-reference"]])
            if wrong["text"] != row["text"]:
                others.append(pair(embed(row["id"]), embed(by_text[wrong["id"]]["prompt-reference"][0]["id"]), None))
        cost = costs([group[0] for group in groups])
        limit = np.quantile(cost, 1 - DOUBTFUL)
        if others:
            limit = min(limit, np.quantile(costs(others), DOUBTFUL_BESIDE_OTHERS))
        own += [g for g, c in zip(groups, cost) if c <= limit]
        other += others
    return own, other


def reader_pairs(embed, spoken, prompted, mel, rng):
    """Native readers of Korean, in many versions. Only the heads may learn from them, not the encoder."""
    versions = range(READER_VERSIONS)
    groups, _ = prompt_pairs(embed, spoken, prompted, mel, "calibration", rng, versions)
    by_text = pairs.readings(spoken, mel)
    rows = [r for r in prompted if r["role"] == "calibration" and r["id"] in mel]
    others = [pair(embed(row["id"], version), embed(by_text[wrong["id"]]["prompt-reference"][0]["id"]), None)
              for version in versions for row in rows for wrong in rng.sample(rows, min(2, len(rows))) if wrong is not row]
    for p in [*(p for group in groups for p in group), *others]:
        p["heads_alone"] = True
    return groups, others


def word_pairs(embed, spoken, mel, noises, count, rng):
    """Chains of one to four command words, against the same words by other speakers or by the voice (right and wrong), and
    against other words."""
    words = pairs.words(spoken, mel, {})
    draw = lambda some: some[rng.integers(len(some))]
    joined = lambda names: embed.embed(chain(names, mel, rng, noises))
    own, other = [], []
    for i in range(count):
        said = [words[w] for w in rng.choice(len(words), draw((1, 1, 2, 3, 4)), replace=False)]
        first = joined([draw(w["takes"])[1] for w in said])
        if i % 2:
            own.append([pair(first, joined([draw(w["takes"])[1] for w in said]), SAME_WORDS_TARGET)])
        else:
            wrong = [draw(w["wrong"]) for w in said if w["wrong"]]
            right = joined([w["readings"][0] for w in said])
            own.append([dict(graded(first, right, 0.0, ("words", i), 1.0), target=SAME_WORDS_TARGET)] + (
                [graded(first, joined([name for name, _ in wrong]), float(np.mean([e for _, e in wrong])),
                        ("words", i), VOICE_WEIGHT)] if len(wrong) == len(said) else []))
        others = [words[w] for w in rng.choice(len(words), len(said), replace=False)]
        if not any(w in said for w in others):
            by_voice = rng.random() < 0.5
            other.append(pair(first, joined([w["readings"][0] if by_voice else draw(w["takes"])[1] for w in others]), None))
    return own, other


def spliced_pairs(embed, spoken, mel, inventory, diphones, count, rng):
    """Korean made of sounds of other languages, right and with wrong phonemes, against the voice: (groups of one text, others)."""
    if not diphones.speakers:
        return [], []
    by_text = pairs.readings([r for r in spoken if r["language"] == "ko"], mel)
    texts = [t for t, kinds in sorted(by_text.items()) if kinds["reference"] and kinds["wrong"]]
    own, other = [], []
    for i, text in enumerate(texts[k] for k in rng.integers(len(texts), size=count)):
        kinds = by_text[text]
        reference = embed(kinds["reference"][0]["id"])
        group = []
        for row, error in [(kinds["reference"][0], 0.0), *((r, float(r["error"])) for r in kinds["wrong"])]:
            said = diphones.say(inventory.encode(row["phones"].split()), rng)
            if said is not None:
                said = embed.embed(augment(said, rng, embed.noises) if i % 2 else said)
                group.append(graded(said, reference, error, ("spliced", i), VOICE_WEIGHT if error else 1.0))
        if group:
            own.append(group)
            wrong = by_text[texts[rng.integers(len(texts))]]["reference"][0]["id"]
            other.append(pair(group[0]["learner"], embed(wrong), None))
    return own, other


def noise_pairs(embed, mel, noises, references, count, rng):
    """Sounds without speech against a sentence: noises, and the sounds of `negatives.py` and `stamps.sounds`."""
    sounds = [mel[name] for name in mel.entries if name.startswith(("negative/", "sound/"))]
    found = []
    for i in range(count):
        sound = sounds[rng.integers(len(sounds))] if sounds and i % 2 else noises[rng.integers(len(noises))]
        start = rng.integers(max(1, len(sound) - 400))
        part = sound[start:start + rng.integers(80, 400)]
        if len(part) >= 20:
            found.append(pair(embed.embed(part), references[rng.integers(len(references))], None))
    return found
