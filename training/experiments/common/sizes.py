"""The amounts of data. The whole table takes hours; the short form tests the chain within two minutes."""
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Sizes:
    pictures: float = 1.0  # factor on a run's pictures
    epochs: float = 1.0
    learners: int = 1600  # with pictures, to clean the training set and to train the models that ship
    pairs: int = 800  # of the choice set, own and other texts
    speakers: int = 20  # of the choice set: each has 20 texts, and the voice takes half a second for one
    loudness: int = 60  # recordings with louder copies
    heard: int = 5  # the ear takes a second for each pair, so it hears every fifth recording of the choice set
    keep: bool = True  # networks of finished rows, to continue them: a gigabyte for each of the original's

    def of(self, run):
        return replace(run, pictures=max(4, round(run.pictures * self.pictures)))

    def epochs_of(self, row):
        return max(1, round(row.epoch * self.epochs))


FULL = Sizes()
SHORT = Sizes(pictures=0.04, epochs=0.01, learners=30, pairs=16, speakers=1, loudness=1, heard=1, keep=False)
