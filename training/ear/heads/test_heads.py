"""Run: python -m unittest discover -s training/ear/heads"""
import json
import os
import tempfile
import unittest

import numpy as np
import torch

from figures import corpus_phones, table
from judge_data import batch_of, phone_scores, read_features, scales_of
from model import PHONE, SENTENCE, VECTORS, WORD, Judge
from pronunciations import expanded, matched, nearest

torch.manual_seed(0)


def an_item(words=3, phones=5):
    rng = np.random.RandomState(words)
    return {"phones": rng.randn(phones, PHONE).astype(np.float32), "words": rng.randn(words, WORD).astype(np.float32),
            "sentence": rng.randn(SENTENCE).astype(np.float32), "vectors": rng.randn(words, VECTORS).astype(np.float32),
            "sentenceVectors": rng.randn(VECTORS).astype(np.float32), "symbols": np.arange(phones) % 39,
            "phoneWords": np.minimum(np.arange(phones), words - 1)}


class Pronunciations(unittest.TestCase):
    def test_british_phones_become_the_dictionarys(self):
        self.assertEqual(expanded(["P", "AR", "TS0"]), [("P", 0), ("EH", 1), ("R", 1), ("T", 2), ("S", 2)])

    def test_a_phone_without_a_partner_has_no_place(self):
        self.assertEqual(matched(["W", "AH", "T"], ["W", "OO0", "T"])[1], [0, 1, 2])
        self.assertEqual(matched(["HH", "W", "AH", "T"], ["W", "AH0", "T"])[1], [None, 0, 1, 2])

    def test_the_nearest_pronunciation_is_taken(self):
        self.assertEqual(nearest([["R", "EH", "D"], ["R", "IY", "D"]], ["R", "IY0", "D"])[0], ["R", "IY", "D"])


class Data(unittest.TestCase):
    def test_features_are_read_as_they_were_written(self):
        item = an_item()
        with tempfile.TemporaryDirectory() as folder:
            parts = [item[name].ravel() for name in ("phones", "words", "sentence", "vectors", "sentenceVectors")]
            np.concatenate(parts).tofile(os.path.join(folder, "a.f32"))
            phones = [[int(word), int(symbol) + 1, 0, 1] for word, symbol in zip(item["phoneWords"], item["symbols"])]
            with open(os.path.join(folder, "a.json"), "w", encoding="utf-8") as file:
                json.dump({"words": 3, "phones": phones}, file)
            read = read_features(folder, "a")
        for name, values in item.items():
            np.testing.assert_array_equal(read[name], values)

    def test_the_experts_scores_go_to_their_phones(self):
        item = {"symbols": np.array([35, 2, 30]), "phoneWords": np.array([0, 0, 0])}  # W AH T, the dictionary's places
        row = {"words": [{"text": "WHAT", "phones": ["W", "OO0", "T"], "phoneAccuracy": [2.0, 1.0, 0.0]}]}
        scores, places = phone_scores(item, row)
        self.assertEqual(list(places), [0, 1, 2])
        self.assertEqual(list(scores), [1.0, 0.5, 0.0])
        predicted, rated = corpus_phones({**item, "corpusPhones": places, "row": row}, np.array([0.9, 0.6, 0.1]))
        self.assertEqual((list(predicted), list(rated)), ([0.9, 0.6, 0.1], [1.0, 0.5, 0.0]))


class TheJudge(unittest.TestCase):
    def setUp(self):
        self.items = [an_item(3, 5), an_item(2, 9)]
        self.judge = Judge(scales_of(self.items)).eval()

    def scores(self, items, **changed):
        inputs, _ = batch_of(items)
        with torch.no_grad():
            return self.judge(**{**inputs, **changed}, useVectors=torch.ones(len(items), 1))

    def test_padding_changes_nothing(self):
        together = self.scores(self.items)
        for i, item in enumerate(self.items):
            phones, words, sentence = self.scores([item])
            np.testing.assert_allclose(together[0][i, :len(item["symbols"])], phones[0], atol=1e-5)
            np.testing.assert_allclose(together[1][i, :len(item["words"])], words[0], atol=1e-5)
            np.testing.assert_allclose(together[2][i], sentence[0], atol=1e-5)

    def test_phones_of_no_word_are_not_heard(self):
        item = self.items[0]
        item["words"][:, -1] = item["sentence"][-1] = 0
        inputs, _ = batch_of([item])
        nowhere = torch.full_like(inputs["phoneWords"], -1)
        one = self.scores([item], phoneWords=nowhere)
        other = self.scores([item], phoneWords=nowhere, phones=torch.randn_like(inputs["phones"]))
        np.testing.assert_allclose(one[1], other[1], atol=1e-6)
        np.testing.assert_allclose(one[2], other[2], atol=1e-6)


class Figures(unittest.TestCase):
    def test_perfect_predictions_reach_one(self):
        items, predictions = [], []
        rng = np.random.RandomState(1)
        for i in range(20):
            item = an_item(3, 3)
            item["rated"], item["ratedWords"] = rng.rand(4), rng.rand(3, 2)
            item["rated"][0] = 0.9 if i % 2 else 0.4
            accuracy = rng.rand(3) * 2
            item["phoneWords"], item["corpusPhones"] = np.array([0, 1, 2]), np.array([0, 0, 0])
            item["row"] = {"speaker": str(i % 5), "words": [{"phoneAccuracy": [score]} for score in accuracy]}
            items.append(item)
            predictions.append((item["rated"], item["ratedWords"], accuracy / 2))
        for name, (value, low, _) in table(items, predictions, draws=20).items():
            self.assertAlmostEqual(value, 1, msg=name)
            self.assertTrue(np.isnan(low) or low > 0.999, name)


if __name__ == "__main__":
    unittest.main()
