"""Step 5: detects speech from the encoder's embeddings. The encoder does not change.

A tune, a bark or a motor must get no score, whatever the text is. A comparison of two recordings cannot detect that well.
"""
import os
import time

import numpy as np
import torch
from torch.nn import functional as F

from augment import augment, within_noise
from batches import pad
from model import SpeechDetector, frame_mask

SPEECH_IN_BATCH, OTHERS_IN_BATCH = 40, 24
# limits the log odds to those of 99 to 1
SMOOTHING = 0.01
# noise on each dimension of the embeddings, relative to its deviation, so that the detector uses many dimensions
NOISE = 0.5
CROPS = dict(negative=2, sound=12, noise=40)
IN_NOISE = 0.3
LEAST_FRAMES, MOST_FRAMES = 20, 400
HELD_OUT_EVERY = 5
# Not 0, because some of the natives' recordings hold only a beep.
FALSE_REJECTS = 0.003
# Noisy microphones outside this set give lower odds. A sound that is accepted usually gets few points.
MARGIN_BELOW = 1.0


def kind_of(name):
    """negative, sound or noise; None for speech."""
    first = name.split("/")[0]
    return first if first in CROPS and "/rir/" not in name else None


def embed(encoder, features):
    """Embeddings (frames, E)."""
    with torch.no_grad():
        return encoder(torch.from_numpy(np.ascontiguousarray(features.T))[None])[0][0].T.numpy()


def spoken(encoder, mel, names, noises, rng):
    """Embeddings of speech, original and augmented."""
    return [embed(encoder, version) for name in names for version in (mel[name], changed(mel[name], noises, rng))]


def unspoken(encoder, mel, noises, rng):
    """Embeddings of sounds without speech: original and augmented ones, and held-out ones."""
    others, held_out, count = [], [], dict.fromkeys(CROPS, 0)
    for name in (n for n in mel.entries if kind_of(n)):
        kind, features = kind_of(name), mel[name]
        count[kind] += 1
        if kind != "noise" and count[kind] % HELD_OUT_EVERY == 0:
            held_out.append(embed(encoder, features))
            continue
        parts = [features, *(augment(part, rng, noises, 0.5) if kind != "noise" else part
                             for part in crops(features, CROPS[kind], rng))]
        others += [embed(encoder, part) for part in parts]
    return others, held_out


def changed(features, noises, rng):
    features = augment(features, rng, noises)
    return within_noise(features, noises[rng.integers(len(noises))], rng) if rng.random() < IN_NOISE else features


def crops(features, count, rng):
    found = []
    for _ in range(count):
        start = rng.integers(max(1, len(features) - LEAST_FRAMES))
        part = features[start:start + rng.integers(LEAST_FRAMES, MOST_FRAMES)]
        if len(part) >= LEAST_FRAMES // 2:
            found.append(part)
    return found


def odds(detector, some, size=64):
    """Log odds of speech (N)."""
    detector.eval()
    with torch.no_grad():
        batches = [pad(some[i:i + size]) for i in range(0, len(some), size)]
        return np.concatenate([detector(x, frame_mask(lengths, x.shape[2])).numpy() for x, lengths in batches])


def train(encoder, mel, speech, choice_speech, noises, steps, checkpoint, seed=1):
    """`speech`, `choice_speech`: names of recordings. Returns (detector, (limit, rates)). The limit is chosen on the choice
    set's recordings, unchanged and augmented. The rates are its errors there and on the held-out sounds."""
    detector = SpeechDetector()
    if os.path.exists(checkpoint):
        kept = torch.load(checkpoint)
        detector.load_state_dict(kept["detector"])
        return detector, kept["limit"]
    torch.manual_seed(seed)
    rng, began = np.random.default_rng(seed), time.time()
    detector = SpeechDetector()
    encoder.eval()
    said = spoken(encoder, mel, speech, noises, rng)
    others, held_out = unspoken(encoder, mel, noises, rng)
    deviation = torch.from_numpy(np.concatenate(said[:500]).std(0))[None, :, None]
    optimiser = torch.optim.AdamW(detector.parameters(), 3e-3, weight_decay=3e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps)
    target = torch.tensor([1 - SMOOTHING] * SPEECH_IN_BATCH + [SMOOTHING] * OTHERS_IN_BATCH)
    for _ in range(steps):
        detector.train()
        x, lengths = pad([said[i] for i in rng.integers(len(said), size=SPEECH_IN_BATCH)] +
                         [others[i] for i in rng.integers(len(others), size=OTHERS_IN_BATCH)])
        found = detector(x + NOISE * deviation * torch.randn_like(x), frame_mask(lengths, x.shape[2]))
        loss = F.binary_cross_entropy_with_logits(found, target)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    chosen_by = spoken(encoder, mel, choice_speech, noises, rng)
    limit = limit_of(odds(detector, chosen_by), odds(detector, held_out) if held_out else np.zeros(0))
    print(f"speech: {len(others)} sounds, limit and rates {limit}, {time.time() - began:.0f} s", flush=True)
    torch.save(dict(detector=detector.state_dict(), limit=limit), checkpoint)
    return detector, limit


def limit_of(said, others):
    limit = round(float(np.quantile(said, FALSE_REJECTS)) - MARGIN_BELOW, 4)
    return limit, dict(falseReject=round(float((said < limit).mean()), 4),
                       falseAccept=round(float((others >= limit).mean()), 4) if len(others) else None)
