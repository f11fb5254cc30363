"""Step 5: detects that the learner said another sentence. The encoder does not change.

The heads for distance must rank bad learners among each other. To tell bad learners from another sentence is a separate
task, with one answer for the whole recording, so it has separate heads.
"""
import numpy as np
import torch
from torch.nn import functional as F

import train_head
from model import MismatchHead, MismatchHeads

# number of pairs (for korean and english: texts) of each kind in a batch
BATCH = dict(own=12, weak=5, other=10, weak_other=6, korean=1, korean_other=3, english=1, english_other=3, natives=1,
             heard=2, heard_other=3, unheard=3, unheard_other=4, words=2, words_other=3, spliced=1, spliced_other=2,
             readers=1, readers_other=2, noise=2)
# Learners rated below this are drawn more often, because they are rare and the hardest to tell from another sentence.
WEAK = 5.5
# a reading with more wrong phonemes is left out: it is neither the sentence nor another one
STILL_THE_SENTENCE = 0.45
MEAN_OVER_STEPS = 60
PAIRS_OF_A_KIND = 1500


def chosen(sources, seed=1):
    """Some pairs of each source of the head step, aligned again with the finished encoder. Weak learners are a separate source."""
    rng = np.random.default_rng(seed)
    some = {name: [items[i] for i in rng.permutation(len(items))[:PAIRS_OF_A_KIND]] for name, items in sources.items()}
    weak = [p for p in sources["own"] if p["total"] < WEAK]
    names = {p["name"] for p in weak}
    return {name: items for name, items in dict(
        some, weak=weak, weak_other=[p for p in sources["other"] if p["name"] in names]).items() if items}


def pairs_of(sources):
    """Each pair once."""
    pairs = [p for items in sources.values() for item in items for p in (item if isinstance(item, list) else [item])]
    return list({id(p): p for p in pairs}.values())


def judged(head, batch):
    """Mismatch of each pair (B)."""
    inputs, index, share, _ = train_head.flatten(batch)
    summary = head(*inputs)
    summary = torch.zeros(len(batch), summary.shape[1]).index_add(0, index, summary * share[:, None])
    return head.judge(summary, facts_of(batch))


def facts_of(batch):
    return torch.from_numpy(np.stack([p["facts"] for p in batch]))


def loss_of(head, batch):
    """Cross-entropy; both classes have the same weight."""
    mismatch = judged(head, batch)
    own = [i for i, p in enumerate(batch) if p["target"] is not None and p.get("error", 0) <= STILL_THE_SENTENCE]
    other = [i for i, p in enumerate(batch) if p["target"] is None]
    return F.softplus(mismatch[own]).mean() + F.softplus(-mismatch[other]).mean()


def predict(heads, some, size=64):
    """Mismatch of each pair, the mean over `MismatchHeads`."""
    heads.eval()
    with torch.no_grad():
        return np.concatenate([torch.stack([judged(head, some[i:i + size]) for head in heads.heads]).mean(0).numpy()
                               for i in range(0, len(some), size)])


def check(heads, choice):
    groups, others = choice["natives"]
    figures = dict(same=train_head.auc(predict(heads, choice["own"]), predict(heads, choice["other"])))
    if groups:
        figures["natives"] = train_head.auc(predict(heads, [g[0] for g in groups]), predict(heads, others))
    return figures


def train(phones, sources, choice, steps, checkpoint, seed=1, every=50):
    """Keeps the running mean of the weights that is best for learners and natives of the choice set."""
    def make():
        head, facts = MismatchHead(phones + 1), facts_of(pairs_of(sources))
        head.fact_mean, head.fact_deviation = facts.mean(0), facts.std(0) + 1e-3
        return head

    return train_head.learn(make, loss_of, sources, BATCH, steps, checkpoint, seed, every, MEAN_OVER_STEPS, "mismatch",
                            lambda mean: check(MismatchHeads([mean]), choice), lambda figures: sum(figures.values()))
