"""Finds the phones of Korean recordings by KoreanFA's model, and cuts long recordings at pauses.

Usage: python training/ear/korean/align.py --koreanfa FOLDER --speech FOLDER --list pronounced.tsv --out FOLDER
`pronounced.tsv` is from `training ear-korean-texts`: file, pronounced (Hangul as it is said), text. Writes ID.wav, list.tsv for `training ear` and
`ear-korean`, and phones.tsv: the phones of each piece with their times."""
import argparse
import csv
import os
import sys
import wave

import numpy as np

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from koreanfa import SILENCE, SILENCE_STATES, KoreanFA  # noqa: E402
from mfcc import RATE, mfcc  # noqa: E402
from phones import numbered  # noqa: E402
from recordings import decode  # noqa: E402

FRAME = 0.01
LONGEST_PIECE, LEAST_PAUSE = 9.0, 0.15


def align(model, samples, words):
    """words: for each its phones (KoreanFA's names). Returns (phones, pauses): (first frame, end) each, frames of 10 ms; `pauses`
    has one before each word and one after the last, None where there is none."""
    features = mfcc(samples)
    pauses = [True] * (len(words) + 1)
    for _ in range(2):  # which phones meet across a pause is known after the first time
        spans, found = _viterbi(model, features, _sequence(model, words, pauses))
        places = [0, *(i for i in range(1, len(words)) if pauses[i]), len(words)]
        pauses = [None] * (len(words) + 1)
        for place, pause in zip(places, found):
            pauses[place] = pause
    return spans, pauses


def _sequence(model, words, pauses):
    """[(number, whether it may be left out)]: silence before, between (where there are `pauses`) and after the words."""
    out = [(SILENCE, True)]
    for after, word in enumerate(words, 1):
        for i, phone in enumerate(word):
            place = "alone" if len(word) == 1 else "first" if i == 0 else "last" if i == len(word) - 1 else "inside"
            out.append((model.number(phone, place), False))
        if after == len(words) or pauses[after]:
            out.append((SILENCE, True))
    return out


def _viterbi(model, features, sequence):
    spoken = [number for number, _ in sequence]
    states, owner, entries = [], [], []
    for i, number in enumerate(spoken):
        left, right = (spoken[j] if 0 <= j < len(spoken) else SILENCE for j in (i - 1, i + 1))
        entries.append(len(states))
        own = model.states(left, number, right)
        states += own
        owner += [i] * len(own)
    pdfs, place = np.unique(states, return_inverse=True)
    emission = model.log_likelihoods(features, pdfs)[:, place]
    count = len(states)
    skip = np.zeros(count, int)  # from how far back a state may be entered over a pause that is left out
    for i, (_, optional) in enumerate(sequence):
        if optional and 0 < i < len(sequence) - 1:
            skip[entries[i + 1]] = SILENCE_STATES + 1
    score = np.full(count, -np.inf)
    score[0] = emission[0, 0]
    score[entries[1]] = emission[0, entries[1]]
    back = np.zeros((len(features), count), int)
    index = np.arange(count)
    for t in range(1, len(features)):
        step = np.r_[-np.inf, score[:-1]]
        over = np.where(skip > 0, score[index - skip], -np.inf)
        options = np.stack([score, step, over])
        best = options.argmax(0)
        back[t] = np.choose(best, [0, 1, skip])
        score = options[best, index] + emission[t]
    state = count - 1 if score[-1] > score[-1 - SILENCE_STATES] else count - 1 - SILENCE_STATES
    path = np.zeros(len(features), int)
    for t in range(len(features) - 1, -1, -1):
        path[t] = owner[state]
        state -= back[t, state]
    spans, pauses = [], []
    for i, (number, _) in enumerate(sequence):
        at = np.flatnonzero(path == i)
        span = (int(at[0]), int(at[-1]) + 1) if len(at) else None
        (pauses if number == SILENCE else spans).append(span)
    return spans, pauses


def pieces(words, pauses, spans):
    """Places of the words at which a long recording is cut, so that a piece is at most LONGEST_PIECE long where pauses allow it:
    [(first word, end)]."""
    ends = np.cumsum([len(word) for word in words])
    begins = [spans[0 if i == 0 else ends[i - 1]][0] * FRAME for i in range(len(words))]
    stops = [spans[end - 1][1] * FRAME for end in ends]
    out, first = [], 0
    if stops[-1] - begins[0] <= LONGEST_PIECE + 3:
        return [(0, len(words))]
    cuts = [i for i in range(1, len(words)) if begins[i] - stops[i - 1] >= LEAST_PAUSE] + [len(words)]
    for cut, following in zip(cuts, cuts[1:] + [None]):
        if following is None or stops[following - 1] - begins[first] > LONGEST_PIECE:
            out.append((first, cut))
            first = cut
    return out


def write_wav(file, samples):
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(np.clip(np.round(samples * 32767), -32768, 32767).astype("<i2").tobytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("koreanfa", "speech", "list", "out"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    model = KoreanFA(options.koreanfa)
    listed, found = [], []
    with open(options.list, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        samples = decode(os.path.join(options.speech, row["file"]))
        texts, written = row["pronounced"].split(), row["text"].split()
        words = [[phone for phone, _ in numbered(text)] for text in texts]
        spans, pauses = align(model, samples, words)
        name = os.path.splitext(row["file"])[0].replace("/", "-")
        for first, end in pieces(words, pauses, spans):
            before, until = (sum(len(word) for word in words[:place]) for place in (first, end))
            bounds = [pauses[first], pauses[end]]
            start = 0 if first == 0 else sum(bounds[0]) // 2
            stop = None if end == len(words) else sum(bounds[1]) // 2
            part = f"{name}-{first:03d}"
            write_wav(os.path.join(options.out, f"{part}.wav"), samples[start * 160:None if stop is None else stop * 160])
            listed.append([part, f"{part}.wav", "ko", " ".join(written[first:end]), row["file"].split("/")[0]])
            places = [(i, syllable, phone) for i in range(first, end) for phone, syllable in numbered(texts[i])]
            found += [[part, i - first, syllable, phone, round((a - start) * FRAME, 2), round((b - start) * FRAME, 2)]
                      for (i, syllable, phone), (a, b) in zip(places, spans[before:until])]
        print(row["file"], len(spans), "phones", flush=True)
    write_table(os.path.join(options.out, "list.tsv"), ["id", "file", "language", "text", "speaker"], listed)
    write_table(os.path.join(options.out, "phones.tsv"), ["id", "word", "syllable", "phone", "start", "end"], found)


def write_table(file, header, rows):
    with open(file, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        writer.writerows([header, *rows])


if __name__ == "__main__":
    main()
