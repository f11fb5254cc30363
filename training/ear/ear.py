"""Runs a pair of graphs, encoder.onnx and decoder.onnx, in onnxruntime."""
import os

import numpy as np
import onnxruntime

from recordings import END, prompt
from weights import BLOCKS, WIDTH


class Ear:
    """The two sessions of a folder, one thread each."""

    def __init__(self, folder, threads=1):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.encoder, self.decoder = [
            onnxruntime.InferenceSession(os.path.join(folder, f"{name}.onnx"), options, ["CPUExecutionProvider"])
            for name in ("encoder", "decoder")]

    def hear(self, audio):
        """The encoder's outputs by name."""
        return _run(self.encoder, {"audio": audio})

    def step(self, heard, tokens, targets, past=None):
        """The decoder's outputs by name; `past` is an earlier step's outputs, `heard` the encoder's."""
        nothing = np.zeros((BLOCKS, 0, WIDTH), np.float32)
        return _run(self.decoder, {
            "tokens": np.array(tokens, np.int64), "targets": np.array(targets, np.int64),
            "pastKeys": past["keys"] if past else nothing, "pastValues": past["values"] if past else nothing,
            "crossKeys": heard["crossKeys"], "crossValues": heard["crossValues"]})

    def teach(self, heard, language, tokens):
        """The outputs for `tokens` (the text, the end of text), each from all before it: the rows of the prompt are left out."""
        start = prompt(language)
        outputs = self.step(heard, start + tokens[:-1], start[1:] + tokens)
        return {name: outputs[name][len(start) - 1:]
                for name in ("logProbability", "gap", "entropy", "best", "bestLogProbability", "hidden")}

    def transcribe(self, heard, language, most, cached=True):
        """Tokens by greedy choice until the end of text, at most `most`; not `cached` repeats the whole pass for each."""
        tokens, new, past = prompt(language), prompt(language), None
        for _ in range(most):
            outputs = self.step(heard, new if cached else tokens, np.zeros(len(new if cached else tokens)), past)
            token = int(outputs["best"][-1])
            if token == END:
                break
            tokens, new, past = [*tokens, token], [token], outputs if cached else None
        return tokens[len(prompt(language)):]


def _run(session, inputs):
    return dict(zip([output.name for output in session.get_outputs()], session.run(None, inputs)))
