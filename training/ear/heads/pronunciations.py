"""English words as phones (CMU Pronouncing Dictionary, 39 symbols without stress), and the experts' phone scores on them.

The corpus writes its own, partly British phones; they are expanded to the dictionary's and matched with the variant that is
nearest, so that a head learns on the phones that it will be asked for."""
import gzip
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
DICTIONARY = os.path.join(HERE, "..", "..", "..", "ear", "english.txt.gz")
SYMBOLS = ("AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH").split()
ID = {symbol: i + 1 for i, symbol in enumerate(SYMBOLS)}  # 0 is the blank of CTC
EXPANDED = {"TS": ["T", "S"], "DZ": ["D", "Z"], "TR": ["T", "R"], "DR": ["D", "R"], "AR": ["EH", "R"], "IR": ["IH", "R"],
            "UR": ["UH", "R"], "AXR": ["ER"], "AX": ["AH"], "OO": ["AA"], "EE": ["ER"]}
VOWELS = set("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split())


def read_dictionary(file=DICTIONARY):
    """Word in small letters -> list of pronunciations, each a list of symbols."""
    words = {}
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                word, *phones = line.split()
                words.setdefault(word, []).append(phones)
    return words


def expanded(phones):
    """Corpus phones -> [(symbol of the dictionary, place of the corpus phone)]."""
    bare = [re.sub(r"\d", "", phone) for phone in phones]
    return [(symbol, place) for place, phone in enumerate(bare) for symbol in EXPANDED.get(phone, [phone])]


def difference(a, b):
    return 0 if a == b else 0.4 if (a in VOWELS) == (b in VOWELS) else 1.2


def matched(phones, corpus):
    """Least-cost matching of a pronunciation with a word's corpus phones. Returns (cost, place of the corpus phone for each
    phone, or None)."""
    others = expanded(corpus)
    gap = 0.7
    rows, columns = len(phones) + 1, len(others) + 1
    cost = [[0.0] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            steps = []
            if i and j:
                steps.append(cost[i - 1][j - 1] + difference(phones[i - 1], others[j - 1][0]))
            if i:
                steps.append(cost[i - 1][j] + gap)
            if j:
                steps.append(cost[i][j - 1] + gap)
            cost[i][j] = min(steps, default=0.0)
    places = [None] * len(phones)
    i, j = rows - 1, columns - 1
    while i or j:
        if i and j and cost[i][j] == cost[i - 1][j - 1] + difference(phones[i - 1], others[j - 1][0]):
            places[i - 1] = others[j - 1][1]
            i, j = i - 1, j - 1
        elif i and cost[i][j] == cost[i - 1][j] + gap:
            i -= 1
        else:
            j -= 1
    return cost[-1][-1], places


def nearest(pronunciations, corpus):
    """The pronunciation that fits a word's corpus phones best, with their places: (phones, places)."""
    best = min(((matched(phones, corpus), phones) for phones in pronunciations), key=lambda found: found[0][0])
    return best[1], best[0][1]
