"""The original's chain, written anew from its description with the libraries that it used: librosa, noisereduce, matplotlib,
torch. One JSON object on stdout: CPU and wall time of each stage, ms, memory, and the scores of --said.

Started by `npm run against-original`, which sets the number of threads to one.
"""
import argparse
import io
import json
import resource
import sys
import time

CPU, WALL = time.process_time(), time.perf_counter()

import librosa
import librosa.display
import matplotlib
import noisereduce
import numpy as np
import torch
from PIL import Image

matplotlib.use("Agg")
from matplotlib import pyplot as plt

IMPORTS = dict(cpu=1000 * (time.process_time() - CPU), wall=1000 * (time.perf_counter() - WALL))

SAMPLE_RATE, FFT, HOP, BANDS, TOP_DB, TRIM_DB = 22050, 2048, 512, 128, 80, 30
HEIGHT, WIDTH, MARGIN = 99, 250, 2.0


def network():
    """99 million random weights: time does not depend on their values."""
    layers = []
    for before, after in ((1, 4), (4, 8), (8, 8)):
        layers += [torch.nn.ReflectionPad2d(1), torch.nn.Conv2d(before, after, 3), torch.nn.ReLU(),
                   torch.nn.BatchNorm2d(after)]
    layers += [torch.nn.Flatten(), torch.nn.Linear(8 * HEIGHT * WIDTH, 500), torch.nn.ReLU(), torch.nn.Linear(500, 500),
               torch.nn.ReLU(), torch.nn.Linear(500, 5)]
    return torch.nn.Sequential(*layers).eval()


def load_weights(net, file):
    """`file`: a checkpoint of training/experiments, which holds the optimiser's state as well and is three times as large."""
    state = torch.load(file)["network"]
    net.load_state_dict({name.removeprefix("layers."): value for name, value in state.items()})


def decibels(samples):
    power = librosa.feature.melspectrogram(y=samples, sr=SAMPLE_RATE, n_fft=FFT, hop_length=HOP, n_mels=BANDS)
    return librosa.power_to_db(power, ref=np.max, top_db=TOP_DB)


def drawn(mel):
    """A figure saved as JPEG and read again, in gray, scaled to the network's input."""
    figure, axes = plt.subplots(figsize=(10, 4))
    librosa.display.specshow(mel, sr=SAMPLE_RATE, hop_length=HOP, x_axis="time", y_axis="mel", cmap="gray", ax=axes)
    file = io.BytesIO()
    figure.savefig(file, format="jpeg", dpi=100)
    plt.close(figure)
    picture = Image.open(file).convert("L").resize((WIDTH, HEIGHT), Image.BILINEAR)
    return np.asarray(picture)


def bare(mel):
    """The same picture as ours: one pixel for each cell, scaled, without margins and axes. It is what the experiments train on."""
    levels = np.rint(255 * np.clip((mel + TOP_DB) / TOP_DB, 0, 1)).astype(np.uint8)[::-1]
    return np.asarray(Image.fromarray(levels).resize((WIDTH, HEIGHT), Image.BILINEAR))


def trimmed(samples):
    return librosa.effects.trim(samples, top_db=TRIM_DB)[0]


def filtered(samples):
    return noisereduce.reduce_noise(y=samples, sr=SAMPLE_RATE)


def loaded(file):
    return librosa.load(file, sr=SAMPLE_RATE)[0]


def distance(net, learner, reference):
    with torch.no_grad():
        first, second = (net(torch.from_numpy(p.astype(np.float32) / 255)[None, None]) for p in (learner, reference))
        return torch.nn.functional.pairwise_distance(first, second).item()


def timed(stages, name, work, *given):
    cpu, wall = time.process_time(), time.perf_counter()
    result = work(*given)
    stages[name] = dict(cpu=1000 * (time.process_time() - cpu), wall=1000 * (time.perf_counter() - wall))
    return result


def one_pass(net, learner, reference):
    """Times of each stage for one learner. The reference's picture is there already."""
    stages = {}
    samples = timed(stages, "load", loaded, learner)
    samples = timed(stages, "noise", filtered, samples)
    samples = timed(stages, "trim", trimmed, samples)
    mel = timed(stages, "mel", decibels, samples)
    picture = timed(stages, "picture", drawn, mel)
    timed(stages, "network", distance, net, picture, reference)
    return stages


def picture_of(file, clean, draw):
    samples = loaded(file)
    return draw(decibels(trimmed(filtered(samples) if clean else samples)))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--learner", required=True)
    options.add_argument("--reference", required=True)
    options.add_argument("--repeats", type=int, default=3)
    options.add_argument("--weights", help="a checkpoint of training/experiments with the original's network, for --said")
    options.add_argument("--said", nargs="*", default=[], help="recordings of one sentence, for the spread of the score")
    options.add_argument("--said-reference")
    options = options.parse_args()
    torch.set_num_threads(1)
    began, wall = time.process_time(), time.perf_counter()
    net = network()
    model = dict(cpu=1000 * (time.process_time() - began), wall=1000 * (time.perf_counter() - wall))
    began, wall = time.process_time(), time.perf_counter()
    reference = picture_of(options.reference, True, drawn)
    first = dict(cpu=1000 * (time.process_time() - began), wall=1000 * (time.perf_counter() - wall))
    passes = [one_pass(net, options.learner, reference) for _ in range(options.repeats)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    scores = []
    if options.weights and options.said:
        load_weights(net, options.weights)  # after all times, and the memory, were measured
        against = picture_of(options.said_reference, False, bare)
        scores = [max(0, 100 - 100 / MARGIN * distance(net, picture_of(f, False, bare), against)) for f in options.said]
    json.dump(dict(imports=IMPORTS, model=model, first=first, passes=passes, peakMb=peak, scores=scores), sys.stdout)


if __name__ == "__main__":
    main()
