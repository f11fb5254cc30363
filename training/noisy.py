"""Copies of the learners' recordings with recorded noise, as input for the project's noise filter."""
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import numpy as np

import corpus
from negatives import RATE, save

SNR_DB = (5, 25)


def write(work, learners, seed=1):
    """Writes WORK/noisy/*.wav once; {id: path}."""
    folder = os.path.join(work, "noisy")
    os.makedirs(folder, exist_ok=True)
    noises = [samples_of(r["path"]) for r in corpus.table("noise") if not r["file"].startswith("rir")]

    def one(number, row):
        path = os.path.join(folder, f"{row['id']}.wav")
        if not os.path.exists(path):
            rng = np.random.default_rng([seed, number])
            speech = samples_of(row["path"])
            noise = noises[rng.integers(len(noises))]
            noise = np.take(noise, rng.integers(len(noise)) + np.arange(len(speech)), mode="wrap")
            ratio = np.sqrt(np.mean(speech ** 2) / max(np.mean(noise ** 2), 1e-12))
            mixed = speech + noise * ratio * 10 ** (-rng.uniform(*SNR_DB) / 20)
            save(path, mixed / max(1, np.abs(mixed).max()))
        return row["id"], path

    with ThreadPoolExecutor(2) as pool:
        return dict(pool.map(one, range(len(learners)), learners))


def samples_of(path):
    """Mono, 16 kHz, float64 from -1 to 1."""
    pcm = subprocess.run(["ffmpeg", "-v", "error", "-i", path, "-ar", str(RATE), "-ac", "1", "-f", "s16le", "-"],
                         capture_output=True, check=True).stdout
    return np.frombuffer(pcm, "<i2") / 32768
