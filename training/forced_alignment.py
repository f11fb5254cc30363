"""Which embedding frames belong to which phone: Viterbi over the CTC states (Graves et al. 2006)."""
import numpy as np

from model import BLANK


def phone_spans(log_posterior, targets):
    """log_posterior (frames, P), targets: phone numbers. Returns [(first frame, end)], one for each phone, or None if there are
    too few frames."""
    states = np.full(2 * len(targets) + 1, BLANK)
    states[1::2] = targets
    frames, count = len(log_posterior), len(states)
    if frames < len(targets):
        return None
    emission = log_posterior[:, states]
    may_skip = np.zeros(count, bool)
    may_skip[3::2] = states[3::2] != states[1:-2:2]
    score = np.full(count, -np.inf)
    score[:2] = emission[0, :2]
    back = np.zeros((frames, count), np.int8)
    for t in range(1, frames):
        stay, step, skip = score, np.r_[-np.inf, score[:-1]], np.r_[-np.inf, -np.inf, score[:-2]]
        options = np.stack([stay, step, np.where(may_skip, skip, -np.inf)])
        back[t] = options.argmax(0)
        score = options.max(0) + emission[t]
    state = count - 1 if score[-1] > score[-2] else count - 2
    if not np.isfinite(score[state]):
        return None
    path = np.zeros(frames, int)
    for t in range(frames - 1, -1, -1):
        path[t] = state
        state -= back[t, state]
    spans = []
    for phone in range(len(targets)):
        at = np.flatnonzero(path == 2 * phone + 1)
        spans.append((int(at[0]), int(at[-1]) + 1))
    return spans
