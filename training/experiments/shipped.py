"""The models of the package, judged in the same way: two small networks trained on ratings, and the default model."""
from common.plan import ShippedRow

TITLE = "models that ship"
ROWS = [ShippedRow("picture-gray", "picture-gray"), ShippedRow("picture-colour", "picture-colour"),
        ShippedRow("default", "default")]
CONCLUSION = ""
