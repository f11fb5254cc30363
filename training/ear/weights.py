"""Reads the weights of Whisper base from CTranslate2's container.

The container, little endian: version (uint32), name of the architecture, its revision (uint32), number of tensors
(uint32); a tensor is its name, rank (uint8), dimensions (uint32 each), type (uint8), size in bytes (uint32), data. A name is
its length (uint16) with the closing zero byte, then the text.
"""
import os
import struct

import numpy as np

from fetch import MODEL_SHA256, require

FLOAT16 = 4
WIDTH = 512
HEADS = 8
HEAD_WIDTH = WIDTH // HEADS
BLOCKS = 6
VOCABULARY = 51865
# Whisper's table of positions ends here: 30 s of audio.
MOST_FRAMES = 1500


def read(folder):
    """Name to array (float32, the stored numbers are float16) of all tensors in model.bin of `folder`. Checks the checksum."""
    file = os.path.join(folder, "model.bin")
    require(file, MODEL_SHA256)
    with open(file, "rb") as content:
        return dict(_tensors(content))


def _tensors(content):
    def number(code):
        return struct.unpack(f"<{code}", content.read(struct.calcsize(f"<{code}")))[0]

    def text():
        return content.read(number("H"))[:-1].decode()

    number("I"), text(), number("I")
    for _ in range(number("I")):
        name = text()
        shape = [number("I") for _ in range(number("B"))]
        kind, data = number("B"), content.read(number("I"))
        # The other tensors are the converter's settings, single integers.
        if kind == FLOAT16:
            yield name, np.frombuffer(data, np.float16).astype(np.float32).reshape(shape)
