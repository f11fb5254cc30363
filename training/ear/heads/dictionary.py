"""Writes ear/english.txt.gz from the npm package cmu-pronouncing-dictionary (CMUdict 0.7b): one pronunciation a line, words in
the order of their characters, symbols without stress. Usage: python3 training/ear/heads/dictionary.py PACKAGE-FOLDER"""
import gzip
import os
import re
import sys

from pronunciations import DICTIONARY

LINE = re.compile(r'^\s+(?:"((?:[^"\\]|\\.)+)"|([a-z]+)):\s*"([^"]*)"', re.M)
WORD = re.compile(r"^[a-z][a-z'-]*$")


def main(folder):
    with open(os.path.join(folder, "index.js"), encoding="utf-8") as source:
        found = LINE.findall(source.read())
    entries = []
    for quoted, plain, phones in found:
        word = re.sub(r"\(\d+\)$", "", quoted or plain)
        entry = word, re.sub(r"\d", "", phones)
        if WORD.match(word) and entry not in entries[-4:]:
            entries.append(entry)
    entries.sort(key=lambda entry: entry[0])  # stable: the first variant stays the first
    text = "# The CMU Pronouncing Dictionary 0.7b, Copyright (C) 1993-2014 Carnegie Mellon University, BSD licence: NOTICE.\n"
    text += "".join(f"{word} {phones}\n" for word, phones in entries)
    with open(DICTIONARY, "wb") as out:
        out.write(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    print(f"{len(entries)} pronunciations, {os.path.getsize(DICTIONARY) / 1e6:.1f} MB")


if __name__ == "__main__":
    main(sys.argv[1])
