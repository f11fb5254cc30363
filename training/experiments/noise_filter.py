"""With and without the noise filter (non-stationary spectral gating) as the first step."""
from dataclasses import replace

from common.plan import BASE, Row

TITLE = "noise filter"
ROWS = [Row("without", BASE), Row("with", replace(BASE, noise_filter=True))]
CONCLUSION = ""
