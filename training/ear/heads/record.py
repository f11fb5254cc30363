"""Writes figures into docs/figures, by the code that every command with `--record` uses."""
import json
import os
import subprocess

import numpy as np

RECORD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "tools", "record.mjs")


def figure(name, value, low=float("nan"), high=float("nan"), target=""):
    """One figure with its 95 % interval, if it has one: `0.851 (95 % interval 0.831 to 0.867)`."""
    interval = "" if np.isnan(low) else f" (95 % interval {low:.3f} to {high:.3f})"
    return {"name": name, "value": f"{value:.3f}{interval}", **({"target": target} if target else {})}


def share(name, part, whole):
    """A figure that is a count of a whole: `61 of 122 (50.0 %)`."""
    percent = f" ({100 * part / whole:.1f} %)" if whole else ""
    return {"name": name, "value": f"{part} of {whole}{percent}"}


def record(file, command, figures):
    """Writes FILE.json. `command` is shown beside the figures. Raises CalledProcessError if Node.js can't write it."""
    subprocess.run(["node", RECORD, file, command], input=json.dumps(figures), text=True, check=True)
