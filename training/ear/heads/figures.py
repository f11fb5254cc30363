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
    return float(np.mean([(np.sum(bad < g) + 0.5 * np.sum(bad == g)) / len(bad) for g in good]))


def table(items, predictions, draws=300, seed=1):
    """{name: (Pearson, low, high)} and the AUC of good against bad."""
    rows = pooled(items, predictions)
    rng = np.random.RandomState(seed)
    names = sorted({item["row"]["speaker"] for item in items})
    out = {name: [pearson(a, b), [], []] for name, (a, b, _) in rows.items()}
    places = {name: {s: np.where(speakers == s)[0] for s in names} for name, (_, _, speakers) in rows.items()}
    samples = {name: [] for name in rows}
    for _ in range(draws):
        drawn = rng.choice(names, len(names))
        for name, (a, b, _) in rows.items():
            at = np.concatenate([places[name][s] for s in drawn])
            samples[name].append(pearson(a[at], b[at]))
    for name in out:
        out[name] = out[name][0], *np.percentile(samples[name], [2.5, 97.5])
    predicted, rated, _ = rows["total"]
    out["good against bad, AUC"] = auc(predicted[rated >= 0.8], predicted[rated <= 0.5]), float("nan"), float("nan")
    return out


def experts(rows):
    """One expert against the mean of the others, over all experts: {name: Pearson}."""
    out = {}
    for key in KEYS:
        pairs = [(rating, np.mean(ratings[:i] + ratings[i + 1:])) for row in rows for ratings in [row["experts"][key]]
                 for i, rating in enumerate(ratings)]
        out[key] = pearson(*map(np.array, zip(*pairs)))
    return out
