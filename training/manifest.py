"""Exports the graphs and writes the manifest. The verdict's limits are chosen on the choice set."""
import json
import os

import numpy as np

import native_speakers
import train_head
import train_mismatch
from alignment import MIN_LEARNER_FRAMES, PIECE_FRAMES, WIDEN_FRAMES
from export import export
from features import LOG_OFFSET
from model import STRIDE

MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "models")
# Beyond these limits too little speech is left to judge. The rated recordings for training and choosing are far from them:
# the quietest has an RMS of -40 dBFS, the noisiest an SNR of 19 dB, and none is clipped.
SIGNAL_LIMITS = dict(minRmsDb=-60, maxClippedShare=0.05, minSnrDb=3)


NATIVES = [
    dict(name="Asterisk core sounds 1.6.1: English, Spanish, French", licence="CC BY-SA 3.0",
         attribution="Allison Smith (English, Spanish), June Wallack (French); Digium"),
    dict(name="Asterisk core sounds 1.6.1: Russian; Italian for choosing only", licence="CC BY 3.0; CC BY-SA 3.0",
         attribution="Maxim Topal (Russian), Carlo Flora (Italian)"),
    dict(name="Spoken names of the Tux Paint stamps 2022.06.04: Bulgarian, Catalan, Romanian, Belarusian, Spanish, French, "
              "Russian, Greek; Danish for choosing only", licence="GPL-2",
         attribution="Krasimir Petkov (Bulgarian), Tabbytha (Romanian), Kseniya Buraya (Belarusian, Russian), Estefanía "
                     "Ortiz (Spanish), Jacques Chion, PaulK (French), Kiriaki Serafeim (Greek), Joe Dalton (Danish) and "
                     "others; Tux Paint")]


# Few refusals of the right sentence, because they discourage. Another sentence that is not refused still gets few points.
FALSE_REJECTS = 0.01


def mismatch_limit(heads, own, other):
    """The limit of mismatch for the manifest, and its error rates."""
    own, other = (train_mismatch.predict(heads, some) for some in (own, other))
    limit = round(float(np.quantile(own, 1 - FALSE_REJECTS)), 4)
    return limit, dict(falseReject=figure((own > limit).mean()), falseAccept=figure((other <= limit).mean()),
                       auc=figure(train_head.auc(own, other)))


def figure(value):
    """Rounded to four digits; None if it could not be computed."""
    return round(float(value), 4) if np.isfinite(value) else None


def write(encoder, detector, heads, mismatch_heads, inventory, mel, choice, speech, work, folder, name):
    """`speech`: the limit of the detector, and its error rates."""
    phones = len(inventory.names) + 1
    graphs = {role: f"{name}.{role}.onnx" for role in ("encoder", "head", "sentence")}
    export(encoder, detector, heads, mismatch_heads, phones,
           {role: os.path.join(folder, file) for role, file in graphs.items()})
    max_mismatch, wrong_sentence = mismatch_limit(mismatch_heads, choice["own"], choice["other"])
    min_speech, no_speech = speech
    figures = train_head.check(heads, choice)
    assert abs(mel.parameters["logOffset"] - LOG_OFFSET) < 1e-12
    manifest = dict(
        name=name,
        title="Sentences, any language",
        description="One encoder for both recordings, trained on phones; the reference is cut into pieces along an "
                    "alignment and each piece is judged. Two recordings in, a distance out; no text is needed.",
        architecture="aligned-pieces",
        graphs=graphs,
        features=mel.parameters,
        frameMs=1000 * STRIDE * mel.parameters["hopLength"] / mel.parameters["sampleRate"],
        alignment=dict(pieceFrames=PIECE_FRAMES, minLearnerFrames=MIN_LEARNER_FRAMES, widenFrames=WIDEN_FRAMES),
        score=dict(margin=train_head.MARGIN),
        verdict=dict(maxMismatch=max_mismatch, minSpeech=min_speech, **SIGNAL_LIMITS),
        licence="Apache-2.0",
        training=dict(
            command="/usr/bin/python3 training/train.py",
            data=[
                dict(name="speechocean762, training part without the report set's 25 speakers",
                     licence="CC BY 4.0", attribution="Zhang et al. 2021, speechocean762, OpenSLR 101"),
                dict(name="Arabic Speech Commands", licence="CC BY 4.0", attribution="Abdulkader Ghandoura et al."),
                dict(name="Speech Commands v0.01, a part, and its background noises", licence="CC BY 4.0",
                     attribution="Warden 2018"),
                dict(name="LibriSpeech, 10 sentences", licence="CC BY 4.0", attribution="Panayotov et al. 2015"),
                dict(name="LJSpeech, 8 sentences", licence="public domain"),
                *NATIVES,
                dict(name=f"Zeroth-Korean, {native_speakers.CALIBRATION_SENTENCES} sentences of one reader: for the heads alone",
                     licence="CC BY 4.0", attribution="Zeroth project, OpenSLR 40"),
                dict(name="Sounds of the Tux Paint stamps 2022.06.04: animals, tools, instruments, engines; as no speech",
                     licence="GPL-2", attribution="Tux Paint's contributors"),
                dict(name="Noise recordings", licence="CC BY 4.0, public domain, CC0"),
                dict(name="Synthetic speech in 23 languages by espeak-ng 1.51", licence="made by this project")],
            calibratedOn=[row["id"] for row in native_speakers.korean_readers()],
            phones=inventory.names),
        figures=dict(choiceSet=dict({k: figure(v) for k, v in figures.items()}, wrongSentence=wrong_sentence,
                                    noSpeech=no_speech)))
    for file in {os.path.join(folder, f"{name}.json"), os.path.join(work, f"{name}.json")}:
        with open(file, "w", encoding="utf-8") as out:
            json.dump(manifest, out, indent=2, ensure_ascii=False)
            out.write("\n")
