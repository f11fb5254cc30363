"""One set of phones for all languages: IPA symbols without length, stress and fine diacritics."""
import unicodedata

ARPABET = dict(
    T="t", N="n", IH="ɪ", AX="ə", S="s", IY="i", L="l", D="d", W="w", DH="ð", M="m", AE="æ", K="k", UW="u", AY="aɪ",
    Z="z", HH="h", OO="ɑ", EH="ɛ", AH="ʌ", R="ɹ", B="b", F="f", EY="eɪ", V="v", OW="oʊ", AO="ɔ", P="p", Y="j", G="ɡ",
    NG="ŋ", UH="ʊ", AA="ɑ", SH="ʃ", AW="aʊ", TH="θ", AXR="ɚ", AR="ɑ ɹ", JH="dʒ", IR="ɪ ɹ", ER="ɚ", CH="tʃ", TS="t s",
    EE="ɛ ɹ", TR="t ɹ", UR="ʊ ɹ", DR="d ɹ", DZ="d z", OY="ɔɪ", ZH="ʒ")
WHOLE = ("tʃ", "dʒ", "tɕ", "dʑ", "ts", "dz", "aɪ", "aʊ", "eɪ", "oʊ", "ɔɪ")
MERGED = {"ɫ": "l", "ɐ": "a", "ɜ": "ɚ", "ɾ": "ɾ", "g": "ɡ", "r": "r", "ᵻ": "ɪ", "ɬ": "l", "ɭ": "l", "ʋ": "v", "ɻ": "ɹ",
          "ʉ": "u", "ɵ": "o", "ɨ": "ɯ", "ɘ": "ə", "ɤ": "ʌ", "ɒ": "ɑ", "ʐ": "ʒ", "ʂ": "ʃ", "ɖ": "d", "ʈ": "t", "ɳ": "n",
          "ɽ": "ɾ", "ɦ": "h", "ʁ": "ʀ", "ɣ": "ɡ", "ç": "ç", "ʎ": "ʎ", "tɕ": "tʃ", "dʑ": "dʒ", "ɕ": "ʃ", "ʑ": "ʒ", "ʔ": ""}


def from_arpabet(phones):
    return [p for phone in phones for p in ARPABET[phone.rstrip("012")].split()]


def from_ipa(line):
    """Converts the output of espeak-ng's `--ipa --sep=_` to phones."""
    found = []
    for token in line.replace("\n", " ").replace(" ", "_").split("_"):
        if token.startswith("("):
            continue
        token = unicodedata.normalize("NFD", token)
        token = "".join(c for c in token if c.isalpha() and unicodedata.category(c) != "Lm")
        while token:
            size = 2 if token[:2] in WHOLE else 1
            phone = MERGED.get(token[:size], token[:size])
            token = token[size:]
            if phone:
                found.append(phone)
    return found
