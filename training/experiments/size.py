"""Size of the training set: half of the pictures are the voice's readings, half learners."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "size of the set"
ROWS = [Row("180 pictures", replace(BASE, pictures=180)), Row("920 pictures", BASE)]
CONCLUSION = ""
