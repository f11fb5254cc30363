"""A network's row of the table: the figures of its distances on the choice set."""
import numpy as np

from common import figures
from common.contrastive import class_pairs, embed
from common.material import LOUDNESS

CLASS_PAIRS = 2000


def judge(network, sets, shown):
    """`shown`: pictures of the choice set as the network was trained on them."""
    pairs = [p for p in sets.pairs if p["id"] in shown and f"voice/{p['text']}" in shown]
    louder = [r for r in sets.louder if all(f"{name}/{r['pair']['id']}" in shown for name in LOUDNESS)]
    ids = sorted({p["id"] for p in pairs} | {f"voice/{p['text']}" for p in pairs} | {r["id"] for r in louder})
    embedding = dict(zip(ids, embed(network, shown.stack(ids))))

    def distances(rows):
        return np.array([np.linalg.norm(embedding[a] - embedding[b]) for a, b in rows])

    own = [p for p in pairs if p["same"] == "1"]
    other = [p for p in pairs if p["same"] == "0"]
    own_distance = distances([(p["id"], f"voice/{p['text']}") for p in own])
    found = figures.agreement(own_distance, distances([(p["id"], f"voice/{p['text']}") for p in other]),
                              [float(p["human"]) for p in own])

    originals = {r["pair"]["id"]: r["pair"] for r in louder}
    copies = {name: distances([(f"{name}/{i}", f"voice/{p['text']}") for i, p in originals.items()]) for name in LOUDNESS}
    found.update(figures.changes(distances([(i, f"voice/{p['text']}") for i, p in originals.items()]), **copies))

    # The task that it was trained for, voice or learner, on speakers that it was not trained on.
    names = sorted({f"voice/{p['text']}" for p in own}) + [p["id"] for p in own]
    drawn = class_pairs((len(names) - len(own), len(own)), CLASS_PAIRS, np.random.default_rng(1))
    distance = distances([(names[i], names[j]) for i, j, _ in drawn])
    found["accuracy"] = [figures.accuracy(distance, drawn[:, 2], t) for t in figures.THRESHOLDS]
    return found
