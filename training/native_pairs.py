"""A table for `pronunciation evaluate` of native speakers outside the training data: `/usr/bin/python3 training/native_pairs.py`.

Danish and Italian, which are used to choose the model, and number words in five languages, Korean among them (Tux Paint's
stamps, as in `stamps.py`). Each recording is paired with its own text and with another one of similar length.
"""
import argparse
import os
import random

import native_speakers
import stamps

HERE = os.path.dirname(os.path.abspath(__file__))
NUMBER_VOICES = {"ko": "ko", "ja": "ja", "de": "de", "sv": "sv", "nl": "nl"}
OF_EACH = 40
SEED = 3


def number_words(work):
    """Rows with path, text, voice and language: the ten digits in each language that has recordings of them."""
    _, digits = stamps.transcripts(work, "symbols/math/?")
    return [dict(path=f"{base}_{language}.ogg", text=texts[language].strip(" !"), voice=voice, language=f"numbers-{language}")
            for language, voice in NUMBER_VOICES.items() for base, texts in digits
            if language in texts and os.path.exists(f"{base}_{language}.ogg")]


def pairs_of(rows, rng):
    """(row, text, same): for each row its own text, and another one of the five that are nearest in length."""
    for row in rows:
        yield row, row["text"], 1
        others = sorted((r["text"] for r in rows if r["text"] != row["text"]), key=lambda t: abs(len(t) - len(row["text"])))
        if others:
            yield row, rng.choice(others[:5]), 0


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--work", default=os.path.join(HERE, "work"))
    options.add_argument("--out", default="natives.tsv")
    options = options.parse_args()
    os.makedirs(options.work, exist_ok=True)
    rng = random.Random(SEED)
    sizes = dict(prompts=("it",), stamps=("da",), stamps_of_each=None, one_native_in=1)
    rows = native_speakers.recordings(options.work, sizes) + number_words(options.work)
    with open(options.out, "w", encoding="utf-8") as out:
        out.write("learner\ttext\tlanguage\tspeaker\tsame\n")
        for language in dict.fromkeys(row["language"] for row in rows):
            some = [row for row in rows if row["language"] == language]
            some = rng.sample(some, min(OF_EACH, len(some)))
            for row, text, same in pairs_of(some, rng):
                path = os.path.relpath(row["path"], os.path.dirname(os.path.abspath(options.out)))
                out.write(f"{path}\t{text}\t{row['voice']}\t{language}\t{same}\n")


if __name__ == "__main__":
    main()
