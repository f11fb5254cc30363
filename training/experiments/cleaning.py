"""Cleaned set against raw set. The cleaned set has no recordings on which the experts differ by more than 3 points, that are
incomplete (completeness below 9), or that have a signal-to-noise ratio below 20 dB (`common/material.py`)."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "cleaning"
ROWS = [Row("raw", BASE), Row("cleaned", replace(BASE, cleaned=True))]
CONCLUSION = ""
