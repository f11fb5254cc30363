"""The parts of an experiment: rows of the table. Each is a training run after some epochs, or a model that ships."""
from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True)
class Run:
    """One training run. An experiment consists of runs that differ in one setting."""
    network: str = "small"  # or original: 99 million weights
    kind: str = "gray"  # or magma: colour
    pictures: int = 920  # half of them the voice's readings, half learners
    trim: bool = True
    noise_filter: bool = False
    batch: int = 64
    margin: float = 2.0
    cleaned: bool = False
    words: bool = False  # train on single words instead of sentences
    seed: int = 1

    @property
    def key(self):
        """The name of its files. Settings with the default value of `Run()` are left out."""
        changed = [f"{k}-{v}" for k, v in asdict(self).items() if v != getattr(BASE, k)]
        return "_".join(changed) or "base"

    @property
    def variant(self):
        """The name of its set of pictures. To clean a set, all learners are needed to choose from."""
        return (self.kind + ("" if self.trim else "-untrimmed") + ("-filtered" if self.noise_filter else "")
                + ("-all" if self.cleaned else ""))


@dataclass(frozen=True)
class Row:
    title: str
    run: Run
    epoch: int = 100

    @property
    def key(self):
        return f"{self.run.key}-{self.epoch}"

    def with_seed(self, seed):
        return replace(self, run=replace(self.run, seed=seed))


@dataclass(frozen=True)
class ShippedRow:
    """A model of the package. Nothing is trained, so there is no seed."""
    title: str
    model: str
    witness: str = "siamese"  # or ear; or both: the score that a learner is told
    with_ear: bool = False  # measured together with the ear, on the same recordings

    @property
    def key(self):
        return f"model-{self.model}" + ("" if self.witness == "siamese" else f"-{self.witness}")

    @property
    def evaluation(self):
        """The name of its run of `evaluate`: all witnesses need the same one."""
        return f"model-{self.model}" + ("-heard" if self.with_ear else "")

    def with_seed(self, _seed):
        return self


BASE = Run()
