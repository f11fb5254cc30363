"""Writes encoder, head and sentence as ONNX, with time axes of any length."""
import torch
from torch import nn

from model import EMBEDDING, FACTS, MATCH, MEL_BANDS, SUMMARY

OPSET = 15


class ExportedEncoder(nn.Module):
    """mel (1, bands, frames) to embedding (1, L, E) and logPosterior (1, L, P), frames first, for the head; speech (1)."""

    def __init__(self, encoder, detector):
        super().__init__()
        self.encoder, self.detector = encoder, detector

    def forward(self, mel):
        embedding, log_posterior = self.encoder(mel)
        return embedding.transpose(1, 2), log_posterior.transpose(1, 2), self.detector(embedding)


class ExportedPiece(nn.Module):
    """The inputs of `Heads` to distance (1), learnerDistance (1, L), summary (1, S)."""

    def __init__(self, heads, mismatch_heads):
        super().__init__()
        self.heads, self.mismatch_heads = heads, mismatch_heads

    def forward(self, *inputs):
        return *self.heads(*inputs), self.mismatch_heads.summary(*inputs)


class ExportedSentence(nn.Module):
    """Mean summary (1, S) and facts (1, FACTS) to mismatch (1)."""

    def __init__(self, mismatch_heads):
        super().__init__()
        self.mismatch_heads = mismatch_heads

    def forward(self, summary, facts):
        return self.mismatch_heads.judge(summary, facts)


def export(encoder, detector, heads, mismatch_heads, phones, files):
    """`files`: paths of the graphs encoder, head and sentence."""
    for module in (encoder, detector, heads, mismatch_heads):
        module.eval()

    def write(module, inputs, file, input_names, output_names, free):
        torch.onnx.export(module, inputs, file, opset_version=OPSET, input_names=input_names, output_names=output_names,
                          dynamic_axes=free)

    def side(frames):
        return (torch.randn(1, frames, EMBEDDING), torch.log_softmax(torch.randn(1, frames, phones), 2),
                torch.rand(1, frames, MATCH))

    write(ExportedEncoder(encoder, detector), torch.randn(1, MEL_BANDS, 120), files["encoder"], ["mel"],
          ["embedding", "logPosterior", "speech"],
          {"mel": {2: "frames"}, "embedding": {1: "embeddings"}, "logPosterior": {1: "embeddings"}})
    write(ExportedPiece(heads, mismatch_heads), (*side(21), *side(20)), files["head"],
          ["learner", "learnerLogPosterior", "learnerMatch", "reference", "referenceLogPosterior", "referenceMatch"],
          ["distance", "learnerDistance", "summary"],
          {"learner": {1: "L"}, "learnerLogPosterior": {1: "L"}, "learnerMatch": {1: "L"},
           "reference": {1: "R"}, "referenceLogPosterior": {1: "R"}, "referenceMatch": {1: "R"},
           "learnerDistance": {1: "L"}})
    write(ExportedSentence(mismatch_heads), (torch.rand(1, 2 * SUMMARY * len(mismatch_heads.heads)), torch.rand(1, FACTS)),
          files["sentence"], ["summary", "facts"], ["mismatch"], {})
