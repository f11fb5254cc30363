"""The table, for a terminal or for a document."""
from common.plan import BASE, Row, ShippedRow
from common.results import PREPARATION

COLUMNS = [
    ("loss", "final loss", "{:.4f}"), ("accuracy0", "accuracy at 0.5", "{:.2f}"), ("accuracy1", "at 1.0", "{:.2f}"),
    ("meanScore", "mean score", "{:.1f}"), ("spread", "good - bad", "{:+.1f}"), ("pearson", "Pearson", "{:+.2f}"),
    ("aucGood", "AUC good", "{:.2f}"), ("aucSame", "AUC same", "{:.2f}"), ("louder", "+20 dB", "{:.2f}"),
    ("clipped", "clipped", "{:.1f}"), ("megabytes", "MB", "{:.1f}"), ("cpuMinutes", "CPU min", "{:.1f}")]
NOT_RUN = "not run"


def flat(found):
    return dict(found, accuracy0=found["accuracy"][0], accuracy1=found["accuracy"][1], cpuMinutes=found["cpuSeconds"] / 60)


def cell(values, form):
    """One value; of several seeds the mean and the range. `-` where a figure does not exist."""
    if None in values:
        return "-"
    mean, low, high = (form.format(v) for v in (sum(values) / len(values), min(values), max(values)))
    return mean if low == high else f"{mean} ({low} to {high})"


def cells(found):
    """found: the figures of one row, one dict for each seed that was run."""
    if not found:
        return [NOT_RUN] + [""] * len(COLUMNS)
    seeds = [flat(one) for one in found]
    return [str(len(found)), *(cell([one.get(key) for one in seeds], form) for key, _, form in COLUMNS)]


HEAD = ["row", "runs", *(title for _, title, _ in COLUMNS)]
SEEDS = (1, 2, 3)


def groups_of(experiments, results):
    """One (module, lines) for each experiment, a module with TITLE, CONCLUSION and ROWS."""
    return [(e, [[row.title, *cells(found_of(row, results))] for row in e.ROWS]) for e in experiments]


def found_of(row, results):
    """The row's figures, of every seed that was run."""
    keys = dict.fromkeys(row.with_seed(seed).key for seed in SEEDS)
    return [found for found in map(results.read, keys) if found is not None]


def cpu_hours(experiments, results):
    """CPU hours of all rows and of their recordings and pictures. A training or an evaluation that several rows share counts
    once, with the row that went furthest."""
    runs = {}
    for row in (row.with_seed(seed) for e in experiments for row in e.ROWS for seed in SEEDS):
        found = results.read(row.key)
        if found is not None:
            run = row.evaluation if isinstance(row, ShippedRow) else row.run
            runs[run] = max(runs.get(run, 0), found["cpuSeconds"])
    return (sum(runs.values()) + sum((results.read(PREPARATION) or {}).values())) / 3600


def total(groups, results):
    return f"CPU time of all rows, with their recordings and pictures: {cpu_hours([e for e, _ in groups], results):.1f} hours."


def as_text(groups, results):
    lines = [["experiment", *HEAD]]
    lines += [[e.TITLE if i == 0 else "", *line] for e, rows in groups for i, line in enumerate(rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    text = "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)
    return f"{text}\n\n{total(groups, results)}"


def as_markdown(groups, results):
    """A heading, a table and the conclusion for each group, only with rows that were run; then what was not run. A group of
    which only the row that all share was run compares nothing."""
    parts, missing = [], []
    for experiment, lines in groups:
        run = [(row, line) for row, line in zip(experiment.ROWS, lines) if line[1] != NOT_RUN]
        title = experiment.TITLE[0].upper() + experiment.TITLE[1:]
        if any(row.key != Row("", BASE).key for row, _ in run):
            rows = ["| " + " | ".join(line) + " |" for line in [HEAD, ["---"] * len(HEAD), *(line for _, line in run)]]
            parts += [f"### {title}", "\n".join(rows), *([experiment.CONCLUSION] if experiment.CONCLUSION else [])]
        left = [line[0] for line in lines if line[1] == NOT_RUN]
        missing += [f"{experiment.TITLE} ({' / '.join(left)})"] if left else []
    return "\n\n".join([*parts, *([f"Not run yet: {'; '.join(missing)}."] if missing else []), total(groups, results)])
