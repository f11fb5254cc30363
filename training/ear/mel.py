"""The constants of Whisper's log-mel spectrogram: window, Fourier kernels and Slaney's mel bands."""
import numpy as np

RATE = 16000
WINDOW = 400
HOP = 160
BANDS = 80
BINS = WINDOW // 2 + 1
LEAST_POWER = 1e-10
# Powers of ten below the loudest point of a recording.
RANGE = 8.0


def fourier_kernels():
    """(2 * BINS, 1, WINDOW) float32: cosines then sines, each under a periodic Hann window, for a convolution over samples."""
    n = np.arange(WINDOW)
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * n / WINDOW)
    angle = 2 * np.pi * (np.outer(np.arange(BINS), n) % WINDOW) / WINDOW
    return (np.concatenate([np.cos(angle), np.sin(angle)]) * hann)[:, None].astype(np.float32)


def mel_bands():
    """(BANDS, BINS) float32: triangles of equal area on Slaney's scale, 0 to 8 kHz, as librosa.filters.mel(norm="slaney")."""
    edges = _hertz(np.linspace(0, _mel(RATE / 2), BANDS + 2))
    bins = np.linspace(0, RATE / 2, BINS)
    rise = (bins - edges[:-2, None]) / np.diff(edges)[:-1, None]
    fall = (edges[2:, None] - bins) / np.diff(edges)[1:, None]
    area = 2 / (edges[2:] - edges[:-2])
    return (np.maximum(0, np.minimum(rise, fall)) * area[:, None]).astype(np.float32)


# Slaney's scale: linear to 1 kHz (mel 15), then 27 bands for each factor of 6.4.
_STEP = np.log(6.4) / 27


def _mel(hertz):
    return hertz * 3 / 200 if hertz < 1000 else 15 + np.log(hertz / 1000) / _STEP


def _hertz(mel):
    return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp(_STEP * (mel - 15)))
