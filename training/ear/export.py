"""Writes the ear: Whisper base as int8 ONNX graphs, with its tokenizer, its licence and its manifest.

    python training/ear/export.py --weights FOLDER --out ear --speech ../shared/speech
"""
import argparse
import os
import shutil
import sys

import onnx

import precision
from check import check
from decoder import decoder
from encoder import encoder
from fetch import LICENCE, TOKENIZER
from manifest import write_manifest
from smoothing import smooth
from vocabulary import mend
from weights import read


def write(weights, folder, linear, vocabulary):
    """encoder.onnx and decoder.onnx in `folder`."""
    os.makedirs(folder, exist_ok=True)
    onnx.save(encoder(weights, linear), os.path.join(folder, "encoder.onnx"))
    onnx.save(decoder(weights, linear, vocabulary), os.path.join(folder, "decoder.onnx"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--weights", required=True, help="folder that fetch.py filled")
    parser.add_argument("--out", required=True, help="folder for the int8 graphs, the tokenizer and the licence")
    parser.add_argument("--float", default="training/work-ear", help="folder for the same graphs in float32, for comparison")
    parser.add_argument("--speech", help="folder of recordings; the graphs are checked on them")
    options = parser.parse_args()
    weights = read(options.weights)
    write(smooth(weights), options.out, precision.int8_linear, precision.int8_vocabulary)
    shutil.copyfile(os.path.join(options.weights, LICENCE), os.path.join(options.out, LICENCE))
    mend(os.path.join(options.weights, TOKENIZER), os.path.join(options.out, TOKENIZER))
    write_manifest(options.out)
    write(weights, options.float, precision.float_linear, precision.float_vocabulary)
    if options.speech and not check(options.weights, options.out, options.float, options.speech):
        sys.exit("The graphs are written, but a check failed.")


if __name__ == "__main__":
    main()
