"""Korean made of sounds of real speakers of other languages, by concatenative synthesis (Hunt and Black 1996). The units are
diphones, from the middle of a phone to the middle of the next, cut from mel features.

The encoder must not be trained on native speakers of Korean, and the heads only on five sentences. These synthetic readings
are the nearest replacement.
"""
import collections

import numpy as np
import torch

from batches import pad
from forced_alignment import phone_spans
from model import STRIDE

# mel frames from the middle of a phone to the middle of the next
SHORTEST, LONGEST = 3, 32
# probability that the speaker changes after a diphone, so that the encoder does not rely on a constant voice
CHANGE_OF_SPEAKER = 0.2


class Diphones:
    """The diphones of `recordings`, rows with id, targets (phone numbers) and language. `encoder` finds where the phones are.
    A language counts as one speaker. It is left out if it has fewer than `least` diphones, because they would repeat."""

    def __init__(self, encoder, recordings, mel, least):
        self.mel = mel
        self.known = collections.defaultdict(lambda: collections.defaultdict(list))
        self.starting = collections.defaultdict(lambda: collections.defaultdict(list))
        self.ending = collections.defaultdict(lambda: collections.defaultdict(list))
        for row in recordings:
            self.cut(row, middles(encoder, mel[row["id"]], row["targets"]))
        self.speakers = [speaker for speaker, units in self.known.items()
                         if sum(map(len, units.values())) >= least]
        self.phones = {p for s in self.speakers for p in self.starting[s]} & {p for s in self.speakers for p in self.ending[s]}

    def cut(self, row, places):
        for first, second, start, end in zip(row["targets"], row["targets"][1:], places, places[1:]):
            if SHORTEST <= end - start <= LONGEST:
                unit = row["id"], start, end
                self.known[row["language"]][first, second].append(unit)
                self.starting[row["language"]][first].append(unit)
                self.ending[row["language"]][second].append(unit)

    def say(self, phones, rng):
        """Mel features (frames, bands) of `phones` by one speaker, or in a third of the cases by many. Phones that no speaker has
    (the unreleased k of Korean) are left out. None if nothing is left."""
        phones = [p for p in phones if p in self.phones]
        if not phones:
            return None
        change = CHANGE_OF_SPEAKER if rng.random() < 1 / 3 else 0
        speaker = self.speakers[rng.integers(len(self.speakers))]
        parts = [self.half(self.ending, speaker, phones[0], rng, 1)]
        for pair in zip(phones, phones[1:]):
            if rng.random() < change:
                speaker = self.speakers[rng.integers(len(self.speakers))]
            units = self.known[speaker].get(pair)
            if units:
                parts.append(self.frames(units[rng.integers(len(units))]))
            else:
                parts += [self.half(self.starting, speaker, pair[0], rng, 0), self.half(self.ending, speaker, pair[1], rng, 1)]
        parts.append(self.half(self.starting, speaker, phones[-1], rng, 0))
        return joined(parts)

    def half(self, units_of, speaker, phone, rng, second):
        """Half a diphone with `phone` at its end or start, from the speaker, or from another one if the speaker has none."""
        having = [speaker] if units_of[speaker].get(phone) else [s for s in self.speakers if units_of[s].get(phone)]
        units = units_of[having[rng.integers(len(having))]][phone]
        part = self.frames(units[rng.integers(len(units))])
        middle = len(part) // 2
        return part[middle:] if second else part[:middle]

    def frames(self, unit):
        name, start, end = unit
        return self.mel[name][start:end]


def middles(encoder, features, targets):
    """The mel frame at which each phone has its highest posterior; none if the recording is too short for its phones."""
    encoder.eval()
    with torch.no_grad():
        log_posterior = encoder(*pad([features]))[1][0].T.numpy()
    spans = phone_spans(log_posterior, targets)
    return [int((start + log_posterior[start:end, phone].argmax()) * STRIDE)
            for (start, end), phone in zip(spans or [], targets)]


def joined(parts):
    """Joins the parts. The frame between two parts is their mean."""
    found = [parts[0]]
    for part in parts[1:]:
        found += [(found[-1][-1:] + part[:1]) / 2, part]
    return np.concatenate(found).astype(np.float32)
