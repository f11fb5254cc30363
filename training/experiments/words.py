"""Trained on sentences or on single words (Arabic and English commands by many speakers against the voice)."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "sentences or words"
ROWS = [Row("sentences", BASE), Row("single words", replace(BASE, words=True))]
CONCLUSION = ""
