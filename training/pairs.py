"""Pairs of recordings for the contrast and the head step."""
import collections

import corpus


def word_takes(mel):
    """Takes of each command word: {(folder, word): [(speaker, id)]}."""
    takes = collections.defaultdict(list)
    for folder in ("arabic-commands", "english-commands"):
        for row in corpus.table(folder):
            name = f"{folder}/{row['file']}"
            if name in mel:
                takes[folder, row["text"]].append((row["speaker"], name))
    return takes


def words(spoken, mel, targets):
    """Each command word: its takes [(speaker, id)], the voice's readings of it (ids) and its phones."""
    by_text = readings(spoken, mel)
    found = []
    for (folder, text), takes in sorted(word_takes(mel).items()):
        voices = by_text[f"{folder}/{text}"]
        if len({speaker for speaker, _ in takes}) > 1 and voices["word-reference"]:
            found.append(dict(takes=takes, readings=[row["id"] for row in voices["word-reference"]],
                              wrong=[(row["id"], float(row["error"])) for row in voices["wrong-reference"]],
                              targets=targets.get(takes[0][1], [])))
    return found


def readings(spoken, mel):
    """Synthetic readings by text: {text_id: {kind: [rows]}}."""
    by_text = collections.defaultdict(lambda: collections.defaultdict(list))
    for row in spoken:
        if row["id"] in mel:
            by_text[row["text_id"]][row["kind"]].append(row)
    return by_text


def other_of_similar_length(items, frames_of, rng, tolerance=0.1):
    """For each item another one with a different `text`, whose reference has the same duration within 10 %."""
    order = sorted(range(len(items)), key=lambda i: frames_of(items[i]))
    place = {i: p for p, i in enumerate(order)}
    found = []
    for i, item in enumerate(items):
        length = frames_of(item)
        near = [j for j in order[max(0, place[i] - 60):place[i] + 60]
                if items[j]["text"] != item["text"] and abs(frames_of(items[j]) / length - 1) <= tolerance]
        found.append(items[rng.choice(near)] if near else items[rng.choice([j for j in range(len(items)) if j != i])])
    return found
