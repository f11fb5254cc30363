"""The judge: from the numbers of a recording's phones and words to the experts' scores."""
import torch
from torch import nn
from torch.nn import functional as F

SYMBOLS, PHONE, WORD, SENTENCE, VECTORS = 39, 3 * 512 + 39 + 5, 17, 16, 3 * 512
PHONE_WIDTH, WIDTH = 64, 48
# Places of the numbers that only phones give.
WORD_BY_PHONES, SENTENCE_BY_PHONES = 14, 11


class Layer(nn.Module):
    """A transformer layer, norm first, with the few operators that every runtime has."""

    def __init__(self, width, heads=4, drop=0.2):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.wide, self.narrow = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.drop = nn.Dropout(drop)

    def forward(self, x, absent):
        """x: batch x places x width; absent: batch x places, 1 where nothing is."""
        batch, places, width = x.shape
        split = lambda y: y.reshape(batch, -1, self.heads, width // self.heads).transpose(1, 2)  # noqa: E731
        q, k, v = (split(part) for part in self.qkv(self.norm1(x)).chunk(3, -1))
        weights = q @ k.transpose(-1, -2) / (width // self.heads) ** 0.5 - 1e4 * absent[:, None, None]
        mixed = (self.drop(weights.softmax(-1)) @ v).transpose(1, 2).reshape(batch, -1, width)
        x = x + self.drop(self.out(mixed))
        return x + self.drop(self.narrow(self.drop(F.gelu(self.wide(self.norm2(x))))))


class Judge(nn.Module):
    """Inputs, by names: phones (batch x P x PHONE), symbols (batch x P, from 0), phoneWords (batch x P, the phone's word or -1),
    words (batch x W x WORD), vectors (batch x W x VECTORS), present (batch x W), sentence (batch x SENTENCE),
    sentenceVectors (batch x VECTORS), useVectors (batch x 1, 0 where the vectors
    are of a language that the judge has not learned). Gives scores of 0 to 1: phones, words (total, accuracy), sentence (total, accuracy,
    fluency, prosodic)."""

    def __init__(self, scales):
        super().__init__()
        for name, (mean, deviation) in scales.items():
            self.register_buffer(f"{name}_mean", mean)
            self.register_buffer(f"{name}_deviation", deviation)
        drop = 0.35
        self.phone_in = nn.Sequential(nn.Dropout(0.3), nn.Linear(PHONE, 192))
        self.phone_gain, self.phone_add = nn.Embedding(SYMBOLS, 192), nn.Embedding(SYMBOLS, PHONE_WIDTH)
        self.phone_out = nn.Sequential(nn.GELU(), nn.Dropout(0.3), nn.Linear(192, PHONE_WIDTH))
        self.word_to_phone = nn.Linear(WORD, PHONE_WIDTH)
        self.phone_layer = Layer(PHONE_WIDTH)
        self.phone_score = nn.Sequential(nn.LayerNorm(PHONE_WIDTH), nn.Linear(PHONE_WIDTH, 1))
        self.words_in = nn.Linear(WORD, WIDTH)
        self.vectors_in = nn.Sequential(nn.Dropout(drop), nn.Linear(VECTORS, WIDTH))
        self.phones_in = nn.Sequential(nn.Dropout(0.2), nn.Linear(PHONE_WIDTH + 3, WIDTH))
        self.sentence_in = nn.Linear(SENTENCE, WIDTH)
        self.sentence_vectors_in = nn.Sequential(nn.Dropout(drop), nn.Linear(VECTORS, WIDTH))
        self.layers = nn.ModuleList([Layer(WIDTH), Layer(WIDTH)])
        self.word_out = nn.Sequential(nn.LayerNorm(WIDTH), nn.Linear(WIDTH, 2))
        self.sentence_out = nn.Sequential(nn.LayerNorm(2 * WIDTH + 3), nn.Dropout(0.2), nn.Linear(2 * WIDTH + 3, 4))

    def scaled(self, name, values):
        return (values - getattr(self, f"{name}_mean")) / getattr(self, f"{name}_deviation")

    def forward(self, phones, symbols, phoneWords, words, vectors, present, sentence, sentenceVectors, useVectors):
        word_numbers = self.scaled("words", words)
        # A phone's number of words with phones is 1: the last of the word's numbers.
        has_phones = words[..., -1:]
        word_numbers = torch.cat([word_numbers[..., :WORD_BY_PHONES], word_numbers[..., WORD_BY_PHONES:] * has_phones], -1)
        places = torch.arange(words.shape[1], device=words.device)
        of_word = (phoneWords[:, None] == places[None, :, None]).float()  # batch x W x P
        known = (phoneWords >= 0).float()
        hidden = self.phone_out(self.phone_in(self.scaled("phones", phones)) * (1 + 0.3 * self.phone_gain(symbols)))
        hidden = hidden + self.phone_add(symbols) + of_word.transpose(1, 2) @ self.word_to_phone(word_numbers)
        hidden = self.phone_layer(hidden, 1 - known)
        phone_scores = self.phone_score(hidden)[..., 0]

        count = of_word.sum(-1, keepdim=True).clamp(min=1)
        mean_of = lambda values: (of_word @ values) / count  # noqa: E731
        least = (phone_scores[:, None] + (1 - of_word) * 9).min(-1, keepdim=True).values.clamp(max=1.2)
        by_phones = torch.cat([mean_of(hidden), mean_of(phone_scores[..., None]), least, least * mean_of(phone_scores[..., None])], -1)
        by_phones = self.phones_in(by_phones) * (of_word.sum(-1, keepdim=True) > 0).float()

        has_sentence = sentence[:, -1:]
        numbers = self.scaled("sentence", sentence)
        numbers = torch.cat([numbers[:, :SENTENCE_BY_PHONES], numbers[:, SENTENCE_BY_PHONES:] * has_sentence], -1)
        whole = self.sentence_in(numbers) + useVectors * self.sentence_vectors_in(self.scaled("sentenceVectors", sentenceVectors))
        x = self.words_in(word_numbers) + useVectors[:, None] * self.vectors_in(self.scaled("vectors", vectors)) + by_phones + whole[:, None]
        for layer in self.layers:
            x = layer(x, 1 - present)
        word_scores = self.word_out(x)
        pooled = (x * present[..., None]).sum(1) / present.sum(1, keepdim=True)
        shares = (word_scores[..., 0] * present).sum(1, keepdim=True) / present.sum(1, keepdim=True)
        lowest = (word_scores[..., 0] + (1 - present) * 9).min(1, keepdim=True).values
        phone_mean = (phone_scores * known).sum(1, keepdim=True) / known.sum(1, keepdim=True).clamp(min=1) * (known.sum(1, keepdim=True) > 0).float()
        sentence_scores = self.sentence_out(torch.cat([pooled, whole, shares, lowest, phone_mean], -1))
        return phone_scores, word_scores, sentence_scores
