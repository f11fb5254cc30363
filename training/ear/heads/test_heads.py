"""Run: python -m unittest discover -s training/ear/heads"""
import json
import os
import tempfile
import unittest

import numpy as np
import torch

from cross_validate import recorded
from figures import auc, bootstrapped, corpus_phones, good_against_bad, pearson, table
from judge_data import batch_of, phone_scores, read_features, scales_of
from record import figure, record, share
from tables import calibration, confusion
from model import PHONE, SENTENCE, VECTORS, WORD, Judge
from pronunciations import expanded, matched, nearest
from weigh import witness_rows

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

    def test_auc_counts_ties_as_half(self):
        self.assertEqual(auc(np.array([3.0, 2.0]), np.array([2.0, 1.0])), 0.875)
        self.assertTrue(np.isnan(auc(np.array([]), np.array([1.0]))))
        self.assertEqual(good_against_bad(np.array([0.2, 0.9, 0.1]), np.array([0.8, 0.6, 0.5])), 1)

    def test_an_interval_holds_its_figure_and_has_no_width_with_one_speaker(self):
        rng = np.random.RandomState(2)
        rated = rng.rand(60)
        given = rated + rng.rand(60)
        speakers = np.arange(60) % 12
        rows = {"many": (given, rated, speakers, pearson), "one": (given, rated, np.zeros(60), pearson)}
        found = bootstrapped({"many": rows["many"]}, draws=50)
        value, low, high = found["many"]
        self.assertTrue(low < value < high)
        value, low, high = bootstrapped({"one": rows["one"]}, draws=5)["one"]
        self.assertEqual((low, high), (value, value))

    def test_children_are_those_under_16(self):
        values, human = np.arange(4.0), np.array([1.0, 2.0, 5.0, 4.0])
        rows = witness_rows({"ear": values}, human, np.array([6, 15, 16, 40]), np.arange(4))
        self.assertEqual([list(rows[name][0]) for name in ("ear", "ear, children")], [[0, 1, 2, 3], [0, 1]])


class Tables(unittest.TestCase):
    def test_calibration_has_each_bin_that_occurs(self):
        rows = calibration(np.array([-3.0, 4.0, 71.0, 79.0, 104.0]), np.array([10.0, 20.0, 60.0, 80.0, 100.0]))
        self.assertEqual(rows, [(0, 10, 2, 0.5, 15.0), (70, 80, 2, 75.0, 70.0), (90, 100, 1, 104.0, 100.0)])

    def test_confusion_counts_bad_words_and_others_below_a_threshold(self):
        rows = confusion(np.array([20.0, 80.0, 45.0, 90.0, 60.0]), np.array([5.0, 4.0, 9.0, 10.0, 5.1]), (50, 70))
        self.assertEqual(rows, [(50, 1, 2, 1, 3), (70, 1, 2, 2, 3)])


class TheRecord(unittest.TestCase):
    def test_a_figure_says_its_interval_and_target(self):
        self.assertEqual(figure("a", 0.8512, 0.8, 0.9, "0.88"),
                         {"name": "a", "value": "0.851 (95 % interval 0.800 to 0.900)", "target": "0.88"})
        self.assertEqual(figure("b", 0.8512), {"name": "b", "value": "0.851"})
        self.assertEqual(share("c", 1, 8)["value"], "1 of 8 (12.5 %)")
        self.assertEqual(share("d", 0, 0)["value"], "0 of 0")

    def test_it_says_which_targets_are_about_the_official_test_part(self):
        keys = ("total", "accuracy", "fluency", "prosodic", "words", "phones", "good against bad, AUC")
        groups = ("all", "children", "adults", "female speakers", "male speakers")
        figures = {group: {key: (0.8, 0.7, 0.9) for key in keys} for group in groups}
        items = [{"row": {"speaker": "1"}}, {"row": {"speaker": "1"}}]
        rows = recorded(items, figures, {"all": {"total": 0.772}, "children": {"total": 0.292}, "adults": {}, "female speakers": {}, "male speakers": {}}, [(70, 80, 5, 75.1, 76.2)], [(50, 3, 4, 1, 9)])
        self.assertIn("2 recordings of 1 speakers", rows[0]["name"])
        self.assertEqual(rows[0]["target"], "one expert against the others: 0.772; 0.88 on the official test part")
        by_name = {row["name"]: row for row in rows}
        self.assertEqual(by_name["total, children alone"]["target"], "one expert against the others: 0.292; 0.76 on the official test part")
        self.assertNotIn("target", by_name["total, adults alone"])
        self.assertEqual(by_name["experts' mean, times ten, of the 5 recordings that get 70 to 80 points"]["value"], "76.2")
        self.assertEqual(rows[-2]["value"], "3 of 4 (75.0 %)")

    def test_it_is_written_in_the_form_of_the_other_records(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "judge.json")
            record(path, "python3 judge.py", [{"name": "runs", "value": 3}, figure("total", 0.5)])
            with open(path, encoding="utf-8") as file:
                written = json.load(file)
        self.assertEqual(list(written), ["command", "date", "commit", "machine", "figures"])
        self.assertEqual(written["command"], "python3 judge.py")
        self.assertEqual(written["figures"], [{"name": "runs", "value": 3}, {"name": "total", "value": "0.500"}])


if __name__ == "__main__":
    unittest.main()
