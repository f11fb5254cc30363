"""Unit tests that need no weights: python -m unittest discover training/ear"""
import os
import tempfile
import unittest

import numpy as np
import onnxruntime

from fetch import require
from graph import FLOAT, INT64, Graph
from layers import Layer
from mel import mel_bands
from precision import EMBEDDING, int8_linear, int8_vocabulary
from smoothing import OUTPUT_NORM, smooth
from vocabulary import with_lost

RANDOM = np.random.default_rng(1)


def numbers(*shape):
    """Normal numbers, float32."""
    return RANDOM.standard_normal(shape).astype(np.float32)


def run(graph, **inputs):
    """The outputs of a graph."""
    session = onnxruntime.InferenceSession(graph.model().SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, inputs)


class Int8(unittest.TestCase):
    """The int8 parts against the same in floats."""

    def setUp(self):
        self.layer = Layer(numbers(48, 64), numbers(48))
        graph = Graph("linear")
        x = graph.input("x", FLOAT, ["L", 64])
        graph.output("y", FLOAT, ["L", 48], int8_linear(graph, x, self.layer))
        self.graph = graph

    def test_a_layer_is_near_its_float_result(self):
        x = numbers(9, 64)
        true = x @ self.layer.weight.T + self.layer.bias
        self.assertLess(np.abs(run(self.graph, x=x)[0] - true).mean(), 0.02 * np.abs(true).mean())

    def test_rows_that_are_all_above_zero_keep_the_whole_range(self):
        x = 100 + numbers(9, 64)
        scale = np.abs(self.layer.weight).max(1) / 127
        rounded = np.rint(self.layer.weight / scale[:, None]) * scale[:, None]
        # Steps of a range from 0 to 104 would add an error of 0.7.
        self.assertLess(np.abs(run(self.graph, x=x)[0] - x @ rounded.T - self.layer.bias).mean(), 0.2)

    def test_a_loud_row_does_not_change_the_others(self):
        x = numbers(9, 64)
        alone = run(self.graph, x=x[:8])[0]
        x[8] *= 1000
        np.testing.assert_array_equal(run(self.graph, x=x)[0][:8], alone)

    def test_a_row_of_zeros_gives_the_bias(self):
        np.testing.assert_allclose(run(self.graph, x=np.zeros((1, 64), np.float32))[0][0], self.layer.bias, rtol=1e-6)

    def test_the_vocabulary_looks_up_and_projects_with_one_table(self):
        embedding = numbers(300, 64)
        weights = {EMBEDDING: embedding, f"{OUTPUT_NORM}/gamma": numbers(64), f"{OUTPUT_NORM}/beta": numbers(64)}
        graph = Graph("vocabulary")
        lookup, project = int8_vocabulary(graph, weights)
        rows = lookup(graph.input("tokens", INT64, ["L"]))
        graph.output("rows", FLOAT, ["L", 64], rows)
        graph.output("logits", FLOAT, ["L", 300], project(rows))
        tokens = np.array([7, 299, 0])
        found, logits = run(graph, tokens=tokens)
        self.assertLess(np.abs(found - embedding[tokens]).mean(), 0.03)
        self.assertEqual(logits.argmax(1).tolist(), tokens.tolist())
        self.assertEqual([table.dims for table in graph.initializers if 300 in table.dims and 64 in table.dims], [[64, 300]])


class Smoothing(unittest.TestCase):
    """`smooth` changes the numbers on the way, not the result."""

    def test_the_layer_after_a_norm_computes_the_same(self):
        name = "encoder/layer_0/ffn"
        weights = {f"{name}/layer_norm/gamma": numbers(64), f"{name}/layer_norm/beta": numbers(64),
                   f"{name}/linear_0/weight": numbers(48, 64)}
        x = numbers(5, 64)

        def result(w):
            return (x * w[f"{name}/layer_norm/gamma"] + w[f"{name}/layer_norm/beta"]) @ w[f"{name}/linear_0/weight"].T

        smoothed = smooth(weights)
        np.testing.assert_allclose(result(smoothed), result(weights), rtol=1e-3, atol=1e-4)
        self.assertGreater(np.abs(smoothed[f"{name}/layer_norm/gamma"] - weights[f"{name}/layer_norm/gamma"]).max(), 0.1)

    def test_a_norm_whose_result_is_an_output_stays(self):
        weights = {f"{OUTPUT_NORM}/gamma": numbers(64), f"{OUTPUT_NORM}/beta": numbers(64)}
        self.assertEqual(smooth(weights), weights)


class Files(unittest.TestCase):
    """The checksums."""

    def test_a_changed_file_ends_the_program_with_a_sentence(self):
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "model.bin")
            with open(file, "wb") as out:
                out.write(b"other")
            with self.assertRaisesRegex(SystemExit, "is expected. Delete the file"):
                require(file, "0" * 64)

    def test_a_missing_file_ends_the_program_with_a_sentence(self):
        with self.assertRaisesRegex(SystemExit, "is missing"):
            require("/nowhere/model.bin", "0" * 64)


class Mel(unittest.TestCase):
    """Slaney's bands."""

    def test_each_band_has_the_area_of_one_hertz(self):
        # Narrow bands have too few bins for a good sum.
        np.testing.assert_allclose(mel_bands()[40:].sum(1) * 40, 1, atol=0.1)


class Vocabulary(unittest.TestCase):
    """The merges that the file has lost."""

    symbols = {256: "Ġt", 257: "he", 258: "Ġthe", 259: "in"}

    def test_a_lost_merge_is_read_off_its_id(self):
        merges = ["Ġ t", "h e", "Ġt he", "i n"]
        self.assertEqual(with_lost(merges[1:], self.symbols), merges)
        self.assertEqual(with_lost(merges[:1] + merges[2:], self.symbols), merges)
        self.assertEqual(with_lost(merges[:3], self.symbols), merges)
        self.assertEqual(with_lost(merges, self.symbols), merges)

    def test_one_that_joins_more_cannot_be(self):
        with self.assertRaisesRegex(ValueError, "Ġthe"):
            with_lost(["Ġ t", "h e", "i n"], self.symbols)


if __name__ == "__main__":
    unittest.main()
