"""Speaks the texts: references, other voices' readings, and readings with wrong phonemes.

Writes WORK/synthetic/*.wav and WORK/synthetic.tsv. A file that exists is not made again.
"""
import hashlib
import json
import os
import random
import subprocess
from concurrent.futures import ThreadPoolExecutor

import phones
import texts

VARIANTS = """f1 f2 f3 f4 f5 m1 m2 m3 m4 m5 m6 m7 m8 Adam Alex Alicia Andrea Andy Annie Antonio anikaRobot
belinda benjamin boris caleb croak david Denis Diogo ed edward edward2 Gene Gene2 Henrique Hugo iven iven2 iven3 iven4
Jacky john kaukovalta klatt klatt2 klatt3 klatt4 Lee linda Marcelo marcelo Mario Mario max Michael michael
miguel Mike mike2 Mr_Serious norbert pablo paul pedro Pedro quincy Reed rob robert RobertTheElder
Sandra shelby steph steph2 steph3 Storm Tweaky victor zac Zac""".split()
ERROR_RATES = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6)
PROMPT_ERROR_RATES = (0.1, 0.15, 0.2, 0.3, 0.4)
COLUMNS = ["id", "file", "kind", "language", "text_id", "text", "voice", "rate", "pitch", "error", "phones"]


def known_variants():
    folders = subprocess.run(["espeak-ng", "--voices=variant"], capture_output=True, text=True, check=True).stdout
    names = {line.split()[4].split("/")[-1] for line in folders.splitlines()[1:] if "!v/" in line}
    chosen = [v for v in dict.fromkeys(VARIANTS) if v in names]
    return [v for v in chosen if v not in ("croak", "anikaRobot", "Tweaky", "whisper")]


class PhonemeNames:
    """The voice's own phoneme names of a text, words as lists of tokens; each text is converted only once."""

    def __init__(self, work):
        self.file = os.path.join(work, "phonemes.json")
        self.known = {}
        if os.path.exists(self.file):
            with open(self.file, encoding="utf-8") as kept:
                self.known = json.load(kept)

    def __call__(self, text, language):
        key = f"{language} {text}"
        if key not in self.known:
            out = subprocess.run(["espeak-ng", "-v", language, "-q", "-x", "--sep=_", "--", text],
                                 capture_output=True, text=True, check=True).stdout
            self.known[key] = [[t for t in word.split("_") if t] for word in out.split()]
        return self.known[key]

    def keep(self):
        with open(self.file, "w", encoding="utf-8") as out:
            json.dump(self.known, out, ensure_ascii=False)


def is_vowel(token):
    return bare(token)[:1] in tuple("aeiouAEIOUV@03yYwW") and bare(token) not in ("w", "w#")


def bare(token):
    return token.lstrip("',%=_:|")


def replace_phonemes(words, rate, inventory, rng):
    """Replaces round(rate * n) phonemes, at least one, vowels by vowels and consonants by consonants.
    Returns the words and the share that was replaced."""
    places = [(i, j) for i, word in enumerate(words) for j, t in enumerate(word) if bare(t)]
    wrong = [list(word) for word in words]
    chosen = rng.sample(places, min(len(places), max(1, round(rate * len(places)))))
    for i, j in chosen:
        token = wrong[i][j]
        same_kind = [p for p in inventory if is_vowel(p) == is_vowel(token) and p != bare(token)]
        if same_kind:
            marks = token[:len(token) - len(bare(token))]
            wrong[i][j] = marks + rng.choice(same_kind)
    return wrong, len(chosen) / max(1, len(places))


def as_input(words):
    return " ".join("[[" + "|".join(word) + "]]" for word in words)


def speak(row, folder):
    """Returns the row with its phones, or None if the voice cannot speak it."""
    file = os.path.join(folder, row["id"] + ".wav")
    side = file + ".phones"
    if not os.path.exists(side):
        run = subprocess.run(
            ["espeak-ng", "-v", row["voice"], "-s", str(row["rate"]), "-p", str(row["pitch"]), "--ipa", "--sep=_",
             "-w", file, "--", row["spoken"]], capture_output=True, text=True)
        if run.returncode != 0 or not os.path.exists(file):
            return None
        with open(side, "w") as out:
            out.write(" ".join(phones.from_ipa(run.stdout)))
    with open(side) as found:
        row["phones"] = found.read()
    row["file"] = os.path.relpath(file, os.path.dirname(folder))
    return row if row["phones"] else None


def plan(learner_texts, reference_texts, prompts, readers, words, phonemes_of, seed, sizes):
    """All rows to speak. `learner_texts`: [(text_id, text)] of the English learners in the training set; `reference_texts`:
    {kind: [(text_id, text)]} of English texts that need only a reference; `prompts` and `readers`: rows of native speakers of
    other languages and of Korean; `words`: [(text_id, text, voice)] of the command words; `phonemes_of`: see
    `PhonemeNames`."""
    rng = random.Random(seed)
    variants = known_variants()
    rows = []

    def add(kind, language, text_id, text, reference=False, error=0.0, spoken=None):
        if reference:
            voice, rate, pitch = language, 175, 50
        else:
            voice = f"{language}+{rng.choice(variants)}"
            rate, pitch = rng.randint(130, 230), rng.randint(25, 85)
        made_of = f"{voice} {rate} {pitch} {spoken or text}"
        rows.append(dict(id=f"{kind}-{hashlib.sha1(made_of.encode()).hexdigest()[:12]}", kind=kind, language=language,
                         text_id=text_id, text=text, voice=voice, rate=rate, pitch=pitch, error=error,
                         spoken=spoken or text))

    def add_graded(language, text_id, text, inventory, rates, reference=False):
        phonemes = phonemes_of(text, language)
        for rate in rates:
            wrong, share = replace_phonemes(phonemes, rate, inventory, rng)
            add("wrong-reference" if reference else "wrong", language, text_id, text, reference=reference,
                error=round(share, 3), spoken=as_input(wrong))

    def add_prompt(row, inventory):
        add("prompt-reference", row["voice"], row["id"], row["text"], reference=True)
        add_graded(row["voice"], row["id"], row["text"], inventory, rng.sample(PROMPT_ERROR_RATES, 2), reference=True)

    korean = [texts.korean_text(rng) for _ in range(sizes["korean"])]
    korean_inventory = inventory_of(korean[:150], "ko", phonemes_of)
    for i, text in enumerate(korean):
        add("reference", "ko", f"ko{i}", text, reference=True)
        add("reading", "ko", f"ko{i}", text)
        add_graded("ko", f"ko{i}", text, korean_inventory, rng.sample(ERROR_RATES, 2))
    english_inventory = inventory_of([t for _, t in learner_texts[:150]], "en-us", phonemes_of)
    for i, (text_id, text) in enumerate(learner_texts):
        add("reference", "en-us", text_id, text, reference=True)
        add("reading", "en-us", text_id, text)
        if i < sizes["english_graded"]:
            add_graded("en-us", text_id, text, english_inventory, rng.sample(ERROR_RATES, 2))
    for language in texts.OTHER_LANGUAGES:
        for i in range(sizes["other"]):
            text = texts.other_text(rng, language)
            add("reading", language, f"{language}{i}", text)
            add("reading", language, f"{language}{i}", text)
    for kind, some in reference_texts.items():
        for text_id, text in some:
            add(kind, "en-us", text_id, text, reference=True)
    for language in dict.fromkeys(row["language"] for row in prompts):
        some = [row for row in prompts if row["language"] == language]
        inventory = inventory_of([row["text"] for row in some[:200]], some[0]["voice"], phonemes_of)
        for row in some:
            add_prompt(row, inventory)
    for voice in dict.fromkeys(voice for _, _, voice in words):
        inventory = inventory_of([text for _, text, v in words if v == voice], voice, phonemes_of)
        for text_id, text, _ in (word for word in words if word[2] == voice):
            add("word-reference", voice, text_id, text, reference=True)
            add_graded(voice, text_id, text, inventory, (0.01, 0.01, 0.3), reference=True)
    for i in range(sizes["korean_words"]):
        text = texts.korean_word(rng)
        add("reference", "ko", f"koword{i}", text, reference=True)
        add("reading", "ko", f"koword{i}", text)
        add("reading", "ko", f"koword{i}", text)
        add_graded("ko", f"koword{i}", text, korean_inventory, (0.2, 0.5))
    for row in readers:
        add_prompt(row, korean_inventory)
    return rows


def inventory_of(some_texts, language, phonemes_of):
    found = {}
    for text in some_texts:
        for word in phonemes_of(text.lower(), language):
            for token in word:
                found[bare(token)] = found.get(bare(token), 0) + 1
    return sorted(t for t, n in found.items() if t and n >= 3)


def synthesise(work, learner_texts, reference_texts, prompts, readers, words, sizes, seed=1):
    folder = os.path.join(work, "synthetic")
    os.makedirs(folder, exist_ok=True)
    phonemes_of = PhonemeNames(work)
    rows = plan(learner_texts, reference_texts, prompts, readers, words, phonemes_of, seed, sizes)
    phonemes_of.keep()
    with ThreadPoolExecutor(2) as pool:
        spoken = [row for row in pool.map(lambda r: speak(r, folder), rows) if row]
    with open(os.path.join(work, "synthetic.tsv"), "w", encoding="utf-8") as out:
        for row in [dict(zip(COLUMNS, COLUMNS)), *spoken]:
            out.write("\t".join(str(row[c]) for c in COLUMNS) + "\n")
    return spoken
