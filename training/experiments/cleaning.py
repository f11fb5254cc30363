"""Cleaned against raw: without recordings on which the experts differ by more than 3 points, that were not read whole
(completeness below 9), or whose signal-to-noise ratio is below 20 dB (`common/material.py`)."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "cleaning"
ROWS = [Row("raw", BASE), Row("cleaned", replace(BASE, cleaned=True))]
