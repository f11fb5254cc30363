"""The figures of finished rows: one small JSON file for each in a folder that is checked in, so that the table can be printed
again without the recordings."""
import json
import os

PREPARATION = "preparation"


class Results:
    def __init__(self, folder):
        self.folder = folder

    def read(self, key):
        """The figures, or None if the row was not run."""
        try:
            with open(self.file(key), encoding="utf-8") as lines:
                return json.load(lines)
        except FileNotFoundError:
            return None

    def write(self, key, figures):
        os.makedirs(self.folder, exist_ok=True)
        with open(self.file(key) + ".new", "w", encoding="utf-8") as out:
            json.dump(figures, out, indent=2)
            out.write("\n")
        os.replace(self.file(key) + ".new", self.file(key))

    def file(self, key):
        return os.path.join(self.folder, f"{key}.json")

    def add_preparation(self, name, seconds):
        """Adds CPU seconds for recordings and pictures, which several rows share."""
        spent = self.read(PREPARATION) or {}
        spent[name] = round(spent.get(name, 0) + seconds, 1)
        self.write(PREPARATION, spent)
