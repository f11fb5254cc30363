"""What the probe sees of a phone: as `pipeline/ear/phones/segments.ts` makes it in use."""
import numpy as np

PARTS, LENGTHS = 5, 3
# Frames of a neighbour that are looked at, and the length that a pause counts as.
MOST_OF_NEIGHBOUR, PAUSE = 4, 8


def parts(spans):
    """spans: (first frame, end) of each phone. Returns for each phone five stretches of frames (the second half of the phone before,
    its own thirds, the first half of the phone after), and the lengths of all three phones, frames."""
    out = []
    for i, (start, end) in enumerate(spans):
        before = start - spans[i - 1][0] if i and start - spans[i - 1][1] <= 1 else PAUSE
        after = spans[i + 1][1] - end if i + 1 < len(spans) and spans[i + 1][0] - end <= 1 else PAUSE
        length = end - start
        first, second = start + length // 3, start + (2 * length + 2) // 3
        back, on = (min(MOST_OF_NEIGHBOUR, max(1, part)) for part in (before // 2, (after + 1) // 2))
        out.append(([(start - back, start), (start, max(first, start + 1)), (first, max(second, first + 1)),
                     (min(second, end - 1), end), (end, end + on)], [max(1, value) for value in (before, length, after)]))
    return out


def numbers(frames, spans):
    """frames: F x size, less their mean. Returns phones x (5 x size + 3)."""
    last = len(frames) - 1
    rows = []
    for stretches, lengths in parts(spans):
        within = [(min(max(0, a), last), b) for a, b in stretches]
        rows.append(np.concatenate([*(frames[a:max(b, a + 1)].mean(0) for a, b in within), np.log(lengths)]))
    return np.array(rows, np.float32)
