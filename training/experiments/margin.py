"""Margin of the contrastive loss: how far apart pictures of different classes are pushed."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "margin"
ROWS = [Row("1.0", replace(BASE, margin=1.0)), Row("2.0", BASE)]
CONCLUSION = """The margin moves the scores of all together: with 1.0 every learner gets about half of the points, with 2.0 next to none.
It brings no order among them: better learners are no better off with either, and another sentence is as near as the right
one (one run each)."""
