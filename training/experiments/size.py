"""Size of the training set: half of the pictures are the voice's readings, half learners."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "size of the set"
ROWS = [Row("180 pictures", replace(BASE, pictures=180)), Row("920 pictures", BASE)]
CONCLUSION = """With few pictures and with many, the network tells voice and people apart without a mistake, better learners get fewer
points than worse ones, and another sentence is as near as the right one: more pictures of the same classes do not help (one run
each)."""
