"""The tokenizer's file, mended."""
import json

BYTES = 256


def mend(source, target):
    """Copies a tokenizer.json and puts back the merges that its container has lost.

    The ids of a byte-level vocabulary are the 256 bytes and then the merges in their order, so each merge can be read off
    its id. The published file lacks the first one, a blank and a t: without it "to", "the" and "today" fall into pieces that the
    decoder has never seen.
    """
    with open(source, encoding="utf-8") as file:
        tokenizer = json.load(file)
    model = tokenizer["model"]
    symbols = {index: symbol for symbol, index in model["vocab"].items()}
    model["merges"] = with_lost(model["merges"], symbols)
    with open(target, "w", encoding="utf-8") as file:
        json.dump(tokenizer, file, ensure_ascii=False, separators=(",", ":"))


def with_lost(merges, symbols):
    """All merges: those of the file, and for an id that none of them makes, the two single symbols that it joins."""
    complete = []
    rest = list(merges)
    index = BYTES
    while rest or len(symbols.get(index, "")) == 2:
        symbol = symbols[index]
        if rest and rest[0].replace(" ", "", 1) == symbol:
            complete.append(rest.pop(0))
        elif len(symbol) == 2:
            complete.append(" ".join(symbol))
        else:
            raise ValueError(f"the vocabulary has no merge for {symbol!r}: use the published file")
        index += 1
    return complete
