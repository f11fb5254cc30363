"""Whisper in plain torch, in float32: what the graphs are checked against. Written without any of the graphs' code."""
import torch
from torch.nn import functional as F

from decoder import ALIGNMENT_HEADS, TEXT_TOKENS
from mel import HOP, LEAST_POWER, RANGE, WINDOW, mel_bands
from weights import BLOCKS, HEADS, HEAD_WIDTH


def log_mel(audio):
    """(S) to (80, T)."""
    spectrum = torch.stft(torch.from_numpy(audio), WINDOW, HOP, window=torch.hann_window(WINDOW), return_complex=True)
    level = (torch.from_numpy(mel_bands()) @ spectrum[:, :-1].abs() ** 2).clamp_min(LEAST_POWER).log10()
    return (torch.maximum(level, level.max() - RANGE) + 4) / 4


class Reference:
    """The network with its `weights` as torch tensors."""

    def __init__(self, weights):
        self.weights = {name: torch.from_numpy(value.copy()) for name, value in weights.items()}

    @torch.no_grad()
    def encode(self, mel):
        """(80, T) to block4, block5 and frames (F, 512) by name."""
        x = mel[None]
        for name, stride in (("encoder/conv1", 1), ("encoder/conv2", 2)):
            x = F.gelu(F.conv1d(x, self.weights[f"{name}/weight"], self.weights[f"{name}/bias"], stride, padding=1))
        x = x[0].T
        x = x + self.weights["encoder/position_encodings/encodings"][:len(x)]
        blocks = []
        for block in range(BLOCKS):
            name = f"encoder/layer_{block}"
            x = self._feed_forward(x + self._self_attention(x, f"{name}/self_attention"), f"{name}/ffn")
            blocks.append(x)
        return {"block4": blocks[3], "block5": blocks[4], "frames": self._norm(x, "encoder/layer_norm")}

    @torch.no_grad()
    def decode(self, frames, tokens, targets):
        """The decoder graph's outputs for a pass without past, by name."""
        x = self.weights["decoder/embeddings/weight"][tokens]
        x = x + self.weights["decoder/position_encodings/encodings"][:len(x)]
        mask, shares = torch.full((len(x), len(x)), -torch.inf).triu(1), []
        for block in range(BLOCKS):
            name = f"decoder/layer_{block}"
            x = x + self._self_attention(x, f"{name}/self_attention", mask)
            queries = self._linear(self._norm(x, f"{name}/attention/layer_norm"), f"{name}/attention/linear_0")
            mixed, share = _attention(queries, *self._linear(frames, f"{name}/attention/linear_1").chunk(2, -1))
            shares.append(share)
            x = self._feed_forward(x + self._linear(mixed, f"{name}/attention/linear_2"), f"{name}/ffn")
        hidden = self._norm(x, "decoder/layer_norm")
        expected = (hidden @ self.weights["decoder/embeddings/weight"].T).log_softmax(-1)
        best = expected[:, :TEXT_TOKENS].max(-1)
        target = expected[range(len(x)), targets]
        return {"logProbability": target, "gap": best.values - target, "entropy": -(expected.exp() * expected).sum(-1),
                "best": best.indices, "bestLogProbability": best.values, "hidden": hidden,
                "attention": torch.stack([shares[block][head] for block, head in ALIGNMENT_HEADS])}

    def _norm(self, x, name):
        return F.layer_norm(x, x.shape[-1:], self.weights[f"{name}/gamma"], self.weights[f"{name}/beta"])

    def _linear(self, x, name):
        return F.linear(x, self.weights[f"{name}/weight"], self.weights[f"{name}/bias"])

    def _self_attention(self, x, name, mask=None):
        joined = self._linear(self._norm(x, f"{name}/layer_norm"), f"{name}/linear_0")
        return self._linear(_attention(*joined.chunk(3, -1), mask)[0], f"{name}/linear_1")

    def _feed_forward(self, x, name):
        inner = F.gelu(self._linear(self._norm(x, f"{name}/layer_norm"), f"{name}/linear_0"))
        return x + self._linear(inner, f"{name}/linear_1")


def _attention(queries, keys, values, mask=None):
    queries, keys, values = [x.view(len(x), HEADS, HEAD_WIDTH).transpose(0, 1) for x in (queries, keys, values)]
    scores = queries @ keys.transpose(1, 2) / HEAD_WIDTH ** 0.5
    share = (scores if mask is None else scores + mask).softmax(-1)
    return (share @ values).transpose(0, 1).flatten(1), share
