"""Native speakers of nine languages: the spoken names of the drawings in Debian's tuxpaint-stamps-default.

Volunteers recorded them with their own microphones: up to 900 names of one to eight words for each language, with
transcripts; GPL-2. Some transcripts were changed after the recording: see `head_pairs.DOUBTFUL`.
"""
import glob
import os
import random
import re

import debian
from prompts import spoken_part

VOICES = {"bg": "bg", "ca": "ca", "ro": "ro", "be": "be", "es": "es", "fr": "fr-fr", "ru": "ru", "el": "el", "da": "da"}
LEAST_LETTERS = 9


def folder_of(work):
    """The folder of the stamps, or None if the package cannot be downloaded."""
    unpacked = os.path.join(work, "stamps")
    there = debian.unpack(["tuxpaint-stamps-default"], unpacked)
    return os.path.join(unpacked, "usr/share/tuxpaint/stamps") if there else None


def transcripts(work, within="**/*"):
    """(folder of the stamps, [(path of a stamp without its ending, {language: text})]), or (None, []) if the package
    cannot be downloaded. `within`: which stamps, as a pattern."""
    folder, found = folder_of(work), []
    if folder is None:
        return None, []
    for transcript in sorted(glob.glob(os.path.join(folder, f"{within}.txt"), recursive=True)):
        with open(transcript, encoding="utf-8", errors="replace") as lines:
            found.append((transcript[:-len(".txt")], dict(re.findall(r"^(\w+)\.utf8=(.*)$", lines.read(), re.MULTILINE))))
    return folder, found


# Drawings whose sound file holds no speech. Some sound files of the other drawings do.
SOUNDS = ("animals", "food", "hobbies", "household", "naturalforces", "vehicles")


def sounds(work):
    """Rows with id and path of sounds without speech: animals, tools, instruments, engines."""
    folder = folder_of(work)
    if folder is None:
        return []
    paths = [path for kind in SOUNDS for path in sorted(glob.glob(os.path.join(folder, kind, "**/*.ogg"), recursive=True))]
    return [dict(id=f"sound/{os.path.relpath(path, folder)}", path=path) for path in paths if "_desc" not in path]


def recordings(work, languages, of_each, seed=1):
    """Rows like those of `prompts.recordings`; at most `of_each` for a language, if that is given."""
    if not languages:
        return []
    folder, stamps = transcripts(work)
    rows = {language: [] for language in languages}
    for base, texts in stamps:
        for language in languages:
            text, path = spoken_part(texts.get(language, "")), f"{base}_desc_{language}.ogg"
            if len(text) >= LEAST_LETTERS and os.path.exists(path):
                rows[language].append(dict(id=f"stamp/{language}/{os.path.relpath(base, folder)}", path=path, text=text,
                                           language=f"stamp-{language}", voice=VOICES[language]))
    rng = random.Random(seed)
    return [row for some in rows.values() for row in rng.sample(some, min(of_each or len(some), len(some)))]
