"""The original's network as it was: 99 million weights, pictures of 99 x 250, classes native and foreigner."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "the original's network"
ROWS = [Row("gray, 99 million weights", replace(BASE, network="original"), epoch=100)]
