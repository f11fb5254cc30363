"""Run: python -m unittest discover -s training/ear/korean"""
import os
import struct
import tempfile
import unittest

import numpy as np
import onnxruntime

from align import pieces
from koreanfa import Reader, _answer, _event_map
from mfcc import mfcc
from phones import CLASS, SYMBOLS, numbered
from segments import numbers, parts
from train import CLASSES, SIZE, export, log_softmax


class Phones(unittest.TestCase):
    def test_hangul_has_phones_in_its_syllables(self):
        self.assertEqual(numbered("안녁"), [("aa", 0), ("nf", 0), ("nn", 1), ("yv", 1), ("kf", 1)])
        with self.assertRaises(ValueError):
            numbered("TV")

    def test_sounds_that_natives_do_not_tell_apart_are_one_class(self):
        self.assertEqual(CLASS["qq"], CLASS["ee"])
        self.assertNotEqual(CLASS["k0"], CLASS["kf"])
        self.assertEqual(len(SYMBOLS), 42)


class Kaldi(unittest.TestCase):
    def test_a_tree_is_read_and_answers(self):
        integer = lambda value: b"\x04" + struct.pack("<i", value)  # noqa: E731
        tree = b"\0BSE " + integer(0) + b"\x04" + struct.pack("<3i", 2, 5, 6) + b"{ CE " + integer(7) + b"CE " + integer(9) + b"} "
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "tree")
            with open(path, "wb") as file:
                file.write(tree)
            node = _event_map(Reader(path))
        self.assertEqual([_answer(node, {0: left}) for left in (5, 4)], [7, 9])

    def test_cepstra_do_not_depend_on_the_volume(self):
        samples = np.random.RandomState(1).randn(16000) * 0.1
        first, second = mfcc(samples), mfcc(samples / 4)
        self.assertEqual(first.shape, (98, 39))
        np.testing.assert_allclose(first, second, atol=1e-6)
        np.testing.assert_allclose(first[:, :13].mean(0), 0, atol=1e-9)


class Segments(unittest.TestCase):
    def test_they_are_those_of_the_pipeline(self):  # test/pipeline/ear/phones/segments.test.ts
        found = parts([(2, 6), (6, 11), (15, 16)])
        self.assertEqual(found[0], ([(-2, 2), (2, 3), (3, 5), (5, 6), (6, 9)], [8, 4, 5]))
        self.assertEqual(found[1], ([(4, 6), (6, 7), (7, 10), (10, 11), (11, 15)], [4, 5, 8]))
        self.assertEqual(found[2], ([(11, 15), (15, 16), (15, 16), (15, 16), (16, 20)], [8, 1, 8]))

    def test_long_recordings_are_cut_at_pauses(self):
        spans = [(0, 500), (505, 900), (950, 1400), (1450, 1840)]
        self.assertEqual(pieces([[0]] * 4, [None] * 5, spans), [(0, 2), (2, 4)])


class TheGraph(unittest.TestCase):
    def test_it_says_what_the_regressions_say(self):
        rng = np.random.RandomState(0)
        frames = rng.randn(30, SIZE).astype(np.float32)
        weights = [rng.randn(rows, CLASSES).astype(np.float16).astype(np.float32) * 0.1 for rows in (SIZE, 5 * SIZE + 3)]
        weights = [values.astype(np.float16).astype(np.float32) for values in weights]
        biases = [rng.randn(CLASSES).astype(np.float32) for _ in weights]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "ko.onnx")
            export((weights[0], biases[0]), (weights[1], biases[1]), path)
            posterior, evidence, lengths = onnxruntime.InferenceSession(path).run(None, {"frames": frames})
        centred = frames - frames.mean(0)
        np.testing.assert_allclose(posterior, log_softmax(centred @ weights[0] + biases[0]), atol=1e-3)
        spans = [(2, 6), (6, 11), (11, 16)]
        said = evidence.reshape(30, 5, CLASSES)
        for row, (stretches, own) in zip(numbers(centred, spans) @ weights[1] + biases[1], parts(spans)):
            by_graph = sum(said[max(0, a):b, part].mean(0) for part, (a, b) in enumerate(stretches)) + np.r_[np.log(own), 1] @ lengths
            np.testing.assert_allclose(by_graph, row, atol=1e-2)


if __name__ == "__main__":
    unittest.main()
