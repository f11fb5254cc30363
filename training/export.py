"""Writes the encoder and the head as ONNX with both time axes free."""
import torch
from torch import nn

from model import EMBEDDING, MATCH, MEL_BANDS

OPSET = 15


class ExportedEncoder(nn.Module):
    """mel (1, bands, frames) to embedding (1, L, E) and logPosterior (1, L, P): frames first, for the head."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, mel):
        embedding, log_posterior = self.encoder(mel)
        return embedding.transpose(1, 2), log_posterior.transpose(1, 2)


def export(encoder, head, phones, encoder_file, head_file):
    encoder.eval()
    head.eval()
    torch.onnx.export(
        ExportedEncoder(encoder), torch.randn(1, MEL_BANDS, 120), encoder_file, opset_version=OPSET,
        input_names=["mel"], output_names=["embedding", "logPosterior"],
        dynamic_axes={"mel": {2: "frames"}, "embedding": {1: "embeddings"}, "logPosterior": {1: "embeddings"}})
    def side(frames):
        return (torch.randn(1, frames, EMBEDDING), torch.log_softmax(torch.randn(1, frames, phones), 2),
                torch.rand(1, frames, MATCH))

    torch.onnx.export(
        head, (*side(21), *side(20)), head_file, opset_version=OPSET,
        input_names=["learner", "learnerLogPosterior", "learnerMatch",
                     "reference", "referenceLogPosterior", "referenceMatch"],
        output_names=["distance", "learnerDistance"],
        dynamic_axes={"learner": {1: "L"}, "learnerLogPosterior": {1: "L"}, "learnerMatch": {1: "L"},
                      "reference": {1: "R"}, "referenceLogPosterior": {1: "R"}, "referenceMatch": {1: "R"},
                      "learnerDistance": {1: "L"}})
