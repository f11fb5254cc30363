"""The models of the package, judged in the same way: two small networks trained on ratings, the default model's network, the
ear, and the judge of both."""
from common.plan import ShippedRow

TITLE = "models that ship"
ROWS = [ShippedRow("picture-gray", "picture-gray"), ShippedRow("picture-colour", "picture-colour"),
        ShippedRow("default: Siamese network", "default"), ShippedRow("default: ear, every 5th recording", "default", "ear"),
        ShippedRow("default: both, every 5th recording", "default", "both")]
CONCLUSION = ""
