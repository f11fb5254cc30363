"""Colour (magma, three channels) against gray (one): the same decibels, drawn in two ways."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "colour"
ROWS = [Row("gray", BASE), Row("colour", replace(BASE, kind="magma"))]
CONCLUSION = """Colours do not help: three numbers for one decibel make the classes easier still, so that every learner gets 0 points,
good or bad. 20 dB more change nothing in either (one run each)."""
