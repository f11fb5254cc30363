"""How much of everything: the whole table takes hours, its short form shows within two minutes that it can be made."""
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Sizes:
    pictures: float = 1.0  # factor on a run's pictures
    epochs: float = 1.0
    learners: int = 1600  # for which pictures are made, to clean the training set and to train what ships
    pairs: int = 800  # of the choice set, own and other texts
    speakers: int = 20  # of the choice set: each has 20 texts, and the voice takes half a second for one
    loudness: int = 60  # recordings that are made louder

    def of(self, run):
        return replace(run, pictures=max(4, round(run.pictures * self.pictures)))

    def epochs_of(self, row):
        return max(1, round(row.epoch * self.epochs))


FULL = Sizes()
SHORT = Sizes(pictures=0.04, epochs=0.01, learners=30, pairs=16, speakers=1, loudness=1)
