"""The Siamese network: one encoder for both recordings, heads that judge aligned pieces, and heads that decide from all
pieces whether it is another sentence.

Shapes: B batch, T mel frames, L and R embedding frames of learner and reference, M mel bands,
E embedding size, P phones and the CTC blank.
"""
import torch
from torch import nn
from torch.nn import functional as F

MEL_BANDS = 64
EMBEDDING = 192
DILATIONS = (1, 2, 3, 1, 2, 3, 1, 2)
STRIDE = 4
BLANK = 0
# After this many frames, a band's own deviation has the same weight as the recording's.
DEVIATION_FRAMES = 60
# Number of facts of the alignment for each frame: its cosine, and the share of other frames that are nearer.
MATCH = 2
# Number of facts of the whole alignment (see `alignment.facts`), and the index of log(L / R) among them.
FACTS = 7
PACE = 5
# Size of a mismatch head's summary of a piece, without the squares.
SUMMARY = 24


class ResidualBlock(nn.Module):
    def __init__(self, channels, dilation, dropout):
        super().__init__()
        self.conv = nn.Conv1d(channels, channels, 3, padding=dilation, dilation=dilation)
        self.norm = nn.BatchNorm1d(channels)
        self.dropout = nn.Dropout1d(dropout)

    def forward(self, x):
        return x + self.dropout(F.relu(self.norm(self.conv(x))))


class Encoder(nn.Module):
    """Mel frames (B, M, T) to embeddings (B, E, T/4) and phone log posteriors (B, P, T/4)."""

    def __init__(self, phones, dropout=0.12):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv1d(MEL_BANDS, 96, 5, padding=2), nn.BatchNorm1d(96), nn.ReLU(),
            nn.Conv1d(96, EMBEDDING, 5, stride=STRIDE, padding=2), nn.BatchNorm1d(EMBEDDING), nn.ReLU(),
        )
        self.blocks = nn.Sequential(*[ResidualBlock(EMBEDDING, d, dropout) for d in DILATIONS])
        self.phones = nn.Conv1d(EMBEDDING, phones, 1)

    def forward(self, mel, lengths=None):
        x = standardise(mel, lengths)
        embedding = self.blocks(self.stem(x))
        return embedding, F.log_softmax(self.phones(embedding), 1)


def standardise(mel, lengths=None):
    """Subtracts each band's mean and divides by its deviation over valid frames. With few frames, the deviation is mixed with
    the recording's. This removes most of the influence of rooms, microphones and noise floors."""
    if lengths is None:
        mask, count = torch.ones_like(mel[:, :1]), torch.ones_like(mel[:, :1, :1]) * mel.shape[2]
    else:
        mask, count = frame_mask(lengths, mel.shape[2])[:, None], lengths[:, None, None].to(mel.dtype)
    centred = (mel - (mel * mask).sum(2, keepdim=True) / count) * mask
    power = centred.pow(2).sum(2, keepdim=True)
    overall = power.mean(1, keepdim=True) / count
    return centred / ((power + DEVIATION_FRAMES * overall) / (count + DEVIATION_FRAMES) + 1e-5).sqrt()


def doubt(posterior):
    """Entropy of the phone posteriors in nats, (..., P) to (..., 1)."""
    return -(posterior * (posterior + 1e-4).log()).sum(-1, keepdim=True)


def frame_mask(lengths, frames):
    """(B, frames), 1 where a frame is inside its recording."""
    return (torch.arange(frames, device=lengths.device)[None] < lengths[:, None]).float()


def embedding_lengths(lengths):
    """Number of embeddings for this number of mel frames (kernel 5, stride 4, padding 2)."""
    return torch.div(lengths - 1, STRIDE, rounding_mode="floor") + 1


class PieceListener(nn.Module):
    """Compares one piece's learner frames with the reference frames they are aligned with.

    Soft attention in both directions uses cosine and posterior similarity, with a learned position prior. Each frame gets a
    local distance and a weight from: difference, product and cosine of the embeddings, entropy and cross-entropy of the
    posteriors, how sure the encoder is of both phones, and the alignment's facts about the frame. (A phone that the encoder
    hardly knows is not a wrong phone: a native of a new language may have said it.) The frames are pooled, together with the
    ratio of durations, the order of the attended positions and the entropy.
    """

    def __init__(self, phones, size=64, hidden=64):
        super().__init__()
        self.key = nn.Linear(EMBEDDING, size)
        self.value = nn.Linear(EMBEDDING, size)
        self.scale = nn.Parameter(torch.tensor(8.0))
        self.posterior_scale = nn.Parameter(torch.tensor(2.0))
        self.prior = nn.Parameter(torch.tensor(2.0))
        self.local = nn.Sequential(nn.Linear(2 * size + 7 + MATCH, hidden), nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU())
        self.quality = nn.Linear(hidden, 1)
        self.weight = nn.Linear(hidden, 1)
        self.told = 2 * hidden + 2 + 5 + 2 * MATCH

    def side(self, keys, values, log_posterior, matched, mask, other_keys, other_values, other_log_posterior, _, other_mask):
        """One direction: each frame of this side attends to the frames of the other side. All (B, n, .)."""
        cosine = torch.matmul(keys, other_keys.transpose(1, 2))
        posterior, other_posterior = log_posterior.exp(), other_log_posterior.exp()
        match = torch.matmul(posterior.clamp(min=1e-6).sqrt(), other_posterior.clamp(min=1e-6).sqrt().transpose(1, 2))
        place, other_place = relative_place(mask), relative_place(other_mask)
        gap = (place[:, :, None] - other_place[:, None, :]).abs()
        logits = self.scale * cosine + self.posterior_scale * match - F.softplus(self.prior) * gap
        logits = logits + (other_mask[:, None, :] - 1.0) * 1e4
        attention = torch.softmax(logits, 2)
        attended = torch.matmul(attention, other_values)
        attended_posterior = torch.matmul(attention, other_posterior)
        similarity = (attention * cosine).sum(2, keepdim=True)
        agreement = (attention * match).sum(2, keepdim=True)
        entropy = -(attention * (attention + 1e-6).log()).sum(2, keepdim=True)
        cross = -(posterior * (attended_posterior + 1e-4).log()).sum(2, keepdim=True)
        attended_place = torch.matmul(attention, other_place[:, :, None])
        features = torch.cat([(values - attended).abs(), values * attended, similarity, agreement, entropy, cross,
                              doubt(posterior), doubt(attended_posterior), attended_place - place[:, :, None], matched], 2)
        hidden = self.local(features)
        local = F.softplus(self.quality(hidden))
        weight = torch.exp(self.weight(hidden).clamp(-6, 6)) * mask[:, :, None]
        weight = weight / (weight.sum(1, keepdim=True) + 1e-6)
        pooled = (weight * hidden).sum(1)
        distance = (weight * local).sum((1, 2))
        mean_entropy = masked_mean(entropy[:, :, 0], mask)
        backwards = F.relu(-(attended_place[:, 1:, 0] - attended_place[:, :-1, 0])) * mask[:, 1:]
        return local[:, :, 0], pooled, distance, mean_entropy, backwards.sum(1)

    def listen(self, learner, learner_log_posterior, learner_match, reference, reference_log_posterior,
               reference_match, learner_mask=None, reference_mask=None):
        """(B, L, E), (B, L, P), (B, L, 2), (B, R, E), (B, R, P), (B, R, 2) to the features of the piece (B, told) and the
        learner's frame distances (B, L)."""
        if learner_mask is None:
            learner_mask = torch.ones_like(learner[:, :, 0])
            reference_mask = torch.ones_like(reference[:, :, 0])
        learner_keys = F.normalize(self.key(learner), dim=2)
        reference_keys = F.normalize(self.key(reference), dim=2)
        learner_values = F.normalize(self.value(learner), dim=2) * 8 ** 0.5
        reference_values = F.normalize(self.value(reference), dim=2) * 8 ** 0.5
        a = (learner_keys, learner_values, learner_log_posterior, learner_match, learner_mask)
        b = (reference_keys, reference_values, reference_log_posterior, reference_match, reference_mask)
        local, pooled_l, distance_l, entropy_l, backwards_l = self.side(*a, *b)
        _, pooled_r, distance_r, entropy_r, backwards_r = self.side(*b, *a)
        matches = [(m * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
                   for m, mask in ((learner_match, learner_mask), (reference_match, reference_mask))]
        ratio = torch.log(learner_mask.sum(1) / reference_mask.sum(1))
        facts = torch.stack([distance_l, distance_r, ratio, ratio.abs(), entropy_l + entropy_r,
                             backwards_l + backwards_r, torch.log(reference_mask.sum(1))], 1)
        return torch.cat([pooled_l, pooled_r, facts, *matches], 1), local


class Head(PieceListener):
    """Distance of a piece from the reference."""

    def __init__(self, phones, hidden=64):
        super().__init__(phones, hidden=hidden)
        self.pooled = nn.Sequential(nn.Linear(self.told, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, *inputs):
        """As `listen`, to distance (B) and the learner's frame distances (B, L)."""
        told, local = self.listen(*inputs)
        return F.softplus(self.pooled(told))[:, 0], local


class MismatchHead(PieceListener):
    """Detects that the learner said another sentence: summarises each piece, then judges all pieces together."""

    def __init__(self, phones, hidden=64):
        super().__init__(phones, hidden=hidden)
        self.pooled = nn.Sequential(nn.Linear(self.told, hidden), nn.ReLU(), nn.Linear(hidden, SUMMARY), nn.Tanh())
        self.register_buffer("fact_mean", torch.zeros(FACTS))
        self.register_buffer("fact_deviation", torch.ones(FACTS))
        self.sentence = nn.Sequential(nn.Linear(2 * SUMMARY + FACTS + 1, 32), nn.ReLU(), nn.Linear(32, 1))

    def forward(self, *inputs):
        """As `listen`, to summary (B, 2 * SUMMARY)."""
        summary = self.pooled(self.listen(*inputs)[0])
        return torch.cat([summary, summary ** 2], 1)

    def judge(self, summary, facts):
        """Mean summary of the pieces (B, 2 * SUMMARY) and facts (B, FACTS) to mismatch (B), the log odds of another sentence.
        It uses means and spreads, so that the length of a recording does not matter."""
        mean, square = summary.split(SUMMARY, 1)
        spread = (square - mean ** 2).clamp(min=1e-6).sqrt()
        facts = (facts - self.fact_mean) / self.fact_deviation
        return self.sentence(torch.cat([mean, spread, facts, facts[:, PACE:PACE + 1].abs()], 1))[:, 0]


class MismatchHeads(nn.Module):
    """Several heads, trained from different initial weights: the mean of their outputs."""

    def __init__(self, heads):
        super().__init__()
        self.heads = nn.ModuleList(heads)

    def summary(self, *inputs):
        """The summaries of all heads for a piece, concatenated."""
        return torch.cat([head(*inputs) for head in self.heads], 1)

    def judge(self, summary, facts):
        """As `MismatchHead.judge`."""
        parts = summary.split(2 * SUMMARY, 1)
        return torch.stack([head.judge(part, facts) for head, part in zip(self.heads, parts)]).mean(0)


class Heads(nn.Module):
    """Several heads, trained from different initial weights. The mean of their outputs goes through a rising piecewise linear
    curve, which is fitted to speakers that neither the heads nor the encoder were trained on."""

    KNOTS = (0.0, 0.25, 0.5, 0.8, 1.2, 1.6, 2.0)

    def __init__(self, heads):
        super().__init__()
        self.heads = nn.ModuleList(heads)
        self.register_buffer("slopes", torch.ones(len(self.KNOTS)))

    def forward(self, *inputs):
        said = [head(*inputs) for head in self.heads]
        distance, local = (torch.stack(some).mean(0) for some in zip(*said))
        return self.curve(distance), self.curve(local)

    def curve(self, distance):
        parts = [(distance - start).clamp(0, end - start)
                 for start, end in zip(self.KNOTS, (*self.KNOTS[1:], float("inf")))]
        return sum(slope * part for slope, part in zip(self.slopes, parts))


class SpeechDetector(nn.Module):
    """Detects speech in a recording from its embeddings: a weighted vote of the frames."""

    def __init__(self, hidden=48, dropout=0.3):
        super().__init__()
        self.hidden = nn.Sequential(nn.Conv1d(EMBEDDING, hidden, 5, padding=2), nn.ReLU(), nn.Dropout(dropout))
        self.vote = nn.Conv1d(hidden, 1, 1)
        self.weight = nn.Conv1d(hidden, 1, 1)

    def forward(self, embedding, mask=None):
        """(B, E, L) to log odds (B)."""
        mask = torch.ones_like(embedding[:, :1]) if mask is None else mask[:, None]
        hidden = self.hidden(embedding * mask)
        weight = torch.exp(self.weight(hidden).clamp(-4, 4)) * mask
        return (weight * self.vote(hidden)).sum((1, 2)) / weight.sum((1, 2))


def relative_place(mask):
    """Position of each frame in its piece, 0 to 1. (B, n)"""
    steps = torch.cumsum(mask, 1) - 0.5
    return steps / mask.sum(1, keepdim=True)


def masked_mean(x, mask):
    return (x * mask).sum(1) / mask.sum(1)
