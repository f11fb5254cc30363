"""Colour (magma, three channels) against gray (one): the same decibels, drawn in two ways."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "colour"
ROWS = [Row("gray", BASE), Row("colour", replace(BASE, kind="magma"))]
CONCLUSION = ""
