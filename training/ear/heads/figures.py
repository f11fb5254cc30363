"""Figures of predictions against the experts, with intervals by bootstrap over speakers."""
import numpy as np

KEYS = ("total", "accuracy", "fluency", "prosodic")


def pearson(a, b):
    return float(np.corrcoef(a, b)[0, 1])


def pooled(items, predictions):
    """Rows to correlate, each with its speaker: {name: (predicted, rated, speakers)}."""
    out = {}
    speakers = np.array([item["row"]["speaker"] for item in items])
    for k, key in enumerate(KEYS):
        out[key] = np.array([p[0][k] for p in predictions]), np.array([item["rated"][k] for item in items]), speakers
    of = lambda sizes: np.repeat(speakers, sizes)  # noqa: E731
    sizes = [len(item["words"]) for item in items]
    for k, key in enumerate(("words", "words' accuracy")):
        out[key] = (np.concatenate([p[1][:n, k] for p, n in zip(predictions, sizes)]),
                    np.concatenate([item["ratedWords"][:, k] for item in items]), of(sizes))
    phones = [corpus_phones(item, p[2]) for item, p in zip(items, predictions)]
    out["phones"] = (np.concatenate([a for a, _ in phones]), np.concatenate([b for _, b in phones]), of([len(a) for a, _ in phones]))
    return out


def corpus_phones(item, scores):
    """Scores of the corpus's own phones: each the mean of the dictionary's phones that match it."""
    predicted, rated = [], []
    for at, word in enumerate(item["row"]["words"]):
        for place, score in enumerate(word["phoneAccuracy"]):
            own = (item["phoneWords"] == at) & (item["corpusPhones"] == place)
            if own.any():
                predicted.append(scores[own].mean())
                rated.append(score / 2)
    return np.array(predicted), np.array(rated)


def auc(good, bad):
    """Share of pairs in which the good one has the higher score; nan if there are none."""
    if len(good) == 0 or len(bad) == 0:
        return float("nan")
    ordered = np.sort(bad)
    return float((np.searchsorted(ordered, good, "left") + np.searchsorted(ordered, good, "right")).mean() / 2 / len(bad))


def good_against_bad(predicted, rated):
    """AUC of the recordings that experts rate 8 and more of 10 against those that they rate 5 and less; `rated` is 0 to 1."""
    return auc(predicted[rated >= 0.8 - 1e-6], predicted[rated <= 0.5 + 1e-6])


def bootstrapped(rows, draws=300, seed=1):
    """{name: (figure, low, high)}, the bounds of 95 % by draws of whole speakers.

    rows: {name: (predicted, rated, speakers, measure)}; a measure makes one figure of predicted and rated."""
    rng = np.random.RandomState(seed)
    names = sorted({speaker for _, _, speakers, _ in rows.values() for speaker in speakers})
    places = {name: {s: np.where(speakers == s)[0] for s in names} for name, (_, _, speakers, _) in rows.items()}
    samples = {name: [] for name in rows}
    for _ in range(draws):
        drawn = rng.choice(names, len(names))
        for name, (predicted, rated, _, measure) in rows.items():
            at = np.concatenate([places[name][s] for s in drawn])
            samples[name].append(measure(predicted[at], rated[at]))
    return {name: (measure(predicted, rated), *np.nanpercentile(samples[name], [2.5, 97.5]))
            for name, (predicted, rated, _, measure) in rows.items()}


def table(items, predictions, draws=300, seed=1):
    """{name: (Pearson, low, high)} and the AUC of good against bad."""
    rows = {name: (*row, pearson) for name, row in pooled(items, predictions).items()}
    rows["good against bad, AUC"] = (*rows["total"][:3], good_against_bad)
    return bootstrapped(rows, draws, seed)


def experts(rows):
    """One expert against the mean of the others, over all experts: {name: Pearson}."""
    out = {}
    for key in KEYS:
        pairs = [(rating, np.mean(ratings[:i] + ratings[i + 1:])) for row in rows for ratings in [row["experts"][key]]
                 for i, rating in enumerate(ratings)]
        out[key] = pearson(*map(np.array, zip(*pairs)))
    return out
