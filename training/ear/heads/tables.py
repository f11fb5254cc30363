"""Two tables of the held-out predictions: what experts give where the judge gives so many points, and which bad words it finds."""
import numpy as np

# Experts' rating of a word up to which it is bad, 0 to 10, as for whole recordings.
BAD_WORD = 5
# Points below which a word counts as found. Below 50 the station shows a word in red, below 70 at most in orange.
THRESHOLDS = (30, 50, 60, 70)


def calibration(points, rated, width=10):
    """[(from, to, recordings, mean points, experts' mean)] for each `width` points that occur; all from 0 to 100."""
    bins = np.clip(points // width, 0, 100 // width - 1).astype(int)
    out = []
    for at in np.unique(bins):
        own = bins == at
        out.append((int(at * width), int((at + 1) * width), int(own.sum()), float(points[own].mean()), float(rated[own].mean())))
    return out


def confusion(points, rated, thresholds=THRESHOLDS):
    """[(threshold, bad words below it, bad words, other words below it, other words)]; points 0 to 100, ratings 0 to 10."""
    bad = rated <= BAD_WORD + 1e-6
    return [(threshold, int((bad & (points < threshold)).sum()), int(bad.sum()),
             int((~bad & (points < threshold)).sum()), int((~bad).sum())) for threshold in thresholds]
