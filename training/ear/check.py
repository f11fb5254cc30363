"""Checks an exported ear and prints the figures; ends with an error if one is outside its limit.

    python training/ear/check.py --weights FOLDER --ear ear --float training/work-ear --speech ../shared/speech
"""
import argparse
import os
import sys

import numpy as np
import onnxruntime
import torch
from tokenizers import Tokenizer

from ear import Ear
from encoder import log_mel
from fetch import TOKENIZER
from recordings import RATE, decode, english_learners, korean_readers, prepare, prompt, text_tokens
from reference import Reference
from reference import log_mel as reference_log_mel
from weights import read

LEARNERS = 100
# Every so many recordings goes through the slower comparisons with torch and without cache.
FEW = 8
TOKENS_A_SECOND = 6
MOST_BYTES = 82e6
MOST_MEL_DIFFERENCE = 1e-3
# Of the float graphs: root mean square difference and largest difference, over root mean square and largest value. The
# largest is float32's own rounding in the few frames where one dimension is a hundred times above the others: torch in
# float32 is up to 5e-5 from torch in float64 there, onnxruntime 2e-4, and the mean difference of both is 2e-7.
MOST_DIFFERENCE, MOST_LARGEST_DIFFERENCE = 1e-4, 1e-3
LEAST_CORRELATION = 0.995
SCORES = ("logProbability", "gap", "entropy")
LAYERS = ("block4", "block5", "frames", "hidden")


class Findings:
    """Prints each figure beside its limit and remembers whether one failed."""

    def __init__(self):
        self.failed = False

    def add(self, text, value, good):
        """One figure."""
        print(f"{'ok  ' if good else 'FAIL'}  {text}: {value}", flush=True)
        self.failed = self.failed or not good


def recordings(speech, tokenizer):
    """(audio, tokens, language) of all recordings of the check."""
    random = np.random.default_rng(1)
    rows = english_learners(speech, LEARNERS) + korean_readers(speech)
    return [(prepare(decode(file), random), text_tokens(tokenizer, text), language) for file, text, language in rows]


def check_float(findings, few, weights, exact):
    """The log-mel against torch's STFT, and the float32 graphs after it against plain torch.

    Of several recordings, the worst counts.
    """
    reference, worst = Reference(weights), {}
    session = onnxruntime.InferenceSession(log_mel().SerializeToString(), providers=["CPUExecutionProvider"])
    mel_difference = 0
    for audio, tokens, language in few:
        mel = session.run(None, {"audio": audio})[0][0]
        mel_difference = max(mel_difference, np.abs(mel - reference_log_mel(audio).numpy()).max())
        heard, expected = exact.hear(audio), reference.encode(torch.from_numpy(mel))
        start = prompt(language)
        passed = exact.step(heard, start + tokens[:-1], start[1:] + tokens)
        expected |= reference.decode(expected["frames"], start + tokens[:-1], start[1:] + tokens)
        for name, value in expected.items():
            found = (heard | passed)[name]
            differences = [_relative(size, found, value.numpy()) for size in (_root_mean_square, _largest)]
            worst[name] = np.maximum(worst.get(name, 0), differences)
    findings.add(f"log-mel in the graph against torch, {len(few)} recordings", f"{mel_difference:.1e}",
                 mel_difference < MOST_MEL_DIFFERENCE)
    for name, (difference, largest) in worst.items():
        findings.add(f"float graphs against torch, {name}", f"{difference:.1e}, largest {largest:.1e}",
                     difference < MOST_DIFFERENCE and largest < MOST_LARGEST_DIFFERENCE)


def _root_mean_square(x):
    return np.sqrt(np.mean(x ** 2))


def _largest(x):
    return np.abs(x).max()


def _relative(size, found, true):
    return size(found - true) / size(true)


def check_int8(findings, rows, ear, exact):
    """int8 against float32, for each language: correlation and difference over tokens, error over frames."""
    for language in ("en", "ko"):
        pairs = [[_numbers(one, *row) for one in (ear, exact)] for row in rows if row[2] == language]
        found, true = [{name: np.concatenate([pair[side][name] for pair in pairs]) for name in pairs[0][0]} for side in (0, 1)]
        about = f"int8 against float32, {language}, {len(pairs)} recordings, {len(true['gap'])} tokens"
        for name in SCORES:
            correlation = np.corrcoef(found[name], true[name])[0, 1]
            difference = np.abs(found[name] - true[name]).mean()
            findings.add(f"{about}, {name}", f"r {correlation:.4f}, mean absolute difference {difference:.3f}",
                         name != "logProbability" or correlation > LEAST_CORRELATION)
        print(f"      the same best token: {(found['best'] == true['best']).mean():.3f}")
        for name in LAYERS:
            error = np.sqrt((((found[name] - true[name]) / true[name].std(0)) ** 2).mean())
            print(f"      error of {name}, in each dimension's standard deviations: {error:.3f}")


def _numbers(ear, audio, tokens, language):
    heard = ear.hear(audio)
    return ear.teach(heard, language, tokens) | {name: heard[name] for name in ("block4", "block5", "frames")}


def check_cache(findings, few, ear):
    """Greedy transcripts, and a taught text, step by step with cached keys against whole passes."""
    same, largest = 0, 0
    for audio, tokens, language in few:
        heard, most = ear.hear(audio), int(len(audio) / RATE * TOKENS_A_SECOND)
        same += ear.transcribe(heard, language, most) == ear.transcribe(heard, language, most, cached=False)
        start = prompt(language)
        whole = ear.step(heard, start + tokens[:-1], start[1:] + tokens)["logProbability"]
        past = None
        for position, (token, target) in enumerate(zip(start + tokens[:-1], start[1:] + tokens)):
            past = ear.step(heard, [token], [target], past)
            largest = max(largest, abs(past["logProbability"][0] - whole[position]))
    findings.add("same transcript with and without cached keys", f"{same} of {len(few)}", same == len(few))
    print(f"      largest difference of a log probability, single steps against one pass: {largest:.4f}")


def check(weights_folder, ear_folder, float_folder, speech):
    """All checks. True if none failed."""
    findings = Findings()
    size = sum(os.path.getsize(os.path.join(ear_folder, file)) for file in ("encoder.onnx", "decoder.onnx", TOKENIZER))
    findings.add("graphs and tokenizer", f"{size / 1e6:.1f} MB", size <= MOST_BYTES)
    rows = recordings(speech, Tokenizer.from_file(os.path.join(ear_folder, TOKENIZER)))
    ear, exact = Ear(ear_folder), Ear(float_folder)
    check_float(findings, rows[::FEW], read(weights_folder), exact)
    check_int8(findings, rows, ear, exact)
    check_cache(findings, rows[::FEW], ear)
    return not findings.failed


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--weights", required=True, help="folder that fetch.py filled")
    parser.add_argument("--ear", required=True, help="folder of the int8 graphs")
    parser.add_argument("--float", required=True, help="folder of the float32 graphs")
    parser.add_argument("--speech", required=True, help="folder of recordings")
    options = parser.parse_args()
    sys.exit(0 if check(options.weights, options.ear, options.float, options.speech) else 1)
