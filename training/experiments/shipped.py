"""The models of the package, judged in the same way: two small networks trained on ratings, the default model's network, the
ear, and the judge of both."""
from common.plan import ShippedRow

TITLE = "models that ship"
ROWS = [ShippedRow("picture-gray", "picture-gray"), ShippedRow("picture-colour", "picture-colour"),
        ShippedRow("default: Siamese network, every 5th recording", "default", with_ear=True),
        ShippedRow("default: ear, every 5th recording", "default", "ear", True),
        ShippedRow("default: both, every 5th recording", "default", "both", True)]
CONCLUSION = """All three scores of the default model follow the experts and tell nearly every other sentence from the right one, which
no network of the classes does. How well the ear follows is flattered here, because its judge has learned from these speakers:
[figures.md](figures.md) has the figures for speakers whom it did not learn from."""
