"""Pairs for the head, each aligned once by the frozen encoder: which recordings, and what the distance should be."""
import numpy as np
import torch

import corpus
import datasets
import pairs
from alignment import align, pieces
from augment import augment
from batches import pad
from forced_alignment import phone_spans
from model import embedding_lengths
from train_contrast import chain

# Distance that a voice's reading with this share of wrong phonemes should get, from 92 points with none. The head
# keeps to the steps between them more than to the values: a voice differs less from a voice than a human does.
TARGET_OF_ERROR = {0.0: 0.16, 0.05: 0.45, 0.1: 0.7, 0.15: 0.85, 0.2: 1.0, 0.3: 1.25, 0.4: 1.45, 0.6: 1.75}
NATIVE_TARGET = 0.2
SAME_WORDS_TARGET = 0.25
HELD_OUT_EVERY = 12


def rated(total):
    """Distance of a recording rated 0 to 10: the inverse of score = 100 - 50 d, score = 10 total."""
    return 2 * (1 - total / 10)


class Embedder:
    """Embeds recordings with the frozen encoder, each version once."""

    def __init__(self, encoder, mel, noises, seed):
        self.encoder, self.mel, self.noises = encoder.eval(), mel, noises
        self.rng = np.random.default_rng(seed)
        self.kept = {}

    def __call__(self, name, version=0):
        """Version 0 is the recording as it is, others are augmented. Returns (embedding, log posterior)."""
        if (name, version) not in self.kept:
            features = self.mel[name]
            self.kept[name, version] = self.embed(augment(features, self.rng, self.noises) if version else features)
        return self.kept[name, version]

    def embed(self, features):
        with torch.no_grad():
            x, lengths = pad([features])
            embedding, log_posterior = self.encoder(x, lengths)
        count = int(embedding_lengths(lengths)[0])
        return embedding[0, :, :count].T.numpy(), log_posterior[0, :, :count].T.numpy()


def aligned(learner, reference, target, **facts):
    """A pair ready for the head. `target` None: another sentence, to be pushed beyond the margin."""
    cost, path = align(learner[0], reference[0])
    return dict(learner=learner, reference=reference, target=target, cost=float(cost),
                pieces=pieces(path, len(learner[0]), len(reference[0])), **facts)


def learner_pairs(embed, spoken, mel, split, inventory, rng, versions):
    """Rated learners against the voice: (own text, another text) lists of pairs."""
    kind = "reference" if split == "train" else "choice-reference"
    reference_of = {r["text_id"]: r["id"] for r in spoken
                    if r["kind"] == kind and r["language"] == "en-us" and r["id"] in mel}
    rows = [r for r in corpus.learners() if r["split"] == split and r["id"] in mel and r["id"] in reference_of]
    frames = lambda r: mel.entries[reference_of[r["id"]]]["frames"]
    others = pairs.other_of_similar_length(rows, frames, rng)
    own, other = [], []
    for row, wrong in zip(rows, others):
        names = [(row["id"], v) for v in range(versions)]
        if versions > 1 and f"{row['id']}~filtered" in mel:
            names.append((f"{row['id']}~filtered", 0))
        for name, version in names:
            learner = embed(name, version)
            own.append(aligned(learner, embed(reference_of[row["id"]]), rated(row["total"]), speaker=row["speaker"],
                               total=row["total"], words=word_targets(learner[1], row, inventory)))
            if version == 0:
                other.append(aligned(learner, embed(reference_of[wrong["id"]]), None))
                if split == "train":
                    far = rows[rng.randrange(len(rows))]
                    if far["text"] != row["text"]:
                        other.append(aligned(learner, embed(reference_of[far["id"]]), None))
    return own, other


def word_targets(log_posterior, row, inventory):
    """[(first frame, end, distance)] for each word the experts rated, by forced alignment."""
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
    """Voices' readings, right and wrong, against the reference voice: (groups of one text, others, held-out own)."""
    by_text = pairs.readings([r for r in spoken if r["language"] == language], mel)
    texts = [t for t in sorted(by_text) if by_text[t]["reference"] and (by_text[t]["wrong"] or language == "ko")]
    own, other, held_out = [], [], []
    for i, text in enumerate(texts):
        reference = embed(by_text[text]["reference"][0]["id"])
        wrong_reference = embed(by_text[texts[rng.randrange(len(texts))]]["reference"][0]["id"])
        rows = by_text[text]["reading"] + by_text[text]["wrong"]
        groups = [[aligned(embed(row["id"], version), reference, TARGET_OF_ERROR[float(row["error"])],
                           text=text, error=float(row["error"])) for row in rows] for version in (0, 1)]
        if i % HELD_OUT_EVERY == 0:
            held_out += groups[0] + [pair for pair in groups[1] if pair["error"] == 0]
            continue
        own += groups
        if wrong_reference is not reference:
            other += [aligned(embed(row["id"]), wrong_reference, None) for row in rows]
    return own, other, held_out


def native_pairs(embed, mel, native_references):
    """Native readers of English against the voice, four versions each."""
    return [aligned(embed(name, version), embed(reference), NATIVE_TARGET)
            for name, reference in native_references for version in range(4)]


def word_pairs(embed, mel, noises, count, rng):
    """Chains of two to four command words: the same words by other speakers, and other words."""
    takes = [t for t in pairs.word_takes(mel).values() if len({s for s, _ in t}) > 1]
    own, other = [], []
    for _ in range(count):
        words = rng.choice(len(takes), rng.integers(1, 5), replace=False)
        pick = lambda indices: [takes[w][rng.integers(len(takes[w]))][1] for w in indices]
        first = embed.embed(chain(pick(words), mel, rng, noises))
        own.append(aligned(first, embed.embed(chain(pick(words), mel, rng, noises)), SAME_WORDS_TARGET))
        wrong = rng.choice(len(takes), len(words), replace=False)
        other.append(aligned(first, embed.embed(chain(pick(wrong), mel, rng, noises)), None))
    return own, other


def noise_pairs(embed, noises, references, count, rng):
    """Noise alone against a sentence: never speech, so never near."""
    found = []
    for _ in range(count):
        noise = noises[rng.integers(len(noises))]
        start = rng.integers(max(1, len(noise) - 400))
        part = noise[start:start + rng.integers(80, 400)]
        if len(part) >= 40:
            found.append(aligned(embed.embed(part), references[rng.integers(len(references))], None))
    return found
