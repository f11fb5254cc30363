"""The pictures of a run: the classes for training, and the choice set for the figures."""
from common import cpu, material, pictures

LEARNERS_OF_A_RUN = 460


class Sets:
    def __init__(self, work, sizes, jobs, results):
        """results: `Results`, which also get the CPU time of the pictures."""
        self.work, self.sizes, self.jobs, self.results = work, sizes, jobs, results
        began = cpu.seconds()
        self.pairs = material.choice_pairs(work, sizes.pairs, sizes.speakers)
        self.learners = material.training_learners()[:sizes.learners]
        self.louder = material.loudness_copies(self.pairs, work, sizes.loudness)
        self.built = {}
        self.count("recordings", began)

    def count(self, name, began):
        spent = cpu.seconds() - began
        if spent > 1:  # else everything was there already
            self.results.add_preparation(name, spent)

    def variant(self, name):
        """Pictures of one kind, with or without trimming and filter: learners, the voice, choice set, louder copies. With
        `-all` of all learners, otherwise of those that one run needs."""
        if name not in self.built:
            began = cpu.seconds()
            learners = self.learners if name.endswith("-all") else self.learners[:LEARNERS_OF_A_RUN]
            texts = [r["text"] for r in learners] + [p["text"] for p in self.pairs]
            choice = {p["id"]: p for p in self.pairs}.values()
            rows = [dict(id=r["id"], path=r["path"]) for r in [*learners, *choice, *self.louder]]
            rows += material.spoken(texts, self.work)
            self.built[name] = self.build(name, rows)
            self.count(name, began)
        return self.built[name]

    def build(self, name, rows):
        kind, *options = name.split("-")
        if "filtered" in options:
            rows = [dict(r, filter="nonstationary") for r in rows]
        return pictures.build(rows, self.work, name, pictures.features_of(kind, "untrimmed" not in options), self.jobs)

    def classes(self, run):
        """uint8 stacks (natives, foreigners): the voice's readings, and learners with the same texts."""
        count = run.pictures // 2
        if run.words:
            return self.words(run, count)
        shown, learners = self.variant(run.variant), self.learners
        if run.cleaned:
            learners = [r for r in learners if r["id"] in shown and material.is_clean(r, shown.snr_db(r["id"]))]
        learners = [r for r in learners if r["id"] in shown][:count]
        return shown.stack([f"voice/{r['text']}" for r in learners]), shown.stack([r["id"] for r in learners])

    def words(self, run, count):
        """Single words by many speakers against the voice, which has one picture for each word."""
        began = cpu.seconds()
        takes = material.command_words(count)
        rows = list(takes)
        for language, voice in (("en", "en-us"), ("ar", "ar")):
            rows += material.spoken([t["text"] for t in takes if t["language"] == language], self.work, voice)
        shown = self.build(f"{run.variant}-words", rows)
        self.count(f"{run.variant}-words", began)
        return shown.stack([r["id"] for r in rows if r["id"].startswith("voice/") and r["id"] in shown]), \
            shown.stack([t["id"] for t in takes if t["id"] in shown])
