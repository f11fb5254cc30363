"""The table, for a terminal or for a document."""
COLUMNS = [
    ("loss", "final loss", "{:.4f}"), ("accuracy0", "accuracy at 0.5", "{:.2f}"), ("accuracy1", "at 1.0", "{:.2f}"),
    ("meanScore", "mean score", "{:.1f}"), ("spread", "good - bad", "{:+.1f}"), ("pearson", "Pearson", "{:+.2f}"),
    ("aucGood", "AUC good", "{:.2f}"), ("aucSame", "AUC same", "{:.2f}"), ("louder", "+20 dB", "{:.2f}"),
    ("clipped", "clipped", "{:.1f}"), ("megabytes", "MB", "{:.1f}")]
NOT_RUN = "not run"


def cells(found):
    if found is None:
        return [NOT_RUN] + [""] * (len(COLUMNS) - 1)
    flat = dict(found, accuracy0=found["accuracy"][0], accuracy1=found["accuracy"][1])
    return [form.format(flat[key]) if flat.get(key) is not None else "-" for key, _, form in COLUMNS]


def lines_of(experiments, read):
    """experiments: modules with TITLE and ROWS; read: row to figures or None."""
    head = ["experiment", "row", *(title for _, title, _ in COLUMNS)]
    body = [[e.TITLE if i == 0 else "", row.title, *cells(read(row))] for e in experiments for i, row in enumerate(e.ROWS)]
    return [head, *body]


def as_text(lines):
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)


def as_markdown(lines):
    """Only rows that were run."""
    head, *body = lines
    title, run = "", []
    for line in body:
        title = line[0] or title
        if line[2] != NOT_RUN:
            run.append([title, *line[1:]])
            title = ""
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, ["---"] * len(head), *run])
