"""The recordings of the experiments: for training, for the figures, and louder copies.

The training recordings are the learners of the training set in `corpus.py`. The figures are measured on the choice set. No
report speaker is used.
"""
import csv
import hashlib
import os
import random
import subprocess

import corpus

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
COMMAND = os.path.join(ROOT, "bin", "pronunciation.js")
TRAINING = [os.path.join(ROOT, "tools", "run.mjs"), "training"]
CHOICE_SPEAKERS = os.path.join(ROOT, "training", "choice-speakers.txt")
# Rate and pitch of the reference of every reported figure.
VOICE = ["-s", "175", "-p", "50"]
# The cleaned set leaves out recordings on which the experts differ by more than this (of 10), incomplete ones, and noisy ones.
MOST_DISAGREEMENT, LEAST_COMPLETENESS, LEAST_SNR_DB = 3, 9, 20
LOUDNESS = {"lowered": "-21dB", "raised": "20dB", "clipped": "20dB"}


def command(arguments):
    """Runs one of the project's commands. Returns what it prints."""
    program = TRAINING if arguments[0] in ("pairs", "features") else [COMMAND]
    return subprocess.run(["node", *program, *map(str, arguments)], check=True, stdout=subprocess.PIPE).stdout


def read_table(file):
    with open(file, encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def training_learners(seed=1):
    """Learners for training, always in the same random order, so that a small set is the beginning of a larger one."""
    rows = [r for r in corpus.learners() if r["split"] == "train"]
    random.Random(seed).shuffle(rows)
    return rows


def is_clean(row, snr_db):
    totals = row["experts"]["total"]
    return (max(totals) - min(totals) <= MOST_DISAGREEMENT and row["completeness"] >= LEAST_COMPLETENESS
            and snr_db >= LEAST_SNR_DB)


def choice_pairs(work, limit=None, speakers=None):
    """Rows of the protocol's table for the choice set, or for its first speakers: each recording with its own text and with
    another one."""
    file, chosen = os.path.join(work, "choice.tsv"), os.path.join(work, "choice-speakers.txt")
    if not os.path.exists(file):
        with open(CHOICE_SPEAKERS, encoding="utf-8") as lines, open(chosen, "w", encoding="utf-8") as out:
            names = [line for line in lines if line.split("#")[0].strip()]
            out.writelines(names[:speakers])
        command(["pairs", "--no-words", "--speech", corpus.SPEECH, "--set", "choice", "--choice-speakers",
                 chosen, "--out", file])
    rows = read_table(file)
    for row in rows:
        row["path"] = os.path.normpath(os.path.join(work, row["learner"]))
        row["id"] = os.path.splitext(os.path.basename(row["path"]))[0]
    return rows[:limit]


def spoken(texts, work, language="en-us"):
    """Readings of the texts by the reference voice: rows with id `voice/TEXT` and path."""
    folder = os.path.join(work, "voice")
    os.makedirs(folder, exist_ok=True)
    rows = []
    for text in dict.fromkeys(texts):
        name = hashlib.sha1(f"{language} {text}".encode()).hexdigest()[:16]
        file = os.path.join(folder, f"{name}.wav")
        if not os.path.exists(file):
            subprocess.run(["espeak-ng", "-v", language, *VOICE, "-w", file, "--", text], check=True)
        rows.append(dict(id=f"voice/{text}", path=file))
    return rows


def loudness_copies(pairs, work, count):
    """Copies of learners with their own text, to measure the effect of 20 dB: `lowered` by 21 dB, for headroom; the same
    `raised` by 20 dB; and `clipped`: the original, 20 dB louder and cut at full scale."""
    folder = os.path.join(work, "loudness")
    os.makedirs(folder, exist_ok=True)
    own = [p for p in pairs if p["same"] == "1"]
    rows = []
    for pair in own[::max(1, len(own) // count)][:count]:
        lowered = os.path.join(folder, f"{pair['id']}-lowered.wav")
        for name in LOUDNESS:
            file = os.path.join(folder, f"{pair['id']}-{name}.wav")
            if not os.path.exists(file):
                source = lowered if name == "raised" else pair["path"]
                subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", source, "-ac", "1", "-ar", "16000", "-af",
                                f"volume={LOUDNESS[name]}", "-c:a", "pcm_s16le", file], check=True)
            rows.append(dict(id=f"{name}/{pair['id']}", path=file, pair=pair))
    return rows


def command_words(count, seed=1):
    """Takes of single words by many speakers, Arabic and English, in a random order."""
    rows = [r for folder in ("arabic-commands", "english-commands") for r in corpus.table(folder)]
    random.Random(seed).shuffle(rows)
    return [dict(id=f"word/{r['language']}/{r['file']}", path=r["path"], text=r["text"], language=r["language"])
            for r in rows[:count]]
