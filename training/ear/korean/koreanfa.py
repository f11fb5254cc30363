"""Reads KoreanFA's acoustic model (Kaldi's binary format): a decision tree and Gaussian mixtures of natives' phones."""
import os
import struct

import numpy as np

SILENCE_STATES, PHONE_STATES = 5, 3
# Kaldi numbers the phones from 1: silence and the unknown word in five places of a word each, then each phone in four.
SILENCE, FIRST_PHONE = 1, 11
PLACES = {"first": 0, "last": 1, "inside": 2, "alone": 3}
PDF_CLASS = -1


class Reader:
    """Kaldi's basic types: a token ends in a blank, a number is written after its size."""

    def __init__(self, file):
        with open(file, "rb") as opened:
            self.bytes = opened.read()
        self.at = 2 if self.bytes[:2] == b"\0B" else 0

    def token(self):
        end = self.bytes.index(b" ", self.at)
        word = self.bytes[self.at:end].decode()
        self.at = end + 1
        return word

    def expect(self, *tokens):
        for token in tokens:
            found = self.token()
            if found != token:
                raise ValueError(f"{token} expected, not {found}")

    def integer(self):
        size, value = struct.unpack_from("<bi", self.bytes, self.at)
        if size != 4:
            raise ValueError(f"an integer of {size} bytes")
        self.at += 5
        return value

    def integers(self):
        size, count = struct.unpack_from("<bi", self.bytes, self.at)
        if size != 4:
            raise ValueError(f"integers of {size} bytes")
        values = np.frombuffer(self.bytes, "<i4", count, self.at + 5)
        self.at += 5 + 4 * count
        return values

    def floats(self):
        """A vector or a matrix."""
        kind = self.token()
        shape = [self.integer()] if kind == "FV" else [self.integer(), self.integer()]
        values = np.frombuffer(self.bytes, "<f4", int(np.prod(shape)), self.at).reshape(shape)
        self.at += values.nbytes
        return values

    def skip_to(self, token):
        self.at = self.bytes.index(token.encode(), self.at)


class KoreanFA:
    """`states(left, phone, right)` gives the mixtures of a phone between two others, `log_likelihoods` what they say of frames.
    Phones are Kaldi's numbers: see `number`."""

    def __init__(self, folder):
        with open(os.path.join(folder, "lexicon.txt"), encoding="utf-8") as file:
            self.phones = file.read().split()[1:]
        tree = Reader(os.path.join(folder, "tree"))
        tree.expect("ContextDependency")
        if (tree.integer(), tree.integer()) != (3, 1):
            raise ValueError("not a tree of triphones")
        tree.expect("ToPdf")
        self.tree = _event_map(tree)
        self._read_mixtures(Reader(os.path.join(folder, "final.mdl")))

    def number(self, phone, place):
        return FIRST_PHONE + len(PLACES) * self.phones.index(phone) + PLACES[place]

    def states(self, left, phone, right):
        count = SILENCE_STATES if phone < FIRST_PHONE else PHONE_STATES
        return [_answer(self.tree, {0: left, 1: phone, 2: right, PDF_CLASS: state}) for state in range(count)]

    def log_likelihoods(self, features, pdfs):
        """features: frames x 39. Returns frames x pdfs."""
        out = np.empty((len(features), len(pdfs)))
        squares = features ** 2
        for column, pdf in enumerate(pdfs):
            constants, means, inverses = self.mixtures[pdf]
            logs = constants + features @ means.T - 0.5 * squares @ inverses.T
            most = logs.max(1)
            out[:, column] = most + np.log(np.exp(logs - most[:, None]).sum(1))
        return out

    def _read_mixtures(self, reader):
        reader.skip_to("<DIMENSION>")
        reader.expect("<DIMENSION>")
        self.size = reader.integer()
        reader.expect("<NUMPDFS>")
        self.mixtures = []
        for _ in range(reader.integer()):
            reader.expect("<DiagGMM>", "<GCONSTS>")
            constants = reader.floats()
            reader.expect("<WEIGHTS>")
            reader.floats()
            reader.expect("<MEANS_INVVARS>")
            means = reader.floats()
            reader.expect("<INV_VARS>")
            self.mixtures.append((constants, means, reader.floats()))
            reader.expect("</DiagGMM>")


def _event_map(reader):
    """A number, or (key, set, where it is in the set, where not), or (key, list of maps)."""
    kind = reader.token()
    if kind == "NULL":
        return None
    if kind == "CE":
        return reader.integer()
    key = reader.integer()
    if kind == "SE":
        values = frozenset(reader.integers().tolist())
        reader.expect("{")
        branches = _event_map(reader), _event_map(reader)
        reader.expect("}")
        return key, values, *branches
    if kind != "TE":
        raise ValueError(f"an event map {kind}")
    size = reader.integer()
    reader.expect("(")
    table = [_event_map(reader) for _ in range(size)]
    reader.expect(")")
    return key, table


def _answer(node, events):
    while not isinstance(node, int):
        if len(node) == 4:
            key, values, inside, outside = node
            node = inside if events[key] in values else outside
        else:
            node = node[1][events[node[0]]]
    return node
