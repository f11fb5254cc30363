"""Changes a recording's mel features as other speakers, rooms and microphones would.

Everything works on mel power, (frames, bands); features are log(power + offset).
"""
import numpy as np

from features import LOG_OFFSET


def augment(features, rng, noises, strength=1.0, mouths=None):
    """One random variation. `noises`: log mel features to take noise from; `strength` 0 to 1; `mouths`: (mean,
    deviation) of the bands of real recordings, for voices that should sound less synthetic."""
    if mouths is not None and rng.random() < 0.6:
        features = move_bands_toward(features, mouths[rng.integers(len(mouths))], rng.uniform(0.3, 1))
    power = np.maximum(np.exp(features) - LOG_OFFSET, 0)
    if mouths is not None and rng.random() < 0.4:
        power = blur(power, rng.uniform(0.2, 1.3), rng.uniform(0, 1))
    power = warp(power, 1 + rng.uniform(-0.13, 0.13) * strength, 1 + rng.uniform(-0.13, 0.13) * strength)
    if rng.random() < 0.35 * strength:
        power = reverberate(power, rng.uniform(0.15, 0.7), rng.uniform(0.05, 0.35))
    if rng.random() < 0.8 * strength:
        power = add_noise(power, noises[rng.integers(len(noises))], rng.uniform(5, 35), rng)
    power = power * channel(power.shape[1], rng, 6.0 * strength)
    power = power / (power.mean() + 1e-12) * (np.exp(features) - LOG_OFFSET).mean()
    out = np.log(np.maximum(power, 0) + LOG_OFFSET).astype(np.float32)
    return mask(out, rng) if rng.random() < 0.4 * strength else out


def bands_of(features):
    """Mean and deviation of each band: the part of every frame that comes from speaker, room and microphone."""
    return features.mean(0), features.std(0)


def move_bands_toward(features, mouth, amount):
    """Moves the bands' means and deviations toward those of another recording (as Huang and Belongie 2017 do for style)."""
    mean, deviation = bands_of(features)
    scale = (mouth[1] / (deviation + 0.1)).clip(0.4, 2.5)
    borrowed = (features - mean) * scale + mouth[0]
    return np.maximum(features * (1 - amount) + borrowed * amount, np.log(LOG_OFFSET))


def blur(power, frames, bands):
    """Gaussian smoothing along time and bands, because a mouth moves more smoothly than a synthesiser."""
    for axis, width in ((0, frames), (1, bands)):
        if width > 0.1:
            kernel = np.exp(-0.5 * (np.arange(-3, 4) / width) ** 2)
            kernel /= kernel.sum()
            padded = np.pad(power, [(3, 3) if a == axis else (0, 0) for a in (0, 1)], mode="edge")
            size = power.shape[axis]
            power = sum(k * np.take(padded, np.arange(i, i + size), axis=axis) for i, k in enumerate(kernel))
    return power


def warp(power, speed, pitch):
    """Stretches time by 1/speed and moves the bands by the factor `pitch` along the mel axis."""
    frames, bands = power.shape
    rows = np.clip(np.arange(max(8, round(frames / speed))) * speed, 0, frames - 1)
    columns = np.clip(np.arange(bands) * pitch, 0, bands - 1)
    low, part = rows.astype(int), (rows % 1)[:, None]
    power = power[low] * (1 - part) + power[np.minimum(low + 1, frames - 1)] * part
    low, part = columns.astype(int), (columns % 1)[None]
    return power[:, low] * (1 - part) + power[:, np.minimum(low + 1, bands - 1)] * part


def reverberate(power, seconds, amount):
    """Adds an exponential tail with this decay time (60 dB). Its energy is `amount` times the direct energy."""
    decay = 10 ** (-6 * 0.01 / seconds)
    tail = np.empty_like(power)
    state = np.zeros(power.shape[1])
    for t in range(len(power)):
        state = state * decay + power[t]
        tail[t] = state
    return power + amount * (1 - decay) * tail * 4


def add_noise(power, noise_features, snr_db, rng):
    noise = np.exp(noise_features) - LOG_OFFSET
    start = rng.integers(max(1, len(noise)))
    noise = np.take(noise, np.arange(start, start + len(power)), axis=0, mode="wrap")
    return power + noise * (power.mean() / (noise.mean() + 1e-12)) * 10 ** (-snr_db / 10)


def within_noise(features, noise_features, rng, most=150):
    """Adds noise to all frames, and up to `most` frames of noise before and after. The SNR is 10 to 35 dB, with pauses counted
    as speech. The mean power stays that of all recordings."""
    before, after = rng.integers(0, most, 2)
    power = np.maximum(np.exp(features) - LOG_OFFSET, 0)
    longer = np.zeros((before + len(power) + after, power.shape[1]))
    longer[before:before + len(power)] = power * (len(longer) / len(power))
    noisy = add_noise(longer, noise_features, rng.uniform(10, 35), rng)
    return np.log(np.maximum(noisy, 0) + LOG_OFFSET).astype(np.float32)


def channel(bands, rng, tilt_db):
    """The frequency response of a microphone: a tilt, a bump and sometimes a low cut-off."""
    x = np.linspace(-1, 1, bands)
    db = rng.uniform(-tilt_db, tilt_db) * x + rng.uniform(-tilt_db, tilt_db) * np.cos(3 * x + rng.uniform(0, 6))
    gain = 10 ** (db / 10)
    if rng.random() < 0.15:
        gain[int(bands * rng.uniform(0.65, 0.95)):] *= 1e-3
    return gain


def mask(features, rng):
    """SpecAugment (Park et al. 2019): one band and one time mask, set to the mean."""
    frames, bands = features.shape
    width = rng.integers(1, 9)
    start = rng.integers(bands - width)
    features[:, start:start + width] = features.mean()
    width = rng.integers(1, max(2, min(12, frames // 8)))
    start = rng.integers(frames - width)
    features[start:start + width] = features.mean()
    return features
