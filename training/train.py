"""Trains the default model from scratch: `/usr/bin/python3 training/train.py`. An interrupted run continues where it stopped.

Steps: synthesise, features, phones (CTC), contrast, heads, joint, mismatch, speech, export. Each stores its result in --work.
"""
import argparse
import os
import random

import numpy as np
import torch

import corpus
import datasets
import features
import head_pairs
import manifest
import native_speakers
import pairs
import splice
import stamps
import synthesise
import train_contrast
import train_ctc
import train_head
import train_joint
import train_mismatch
import train_speech
from augment import bands_of
from model import Heads, MismatchHeads

HERE = os.path.dirname(os.path.abspath(__file__))
LEARNER_VERSIONS = 2
# number of pairs (for korean and english: texts) of each kind in a batch of the head step
BATCH = dict(own=16, other=10, korean=2, korean_other=3, english=3, english_other=2, natives=1, heard=3, heard_other=2,
             unheard=4, unheard_other=3, words=2, words_other=2, spliced=2,
             spliced_other=2, readers=2, readers_other=2, noise=2)
FULL = dict(korean=700, korean_words=240, english_graded=450, other=70, one_learner_in=1, of_a_folder=None, least_phones=40,
            ctc_epochs=20, contrast_steps=800, head_steps=800, words=600, spliced=500,
            prompts=("en", "es", "fr", "it", "ru"), stamps=tuple(stamps.VOICES), stamps_of_each=420, one_native_in=1,
            least_diphones=1500, negatives=1440, heads=3, joint_steps=160, mismatch_heads=3,
            mismatch_steps=400, speech_steps=1500)
# Takes a minute and tests the whole chain. Its model is useless.
SHORT = dict(korean=22, korean_words=4, english_graded=4, other=1, one_learner_in=80, of_a_folder=30, least_phones=2,
             ctc_epochs=1, contrast_steps=3, head_steps=4, words=6, spliced=6,
             prompts=("ru", "it"), stamps=(), stamps_of_each=0, one_native_in=40,
             least_diphones=50, negatives=24, heads=1, joint_steps=2, mismatch_heads=1, mismatch_steps=4,
             speech_steps=4)


def prepare(work, sizes):
    """Synthetic readings, recordings of native speakers, and the features of everything."""
    learners = corpus.learners(every=sizes["one_learner_in"])
    texts = {split: [(r["id"], r["text"]) for r in learners if r["split"] == split] for split in ("train", "choice")}
    readers = [(f"english-native/{r['file']}", r["text"]) for r in corpus.table("english-native")]
    prompted = native_speakers.recordings(work, sizes)
    if not prompted:
        print("no native speakers: they need apt-get and a network. The model will be worse for real voices.", flush=True)
    korean = native_speakers.korean_readers()
    spoken = synthesise.synthesise(
        work, texts["train"], {"choice-reference": texts["choice"], "native-reference": readers}, prompted, korean,
        datasets.command_words(sizes), sizes)
    prompted += korean
    return spoken, prompted, features.build(datasets.recordings(spoken, prompted, work, sizes), work)


def contrast_sources(spoken, prompted, mel, items, diphones):
    """The pairs for the contrast step: learner and voice, native and voice, voice and voice, one word by many speakers,
    Korean made of sounds of other languages and voice."""
    targets = {i["id"]: i["targets"] for i in items}
    by_text = pairs.readings(spoken, mel)
    learners, voices = [], []
    for text, kinds in sorted(by_text.items()):
        references = kinds["reference"] or kinds["native-reference"]
        for name in (text, f"{text}~denoised"):
            if references and name in mel:
                learners.append((name, references[0]["id"], targets.get(name)))
        readings = kinds["reading"]
        if references and readings:
            voices.append((readings[0]["id"], references[0]["id"], targets.get(readings[0]["id"])))
        elif len(readings) > 1:
            voices.append((readings[0]["id"], readings[1]["id"], targets.get(readings[0]["id"])))
    natives = [(row["id"], by_text[row["id"]]["prompt-reference"][0]["id"], targets[row["id"]]) for row in prompted
               if row["id"] in targets and by_text[row["id"]]["prompt-reference"]]
    korean = [(targets[row["id"]], row["id"]) for row in spoken
              if row["kind"] == "reference" and row["language"] == "ko" and row["id"] in targets]
    return dict(learners=learners, natives=natives, voices=voices, words=pairs.words(spoken, mel, targets),
                korean=korean if diphones.speakers else [], diphones=diphones)


def head_data(encoder, spoken, prompted, mel, noises, inventory, diphones, sizes, seed):
    """(training pairs by name, choice data) for the head."""
    embed = head_pairs.Embedder(encoder, mel, noises, seed)
    rng, numbers = random.Random(seed), np.random.default_rng(seed)
    own, other = head_pairs.learner_pairs(embed, spoken, mel, "train", inventory, rng, LEARNER_VERSIONS)
    choice_own, choice_other = head_pairs.learner_pairs(embed, spoken, mel, "choice", inventory, rng, 1)
    korean, korean_other, korean_check = head_pairs.voice_pairs(embed, spoken, mel, "ko", rng)
    english, english_other, _ = head_pairs.voice_pairs(embed, spoken, mel, "en-us", rng)
    readers, readers_other = head_pairs.reader_pairs(embed, spoken, prompted, mel, rng)
    natives = head_pairs.native_pairs(embed, mel, [
        (r["text_id"], r["id"]) for r in spoken if r["kind"] == "native-reference" and r["text_id"] in mel])
    heard, heard_other = head_pairs.prompt_pairs(embed, spoken, prompted, mel, "encoder", rng)
    unheard, unheard_other = head_pairs.prompt_pairs(embed, spoken, prompted, mel, "head", rng)
    choice_natives = head_pairs.prompt_pairs(embed, spoken, prompted, mel, "choice", rng, versions=(0,))
    words_own, words_other = head_pairs.word_pairs(embed, spoken, mel, noises, sizes["words"], numbers)
    spliced, spliced_other = head_pairs.spliced_pairs(embed, spoken, mel, inventory, diphones, sizes["spliced"], numbers)
    references = [p["reference"] for p in own[::7] + [group[0] for group in korean[::7]]]
    noise = head_pairs.noise_pairs(embed, mel, noises, references, sizes["negatives"], numbers)
    sources = dict(own=own, other=other, korean=korean, korean_other=korean_other, english=english,
                   english_other=english_other, natives=natives, heard=heard, heard_other=heard_other,
                   unheard=unheard, unheard_other=unheard_other, words=words_own, words_other=words_other, spliced=spliced,
                   spliced_other=spliced_other, readers=readers, readers_other=readers_other, noise=noise)
    head_pairs.align_all([p for some in (*sources.values(), choice_own, choice_other, korean_check, *choice_natives)
                          for item in some for p in (item if isinstance(item, list) else [item]) if "cost" not in p])
    return ({name: some for name, some in sources.items() if some},
            dict(own=choice_own, other=choice_other, korean=korean_check, natives=choice_natives))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--work", default=os.path.join(HERE, "work"))
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--out", default=manifest.MODELS, help="folder of the model")
    options.add_argument("--name", default="default", help="name of the model")
    options.add_argument("--short", action="store_true", help="a run of a minute with a few recordings, to test the chain")
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    sizes = SHORT if options.short else FULL
    torch.set_num_threads(options.threads)
    os.makedirs(options.work, exist_ok=True)
    work = lambda name: os.path.join(options.work, name)
    spoken, prompted, mel = prepare(options.work, sizes)
    inventory = datasets.Phones([r["phones"].split() for r in spoken], sizes["least_phones"])
    noises = [mel[name] for name in mel.entries if name.startswith("noise/") and "/rir/" not in name]
    items, checks = datasets.phonetic_items(spoken, prompted, mel, inventory)
    mouths = [bands_of(mel[item["id"]]) for item in items if item["real"]]
    print(len(items), "recordings,", len(inventory.names), "phones", flush=True)
    encoder = train_ctc.train(items, checks, mel, noises, mouths, len(inventory.names), sizes["ctc_epochs"],
                              work("ctc.pt"), options.seed)
    speakers = datasets.native_items(spoken, prompted, mel, inventory)
    heard, all_speakers = (splice.Diphones(encoder, [s for s in speakers if s["role"] in roles], mel, sizes["least_diphones"])
                           for roles in (("encoder",), ("encoder", "head")))
    encoder = train_contrast.train(encoder, contrast_sources(spoken, prompted, mel, items, heard), mel, noises, mouths,
                                   sizes["contrast_steps"], work("contrast.pt"), options.seed)
    sources, choice = head_data(encoder, spoken, prompted, mel, noises, inventory, all_speakers, sizes, options.seed)
    print({name: len(some) for name, some in sources.items()}, flush=True)
    phones = len(inventory.names)
    heads = Heads([train_head.train(phones, sources, BATCH, choice, sizes["head_steps"], work(f"head{seed}.pt"),
                                    options.seed + seed, every=min(100, sizes["head_steps"]))
                   for seed in range(sizes["heads"])])
    encoder, heads = train_joint.train(encoder, heads, sources, BATCH, {i["id"]: i["targets"] for i in items}, mel, noises,
                                       choice, sizes["joint_steps"], work("joint.pt"), options.seed,
                                       every=min(40, sizes["joint_steps"]))
    print("slopes of the distance's curve", np.round(train_head.fit_curve(heads, choice), 3), flush=True)
    pairs_again = train_mismatch.chosen(sources)
    train_joint.refresh(encoder, mel, train_mismatch.pairs_of(pairs_again))
    mismatch_heads = MismatchHeads([
        train_mismatch.train(phones, pairs_again, choice, sizes["mismatch_steps"], work(f"mismatch{seed}.pt"),
                             options.seed + seed, every=min(50, sizes["mismatch_steps"]))
        for seed in range(sizes["mismatch_heads"])])
    detector, speech = train_speech.train(encoder, mel, *datasets.speech(spoken, prompted, mel), noises,
                                          sizes["speech_steps"], work("speech.pt"), options.seed)
    manifest.write(encoder, detector, heads, mismatch_heads, inventory, mel, choice, speech, options.work, options.out,
                   options.name)


if __name__ == "__main__":
    main()
