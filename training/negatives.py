"""Sounds that are not speech, for the head to keep beyond the margin: hum, tones, chords, tunes, clicks, coloured noise."""
import os
import wave

import numpy as np

RATE = 16000
KINDS = ("hum", "tone", "chord", "melody", "tune", "sweep", "glide", "clicks", "noise", "pulsed")
# in semitones
TUNES = ((0, 2, 4, 5, 7, 9, 11, 12), (0, 4, 7, 12), (0, 3, 7, 12), (12, 7, 4, 0), (0, 7, 4, 7))


def write(work, count, seed=1):
    """Writes WORK/negatives/*.wav once; rows with id and path."""
    folder = os.path.join(work, "negatives")
    os.makedirs(folder, exist_ok=True)
    rows = []
    for i in range(count):
        kind = KINDS[i % len(KINDS)]
        row = dict(id=f"negative/{kind}{i}", path=os.path.join(folder, f"{kind}{i}.wav"))
        if not os.path.exists(row["path"]):
            save(row["path"], sound(kind, np.random.default_rng([seed, i])))
        rows.append(row)
    return rows


def sound(kind, rng):
    """1 to 5 s at 16 kHz, peak below 1, with a little noise below it as microphones have."""
    t = np.arange(int(RATE * rng.uniform(1, 5))) / RATE
    x = dict(hum=hum, tone=tone, chord=chord, melody=melody, tune=tune, sweep=sweep, glide=glide, clicks=clicks,
             noise=coloured, pulsed=pulsed)[kind](t, rng)
    x = x / (np.abs(x).max() + 1e-9) * 10 ** rng.uniform(-1.2, -0.1)
    return x + rng.normal(size=len(t)) * 10 ** rng.uniform(-4, -2.3)


def harmonics(t, f, rng, count=8):
    return sum(np.sin(2 * np.pi * f * k * t + rng.uniform(0, 6)) * rng.uniform(0.1, 1) / k for k in range(1, count + 1)
               if f * k < RATE / 2)


def hum(t, rng):
    return harmonics(t, rng.choice([50, 60, 100, 120]), rng, 20)


def tone(t, rng):
    return np.sin(2 * np.pi * np.exp(rng.uniform(np.log(90), np.log(6000))) * t)


def chord(t, rng):
    base = np.exp(rng.uniform(np.log(80), np.log(500)))
    decay = np.exp(-t * rng.choice([0, 0.5, 2]))
    return decay * sum(harmonics(t, base * 2 ** (s / 12), rng, 6) for s in rng.choice([(0, 4, 7), (0, 3, 7), (0, 5, 9)]))


def melody(t, rng):
    """Notes one after the other, each with its own start and decay: the rhythm of syllables without any."""
    x, at = np.zeros(len(t)), 0
    base = np.exp(rng.uniform(np.log(100), np.log(600)))
    while at < len(t):
        length = int(RATE * rng.uniform(0.1, 0.5))
        part = t[at:at + length]
        x[at:at + length] = harmonics(part, base * 2 ** (rng.integers(-7, 8) / 12), rng, 6) * \
            np.exp(-(part - part[0]) * rng.uniform(1, 12))
        at += length
    return x


def tune(t, rng):
    """Steps of a scale or a broken chord, again and again, without a gap: one phase for all notes."""
    steps = np.array(TUNES[rng.integers(len(TUNES))])
    note = (t / rng.uniform(0.06, 0.5)).astype(int) % len(steps)
    f = np.exp(rng.uniform(np.log(100), np.log(900))) * 2.0 ** (steps[note] / 12)
    return overtones(2 * np.pi * np.cumsum(f) / RATE, rng)


def glide(t, rng):
    """A pitch that wanders, as a slide whistle's or a siren's."""
    places = np.linspace(0, t[-1], rng.integers(3, 12))
    f = np.exp(np.interp(t, places, rng.uniform(np.log(100), np.log(2500), len(places))))
    return overtones(2 * np.pi * np.cumsum(f) / RATE, rng)


def overtones(phase, rng):
    return sum(np.sin(k * phase) * rng.uniform(0, 1) ** k for k in range(1, rng.integers(2, 7)))


def sweep(t, rng):
    low, high = np.sort(np.exp(rng.uniform(np.log(80), np.log(6000), 2)))
    f = low * (high / low) ** (t / t[-1])
    return np.sin(2 * np.pi * np.cumsum(f) / RATE)


def clicks(t, rng):
    x = np.zeros(len(t))
    step = RATE / rng.uniform(1, 12)
    places = (np.arange(0, len(t) - 1, step) + rng.uniform(0, 0.3) * step).astype(int)
    x[places[places < len(t)]] = 1
    ring = np.exp(-np.arange(400) / rng.uniform(2, 120)) * np.cos(2 * np.pi * rng.uniform(200, 5000) * np.arange(400) / RATE)
    return np.convolve(x, ring)[:len(t)]


def coloured(t, rng):
    spectrum = np.fft.rfft(rng.normal(size=len(t)))
    return np.fft.irfft(spectrum / (np.arange(len(spectrum)) + 20) ** rng.uniform(0, 1), len(t))


def pulsed(t, rng):
    """Noise or a buzz that swells and fades as often as syllables do."""
    carrier = coloured(t, rng) if rng.random() < 0.5 else harmonics(t, rng.uniform(80, 300), rng, 15)
    return carrier * (1 + np.sin(2 * np.pi * rng.uniform(1, 9) * t)) ** rng.uniform(0.5, 3)


def save(path, x):
    with wave.open(path, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((np.clip(x, -1, 1) * 32767).astype("<i2").tobytes())
