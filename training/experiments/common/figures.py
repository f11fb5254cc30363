"""Computes the table's figures from distances."""
import numpy as np

GOOD, BAD = 8, 5
THRESHOLDS = (0.5, 1.0)


def score_of(distance):
    return np.clip(100 - 50 * np.asarray(distance, float), 0, 100)


def auc(low, high):
    """Share of (low, high) pairs in the right order; ties count half. None without pairs."""
    low, high = np.asarray(low)[:, None], np.asarray(high)[None]
    if low.size * high.size == 0:
        return None
    return float((low < high).mean() + 0.5 * (low == high).mean())


def pearson(a, b):
    """Pearson correlation. None if one of the two is constant."""
    return float(np.corrcoef(a, b)[0, 1]) if np.std(a) > 1e-9 and np.std(b) > 1e-9 else None


def accuracy(distance, different, threshold):
    """Share of the pairs that the threshold sorts correctly."""
    return float(((np.asarray(distance) > threshold) == np.asarray(different, bool)).mean())


def agreement(own, other, total):
    """own, other: distances to the own text's reference and to another's; total: the experts' means."""
    score, total = score_of(own), np.asarray(total, float)
    good, bad = total >= GOOD, total <= BAD
    return dict(
        meanScore=float(score.mean()),
        spread=float(score[good].mean() - score[bad].mean()) if good.any() and bad.any() else None,
        pearson=pearson(score, total),
        aucGood=auc(score[bad], score[good]),
        aucSame=auc(own, other))


def changes(own, lowered, raised, clipped):
    """Mean absolute change of the score for 20 dB more, without and with clipping."""
    return dict(louder=float(np.abs(score_of(raised) - score_of(lowered)).mean()),
                clipped=float(np.abs(score_of(clipped) - score_of(own)).mean()))
