"""Sounds that are not speech, for the network to refuse: hum, tones, chords, tunes, machines, birds, clicks, noise."""
import os
import wave

import numpy as np

RATE = 16000
KINDS = ("hum", "tone", "chord", "melody", "tune", "sweep", "glide", "clicks", "noise", "pulsed", "strings", "band", "keys",
         "bleeps", "bird", "knocks", "machine", "gust")
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
    """1 to 5 s at 16 kHz, peak below 1, with a little noise, as from a microphone."""
    t = np.arange(int(RATE * rng.uniform(1, 5))) / RATE
    x = MAKERS[kind](t, rng)
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
    """Notes one after the other, each with its own start and decay: they have the rhythm of syllables."""
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
    """Steps of a scale or an arpeggio, repeated without a gap: the phase is continuous over all notes."""
    steps = np.array(TUNES[rng.integers(len(TUNES))])
    note = (t / rng.uniform(0.06, 0.5)).astype(int) % len(steps)
    f = np.exp(rng.uniform(np.log(100), np.log(900))) * 2.0 ** (steps[note] / 12)
    return overtones(2 * np.pi * np.cumsum(f) / RATE, rng)


def glide(t, rng):
    """A pitch that glides up and down, like a slide whistle or a siren."""
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
    """Noise or a buzz that gets louder and quieter at the rate of syllables."""
    carrier = coloured(t, rng) if rng.random() < 0.5 else harmonics(t, rng.uniform(80, 300), rng, 15)
    return carrier * (1 + np.sin(2 * np.pi * rng.uniform(1, 9) * t)) ** rng.uniform(0.5, 3)


def strings(t, rng):
    """Plucked or struck notes that overlap, one by one or as strummed chords."""
    x, at = np.zeros(len(t)), 0.0
    base = np.exp(rng.uniform(np.log(80), np.log(500)))
    steps = TUNES[rng.integers(len(TUNES))]
    chords, pace, decay, damping = rng.random() < 0.4, rng.uniform(0.09, 0.6), rng.uniform(0.08, 0.8), rng.uniform(0, 1)
    for i in range(len(t)):
        if at > t[-1] - 0.1:
            break
        for k, step in enumerate(rng.permutation(steps)[:3] if chords else [steps[i % len(steps)]]):
            start = int((at + 0.012 * k) * RATE)
            part = t[:len(t) - start]
            tone = sum(0.6 ** n * np.exp(-part / decay * (1 + damping * n)) *
                       np.sin(2 * np.pi * base * 2 ** (step / 12) * (n + 1) * part) for n in range(6))
            x[start:] += tone * np.minimum(1, part / 0.004)
        at += pace * rng.uniform(0.97, 1.03)
    return x


def band(t, rng):
    """Two melodies and a drum."""
    beat = rng.uniform(0.15, 0.6)
    drum = coloured(t, rng) * np.exp(-(t % beat) / rng.uniform(0.02, 0.1))
    loud = lambda x: x / (np.abs(x).max() + 1e-9)
    return loud(strings(t, rng)) + rng.uniform(0.2, 1) * loud(melody(t, rng)) + rng.uniform(0.1, 1) * loud(drum)


def keys(t, rng):
    """A telephone's dialling tones: two sines for each key, with or without pauses."""
    length, share = rng.uniform(0.06, 0.5), rng.uniform(0.4, 1)
    low, high = (rng.uniform(*span, 40)[(t / length).astype(int) % 40] for span in ((300, 1000), (1000, 2500)))
    return (np.sin(2 * np.pi * low * t) + np.sin(2 * np.pi * high * t)) * ((t / length) % 1 < share)


def bleeps(t, rng):
    """A tone that goes on and off, with the same or a new frequency each time."""
    length, share = rng.uniform(0.08, 1), rng.uniform(0.2, 1)
    f = np.exp(rng.uniform(np.log(150), np.log(4000), 60))[(t / length).astype(int) % 60 if rng.random() < 0.5 else t.astype(int) * 0]
    return overtones(2 * np.pi * np.cumsum(f) / RATE, rng) * ((t / length) % 1 < share)


def bird(t, rng):
    """Birds or whistling: short, fast glides with vibrato and pauses."""
    length, share = rng.uniform(0.08, 0.5), rng.uniform(0.3, 0.95)
    place, number = (t / length) % 1, (t / length).astype(int) % 80
    start, end = np.exp(rng.uniform(np.log(600), np.log(5000), (2, 80)))
    f = start[number] * (end / start)[number] ** place * (1 + rng.uniform(0, 0.08) * np.sin(2 * np.pi * rng.uniform(4, 40) * t))
    return np.sin(2 * np.pi * np.cumsum(f) / RATE) * np.sin(np.pi * np.minimum(1, place / share)) ** rng.uniform(0.3, 1)


def knocks(t, rng):
    """Bursts of noise at irregular times: steps, claps, typing."""
    x = np.zeros(len(t))
    for start in np.cumsum(rng.uniform(0.05, 0.6, 100) * rng.uniform(0.5, 1.5)):
        if start > t[-1] - 0.1:
            break
        part = t[:len(t) - int(start * RATE)]
        x[int(start * RATE):] += coloured(part, rng) * np.exp(-part / rng.uniform(0.005, 0.08)) * rng.uniform(0.3, 1)
    return x


def machine(t, rng):
    """A motor with a drifting speed, and its noise."""
    turns = np.exp(np.interp(t, np.linspace(0, t[-1], 5), rng.uniform(np.log(15), np.log(140)) + rng.uniform(-0.3, 0.3, 5)))
    phase = 2 * np.pi * np.cumsum(turns) / RATE
    buzz = sum(np.sin(k * phase + rng.uniform(0, 6)) * rng.uniform(0, 1) / k ** 0.7 for k in range(1, 25))
    rasp = coloured(t, rng)
    return buzz / buzz.std() + rng.uniform(0, 2) * rasp / rasp.std() * (1 + np.sin(phase)) / 2


def gust(t, rng):
    """Noise with changing spectrum and loudness: wind, brushing, water."""
    parts = [coloured(t, rng) for _ in range(3)]
    moves = [slow(t, rng) for _ in parts]
    return sum(move * part / part.std() for move, part in zip(moves, parts))


def slow(t, rng):
    """A curve between 0 and 1 that changes a few times a second."""
    places = np.linspace(0, t[-1], 2 + int(t[-1] * rng.uniform(1, 8)))
    return np.interp(t, places, rng.uniform(0, 1, len(places)) ** 2)


MAKERS = dict(hum=hum, tone=tone, chord=chord, melody=melody, tune=tune, sweep=sweep, glide=glide, clicks=clicks,
              noise=coloured, pulsed=pulsed, strings=strings, band=band, keys=keys, bleeps=bleeps, bird=bird, knocks=knocks,
              machine=machine, gust=gust)


def save(path, x):
    with wave.open(path, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((np.clip(x, -1, 1) * 32767).astype("<i2").tobytes())
