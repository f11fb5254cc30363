"""Margin of the contrastive loss: how far apart pictures of different classes are pushed."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "margin"
ROWS = [Row("1.0", replace(BASE, margin=1.0)), Row("2.0", BASE)]
CONCLUSION = ""
