"""Step 1: the encoder learns phones (CTC, Graves et al. 2006) from learners and from voices in 16 languages."""
import os
import time

import numpy as np
import torch
from torch.nn import functional as F

from augment import augment
from batches import by_length, pad
from model import Encoder, embedding_lengths

FRAMES_A_BATCH = 7000
# The encoder learns to read voices long before it can read learners, so each epoch uses only a part of the voices.
VOICES_AN_EPOCH = 0.33


def phone_loss(log_posterior, lengths, targets):
    """Mean CTC loss per phone. log_posterior (B, P, L); targets: lists of phone numbers from 1."""
    sizes = torch.tensor([len(t) for t in targets])
    return F.ctc_loss(log_posterior.permute(2, 0, 1), torch.cat([torch.tensor(t) for t in targets]),
                      lengths, sizes, zero_infinity=True)


def phone_error(encoder, items, features):
    """Edit distance of the greedy reading to the labels, divided by the number of labels."""
    wrong = total = 0
    encoder.eval()
    with torch.no_grad():
        for item in items:
            mel, lengths = pad([features[item["id"]]])
            best = encoder(mel, lengths)[1][0].argmax(0).tolist()
            read = [p for i, p in enumerate(best) if p and (i == 0 or best[i - 1] != p)]
            wrong += edit_distance(read, item["targets"])
            total += len(item["targets"])
    return wrong / max(1, total)


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


def epoch_batches(items, rng):
    drawn = [item for item in items if item["real"] or rng.random() < VOICES_AN_EPOCH]
    return by_length(drawn, lambda item: item["frames"], FRAMES_A_BATCH, rng)


class Varied(torch.utils.data.Dataset):
    """Padded batches of randomly augmented recordings. Another process makes them while the encoder learns."""

    def __init__(self, batches, features, noises, mouths, seed):
        self.batches, self.features, self.noises, self.mouths, self.seed = batches, features, noises, mouths, seed

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, number):
        rng = np.random.default_rng([*self.seed, number])
        return pad([augment(self.features[i["id"]], rng, self.noises, 1.0, None if i["real"] else self.mouths)
                    for i in self.batches[number]])


def train(items, checks, features, noises, mouths, phones, epochs, checkpoint, seed=1):
    """`items`: dicts with id, targets, frames and real (not a synthetic voice); `mouths`: see `augment`. Resumes from
    `checkpoint`. Returns the encoder."""
    torch.manual_seed(seed)
    encoder = Encoder(phones + 1)
    optimiser = torch.optim.AdamW(encoder.parameters(), 2e-3, weight_decay=1e-3)
    batches_an_epoch = len(epoch_batches(items, np.random.default_rng(0)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, 2e-3, total_steps=epochs * (batches_an_epoch + 40), pct_start=0.05)
    start = 0
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint)
        encoder.load_state_dict(state["encoder"])
        if state["epoch"] >= epochs:
            return encoder
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        start = state["epoch"]
    for epoch in range(start, epochs):
        rng = np.random.default_rng([seed, epoch])
        encoder.train()
        began, losses = time.time(), []
        batches = epoch_batches(items, rng)
        varied = Varied(batches, features, noises, mouths, [seed, epoch])
        for batch, (mel, lengths) in zip(batches, torch.utils.data.DataLoader(varied, batch_size=None, num_workers=1)):
            loss = phone_loss(encoder(mel, lengths)[1], embedding_lengths(lengths), [i["targets"] for i in batch])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        errors = {name: round(phone_error(encoder, some, features), 3) for name, some in checks.items()}
        print(f"ctc epoch {epoch + 1}/{epochs} loss {np.mean(losses):.3f} phone error {errors} "
              f"{time.time() - began:.0f} s", flush=True)
        torch.save(dict(encoder=encoder.state_dict(), optimiser=optimiser.state_dict(),
                        schedule=schedule.state_dict(), epoch=epoch + 1), checkpoint)
    return encoder
