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
    return dict(agreement_of_scores(score_of(own), total), aucSame=auc(own, other))


def agreement_of_scores(score, total):
    """score: points of recordings with their own text; total: the experts' means."""
    score, total = np.asarray(score, float), np.asarray(total, float)
    good, bad = total >= GOOD, total <= BAD
    return dict(
        meanScore=float(score.mean()),
        spread=float(score[good].mean() - score[bad].mean()) if good.any() and bad.any() else None,
        pearson=pearson(score, total),
        aucGood=auc(score[bad], score[good]))


def changes(own, lowered, raised, clipped):
    """Mean absolute change of the score for 20 dB more, without and with clipping. All are distances."""
    return changes_of_scores(*map(score_of, (own, lowered, raised, clipped)))


def changes_of_scores(own, lowered, raised, clipped):
    """The same of scores."""
    own, lowered, raised, clipped = (np.asarray(score, float) for score in (own, lowered, raised, clipped))
    return dict(louder=float(np.abs(raised - lowered).mean()), clipped=float(np.abs(clipped - own).mean()))
