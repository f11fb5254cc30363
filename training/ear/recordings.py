"""Recordings with texts, as the ear hears them: samples at 16 kHz, and Whisper's tokens."""
import json
import os
import re
import subprocess

import numpy as np

from mel import RATE

BEFORE, AFTER = RATE // 10, RATE // 2
PEAK = 0.5
NOISE_FLOOR = 1e-4
MOST_SECONDS = 29
START, TRANSCRIBE, NO_TIMES, END = 50258, 50359, 50363, 50257
LANGUAGES = {"en": 50259, "ko": 50264}


def decode(file):
    """Samples (S) float32 at 16 kHz of an audio file, by ffmpeg."""
    command = ["ffmpeg", "-v", "error", "-i", file, "-ar", str(RATE), "-ac", "1", "-f", "f32le", "-"]
    return np.frombuffer(subprocess.run(command, check=True, capture_output=True).stdout, np.float32)


def prepare(samples, random):
    """The encoder's input: peak 0.5, 0.1 s before, 0.5 s after, a noise floor that hides digital silence."""
    loudest = max(NOISE_FLOOR, np.abs(samples).max())
    padded = np.pad(samples / loudest * PEAK, (BEFORE, AFTER))
    return (padded + random.standard_normal(len(padded)) * NOISE_FLOOR).astype(np.float32)


def prompt(language):
    """The tokens before the text."""
    return [START, LANGUAGES[language], TRANSCRIBE, NO_TIMES]


def text_tokens(tokenizer, text):
    """The tokens of a text, its closing period and the end of text."""
    return tokenizer.encode(f" {text}.", add_special_tokens=False).ids + [END]


def english_learners(speech, count):
    """`count` recordings of `english-learners`, spread over the speakers: (file, text, "en") each."""
    folder = os.path.join(speech, "english-learners")
    with open(os.path.join(folder, "labels.jsonl"), encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(os.path.join(folder, row["file"]), _sentence_case(row["text"]), "en") for row in rows[::len(rows) // count][:count]]


def korean_readers(speech):
    """All recordings of `korean` that fit: (file, text, "ko") each."""
    folder = os.path.join(speech, "korean")
    with open(os.path.join(folder, "labels.tsv"), encoding="utf-8") as lines:
        header, *rows = [line.rstrip("\n").split("\t") for line in lines]
    rows = [dict(zip(header, row)) for row in rows]
    return [(os.path.join(folder, row["file"]), row["text"], "ko") for row in rows if float(row["duration_s"]) < MOST_SECONDS]


def _sentence_case(text):
    """Capitals as Whisper writes them: the first letter, and the word I."""
    lower = re.sub(r"\bi\b", "I", text.lower())
    return lower[:1].upper() + lower[1:]
