"""Mel-frequency cepstra as Kaldi makes them by default at 16 kHz (with `--use-energy=false`), which KoreanFA was trained on."""
import numpy as np

RATE, WINDOW, HOP, FFT = 16000, 400, 160, 512
BANDS, LOWEST, CEPSTRA, LIFTER = 23, 20.0, 13, 22
PRE_EMPHASIS, DELTA_WINDOW = 0.97, 2
# The loudest sample becomes this many steps of 16 bits.
PEAK = 16384
# Standard deviation below the peak, dB: the model has never heard a silence as deep as that of a studio or a computer.
NOISE_DB = -50


def mfcc(samples, seed=0):
    """Returns frames x 39: cepstra of mean 0 over the recording, their slopes, their curvatures."""
    noise = 10 ** (NOISE_DB / 20) * np.random.RandomState(seed).randn(len(samples))
    scaled = PEAK * (samples / np.abs(samples).max() + noise)
    frames = np.lib.stride_tricks.sliding_window_view(scaled, WINDOW)[::HOP]
    frames = frames - frames.mean(1, keepdims=True)
    emphasised = frames - PRE_EMPHASIS * np.concatenate([frames[:, :1], frames[:, :-1]], 1)
    window = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / (WINDOW - 1))) ** 0.85  # Povey's
    power = np.abs(np.fft.rfft(emphasised * window, FFT)) ** 2
    logs = np.log(np.maximum(power[:, :FFT // 2] @ _bands().T, np.finfo(np.float32).eps))
    cepstra = logs @ _cosines().T
    normal = cepstra - cepstra.mean(0)
    return np.concatenate([normal, _slopes(normal, 1), _slopes(normal, 2)], 1)


def _mel(hertz):
    return 1127 * np.log(1 + hertz / 700)


def _bands():
    """BANDS x FFT / 2 triangles, even on the mel scale."""
    edges = np.linspace(_mel(LOWEST), _mel(RATE / 2), BANDS + 2)
    bins = _mel(np.arange(FFT // 2) * RATE / FFT)
    rise = (bins - edges[:-2, None]) / np.diff(edges)[:-1, None]
    fall = (edges[2:, None] - bins) / np.diff(edges)[1:, None]
    return np.maximum(0, np.minimum(rise, fall))


def _cosines():
    """The discrete cosine transform, orthonormal, with Kaldi's lifter."""
    k, n = np.arange(CEPSTRA)[:, None], np.arange(BANDS)
    transform = np.sqrt(2 / BANDS) * np.cos(np.pi / BANDS * (n + 0.5) * k)
    transform[0] = np.sqrt(1 / BANDS)
    return transform * (1 + 0.5 * LIFTER * np.sin(np.pi * k / LIFTER))


def _slopes(values, order):
    """Regression over five frames, `order` times; the ends of the values repeat."""
    once = np.arange(-DELTA_WINDOW, DELTA_WINDOW + 1) / (2 * sum(k * k for k in range(1, DELTA_WINDOW + 1)))
    weights = once if order == 1 else np.convolve(once, once)
    reach = len(weights) // 2
    padded = np.pad(values, ((reach, reach), (0, 0)), mode="edge")
    return sum(weight * padded[k:k + len(values)] for k, weight in enumerate(weights))
