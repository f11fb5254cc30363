"""One run after 50, 100 and 200 epochs."""
from common.plan import BASE, Row

TITLE = "epochs"
ROWS = [Row(f"{epoch}", BASE, epoch) for epoch in (50, 100, 200)]
CONCLUSION = """Fifty more epochs change nothing that matters: the classes were told apart before, and the score is as useless (one run)."""
