"""The unchanged network of the original: 99 million weights, pictures of 99 x 250, classes native and foreigner."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "the original's network"
ORIGINAL = replace(BASE, network="original")
COLOUR = replace(ORIGINAL, kind="magma")
ROWS = [Row("180 pictures, 5 epochs", replace(ORIGINAL, pictures=180), 5),
        Row("920 pictures, gray, 5 epochs", ORIGINAL, 5), Row("920 pictures, colour, 5 epochs", COLOUR, 5),
        Row("920 pictures, gray, 100 epochs", ORIGINAL), Row("920 pictures, colour, 100 epochs", COLOUR)]
CONCLUSION = """After five epochs the classes are not learned, and another sentence is as near as the right one; better learners are
somewhat nearer to the voice. This is one short run: it says nothing about a hundred epochs."""
