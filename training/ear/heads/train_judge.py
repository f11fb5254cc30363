"""Trains one judge."""
import random

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from judge_data import batch_of, scales_of
from model import SENTENCE_BY_PHONES, WORD_BY_PHONES, Judge

BATCH = 25
# So often a recording is shown without its phones, or without the ear's vectors, as in a language that the judge never saw.
WITHOUT_PHONES, WITHOUT_VECTORS = 0.25, 0.25


def hide_phones(inputs, rng):
    for i in range(len(inputs["words"])):
        if rng.random() < WITHOUT_PHONES:
            inputs["phoneWords"][i] = -1
            inputs["words"][i, :, WORD_BY_PHONES:] = 0
            inputs["sentence"][i, SENTENCE_BY_PHONES:] = 0


def correlation(a, b):
    return (F.normalize(a - a.mean(0), dim=0) * F.normalize(b - b.mean(0), dim=0)).sum(0)


def loss_of(judge, inputs, targets, use_vectors):
    phones, words, sentence = judge(**inputs, useVectors=use_vectors)
    loss = 10 * ((sentence - targets["sentence"]) ** 2).mean() + 0.3 * (1 - correlation(sentence, targets["sentence"])).mean()
    rated = ~targets["words"].isnan()
    loss = loss + 6 * ((words[rated] - targets["words"][rated]) ** 2).mean()
    rated = ~targets["phones"].isnan() & (inputs["phoneWords"] >= 0)
    if rated.any():
        wanted = targets["phones"][rated]
        loss = loss + 4 * ((phones[rated] - wanted) ** 2 * (1 + 2 * (wanted < 0.8).float())).mean()
    return loss


def batches_of(items, rng):
    """Recordings of nearly the same length, so that little is padded; in another order each time."""
    ordered = sorted(items, key=lambda item: len(item["symbols"]) + 15 * rng.random())
    batches = [ordered[i:i + BATCH] for i in range(0, len(ordered) - BATCH + 1, BATCH)]
    rng.shuffle(batches)
    return batches


def train(items, seed, epochs=14, rate=1e-3):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    judge = Judge(scales_of(items))
    optimiser = torch.optim.AdamW(judge.parameters(), rate, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2 * rate, total_steps=epochs * (len(items) // BATCH) + 1, pct_start=0.15)
    for _ in range(epochs):
        judge.train()
        for batch in batches_of(items, rng):
            inputs, targets = batch_of(batch)
            hide_phones(inputs, rng)
            use_vectors = (torch.rand(BATCH, 1) >= WITHOUT_VECTORS).float()
            loss = loss_of(judge, inputs, targets, use_vectors)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(judge.parameters(), 1)
            optimiser.step()
            schedule.step()
    return judge.eval()


@torch.no_grad()
def predicted(judges, items, use_vectors=1):
    """Mean of the judges, one recording after the other: (sentence, words, phones) each."""
    out = []
    for item in items:
        inputs, _ = batch_of([item])
        answers = [judge(**inputs, useVectors=torch.full((1, 1), float(use_vectors))) for judge in judges]
        phones, words, sentence = (np.mean([answer[k][0].numpy() for answer in answers], 0) for k in range(3))
        out.append((sentence, words, phones[:len(item["symbols"])]))
    return out
