"""The unchanged network of the original: 99 million weights, pictures of 99 x 250, classes native and foreigner."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "the original's network"
ORIGINAL = replace(BASE, network="original")
ROWS = [Row("920 pictures, 100 epochs", ORIGINAL), Row("180 pictures, 5 epochs", replace(ORIGINAL, pictures=180), 5)]
