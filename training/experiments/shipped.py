"""The models of the package, judged in the same way: two of the same family that learned ratings, and the default."""
from common.plan import ShippedRow

TITLE = "models that ship"
ROWS = [ShippedRow("picture-gray", "picture-gray"), ShippedRow("picture-colour", "picture-colour"),
        ShippedRow("default", "default")]
