"""Step 2: embeddings of the same sound by two speakers become similar.

InfoNCE (van den Oord et al. 2018) over the frames of aligned pairs at temperature 0.1. For each reference frame, the
positives are the learner frames that the DTW path pairs with it, and one frame more on each side. The other frames of the
learner are the negatives. The loss adds 1 - cosine on the path, and 0.3 CTC for recordings with phone labels.
"""
import os
import time

import numpy as np
import torch
from torch.nn import functional as F

from alignment import align_many
from augment import augment
from batches import pad
from model import embedding_lengths
from train_ctc import phone_loss

TEMPERATURE = 0.1
GAP_FRAMES = (3, 12)


def info_nce(learner, reference, path):
    """In both directions, (frames, E) each. Returns the mean loss and the mean 1 - cosine on the path."""
    a = F.normalize(learner - learner.mean(0), dim=1)
    b = F.normalize(reference - reference.mean(0), dim=1)
    similarity = a @ b.T
    on_path = torch.zeros_like(similarity)
    wide = torch.zeros_like(similarity)
    rows, columns = np.array(path).T
    on_path[rows, columns] = 1
    for shift in (-1, 0, 1):
        wide[np.clip(rows + shift, 0, len(a) - 1), columns] = 1
        wide[rows, np.clip(columns + shift, 0, len(b) - 1)] = 1
    logits = similarity / TEMPERATURE
    loss = 0
    for dim in (0, 1):
        log_share = torch.log_softmax(logits, dim)
        positive = torch.logsumexp(log_share.masked_fill(wide == 0, -1e4), dim)
        loss = loss - positive.mean() / 2
    return loss, ((1 - similarity) * on_path).sum() / on_path.sum()


def chain(words, mel, rng, noises):
    """Joins recordings of words with short pauses, like a short sentence."""
    silence = mel[words[0]].min(0)
    parts = []
    for word in words:
        parts += [mel[word], np.tile(silence, (rng.integers(*GAP_FRAMES), 1))]
    return augment(np.concatenate(parts[:-1]), rng, noises, 0.8 if rng.random() < 0.8 else 0.2)


def draw_pairs(sources, mel, noises, mouths, rng):
    """One batch of (learner features, reference features, learner's phones or None)."""
    draw = lambda some: some[rng.integers(len(some))]
    take = lambda word: draw(word["takes"])[1]
    found = []
    for kind, count in (("learners", 6), ("natives", 3 if sources["natives"] else 0)):
        for _ in range(count):
            learner, reference, targets = draw(sources[kind])
            found.append((maybe(mel[learner], rng, noises, 0.8), maybe(mel[reference], rng, noises, 0.4, mouths), targets))
    for _ in range(3 if sources["korean"] else 0):
        phones, reference = draw(sources["korean"])
        said = sources["diphones"].say(phones, rng)
        if said is not None:
            found.append((maybe(said, rng, noises, 0.8), maybe(mel[reference], rng, noises, 0.4, mouths),
                          [p for p in phones if p in sources["diphones"].phones]))
    for by_voice in (False, False, True, True):
        words = [draw(sources["words"]) for _ in range(3)]
        second = [draw(word["readings"]) if by_voice else take(word) for word in words]
        found.append((chain([take(word) for word in words], mel, rng, noises), chain(second, mel, rng, noises),
                      [phone for word in words for phone in word["targets"]]))
    name = draw(sources["learners"])[0]
    found.append((augment(mel[name], rng, noises), maybe(mel[name], rng, noises, 0.8), None))
    for _ in range(5):
        reading, reference, targets = draw(sources["voices"])
        found.append((maybe(mel[reading], rng, noises, 0.9, mouths), maybe(mel[reference], rng, noises, 0.4), targets))
    return found


def maybe(features, rng, noises, share, mouths=None):
    return augment(features, rng, noises, 1.0, mouths) if rng.random() < share else features


def train(encoder, sources, mel, noises, mouths, steps, checkpoint, seed=1):
    """Continues with the phone encoder and returns the trained encoder, which is also stored in `checkpoint`."""
    if os.path.exists(checkpoint):
        encoder.load_state_dict(torch.load(checkpoint))
        return encoder
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    optimiser = torch.optim.AdamW(encoder.parameters(), 4e-4, weight_decay=3e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-4, total_steps=steps, pct_start=0.1)
    began, sums = time.time(), np.zeros(3)
    encoder.train()
    for step in range(steps):
        found = draw_pairs(sources, mel, noises, mouths, rng)
        both, lengths = pad([f[0] for f in found] + [f[1] for f in found])
        embedding, log_posterior = encoder(both, lengths)
        sizes = embedding_lengths(lengths)
        frames = [embedding[i, :, :sizes[i]].T for i in range(2 * len(found))]
        embedded = list(zip(frames[:len(found)], frames[len(found):]))
        paths = align_many([(l.detach().numpy(), r.detach().numpy()) for l, r in embedded])
        contrast = distance = 0
        for (learner, reference), (_, path) in zip(embedded, paths):
            loss, gap = info_nce(learner, reference, path)
            contrast, distance = contrast + loss / len(found), distance + gap / len(found)
        spoken = [i for i, f in enumerate(found) if f[2]]
        phones = phone_loss(log_posterior[spoken], sizes[spoken], [found[i][2] for i in spoken])
        loss = contrast + distance + 0.3 * phones
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(encoder.parameters(), 5.0)
        optimiser.step()
        schedule.step()
        sums += [contrast.item(), distance.item(), phones.item()]
        if (step + 1) % 50 == 0:
            print(f"contrast step {step + 1}/{steps} InfoNCE, cosine distance, CTC {np.round(sums / 50, 3)} "
                  f"{time.time() - began:.0f} s", flush=True)
            sums[:] = 0
    torch.save(encoder.state_dict(), checkpoint)
    return encoder

