"""With and without the noise filter (non-stationary spectral gating) as the first step."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "noise filter"
ROWS = [Row("without", BASE), Row("with", replace(BASE, noise_filter=True))]
CONCLUSION = """The filter does not hide who speaks: voice and people are still told apart without a mistake. Better learners are no
longer below worse ones, and not above them: the score says nothing about them (one run each)."""
