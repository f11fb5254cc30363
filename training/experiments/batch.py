"""Pairs in a batch."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "batch"
ROWS = [Row(f"{batch}", replace(BASE, batch=batch)) for batch in (64, 32, 16)]
CONCLUSION = ""
