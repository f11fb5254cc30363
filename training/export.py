"""Writes encoder, head and sentence as ONNX with the time axes free."""
import torch
from torch import nn

from model import EMBEDDING, FACTS, MATCH, MEL_BANDS, SUMMARY_SIZE

OPSET = 15


class ExportedEncoder(nn.Module):
    """mel (1, bands, frames) to embedding (1, L, E) and logPosterior (1, L, P), frames first, for the head; speech (1)."""

    def __init__(self, encoder, detector):
        super().__init__()
        self.encoder, self.detector = encoder, detector

    def forward(self, mel):
        embedding, log_posterior = self.encoder(mel)
        return embedding.transpose(1, 2), log_posterior.transpose(1, 2), self.detector(embedding)


class Calls(nn.Module):
    """One of a module's methods as a module."""

    def __init__(self, module, method):
        super().__init__()
        self.module, self.method = module, method

    def forward(self, *inputs):
        return getattr(self.module, self.method)(*inputs)


def export(encoder, detector, judges, phones, files):
    """`files`: paths of the graphs encoder, head and sentence."""
    for module in (encoder, detector, judges):
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
    write(Calls(judges, "pieces"), (*side(21), *side(20)), files["head"],
          ["learner", "learnerLogPosterior", "learnerMatch", "reference", "referenceLogPosterior", "referenceMatch"],
          ["distance", "learnerDistance", "summary"],
          {"learner": {1: "L"}, "learnerLogPosterior": {1: "L"}, "learnerMatch": {1: "L"},
           "reference": {1: "R"}, "referenceLogPosterior": {1: "R"}, "referenceMatch": {1: "R"},
           "learnerDistance": {1: "L"}})
    write(Calls(judges, "whole"), (torch.rand(1, SUMMARY_SIZE * len(judges.judges)), torch.rand(1, FACTS)), files["sentence"],
          ["summary", "facts"], ["distance", "mismatch"], {})
