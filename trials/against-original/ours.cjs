'use strict';
// Our chain in a process of its own, from dist/, as users run it: ours.cjs '{"learner": ..., "reference": ..., "repeats": 3, "said": [...],
// "saidReference": ...}'. One JSON object on stdout, with the same keys as theirs.py.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const cpuMs = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
const importsCpu = cpuMs();
const importsWall = performance.now();
const dist = (path) => require(join(__dirname, '..', '..', 'dist', `${path}.js`));
const { decodeWav } = dist('pipeline/wav');
const { resample } = dist('pipeline/resample');
const { reduceNoise } = dist('pipeline/gate');
const { trim } = dist('pipeline/trim');
const { melSpectrogram } = dist('pipeline/mel');
const { pictureOf } = dist('pipeline/picture');
const { DEFAULT_FEATURES } = dist('pipeline/default-features');
const { runNoise } = dist('engine/child-jobs/noise');
const { runVad } = dist('engine/child-jobs/vad');
const { runMel } = dist('engine/child-jobs/mel');
const { createScorer } = dist('engine/child-jobs/score');
const { createInference } = dist('engine/inference');
const { loadPictureNetwork } = dist('engine/picture-network');
const { findModel } = dist('models/store');
const imports = { cpu: cpuMs() - importsCpu, wall: performance.now() - importsWall };

const PICTURE_MODEL = 'picture-gray';
const GATE = { stationary: true, profile: { from: 'quietest' } };

async function timed(work) {
  const cpu = cpuMs();
  const wall = performance.now();
  const result = await work();
  return [result, { cpu: cpuMs() - cpu, wall: performance.now() - wall }];
}

/** The original's stages with its parameters. */
class SameParameters {
  constructor(model, network) {
    Object.assign(this, { network, features: { ...model.manifest.features, trimDb: null } });
  }

  load(file) {
    const { samples, sampleRate } = decodeWav(readFileSync(file));
    return resample(samples, sampleRate, this.features.sampleRate);
  }

  noise(samples) {
    return reduceNoise(samples, this.features.sampleRate, { stationary: false });
  }

  trim(samples) {
    const { start, end } = trim(samples, { topDb: 30 });
    return samples.subarray(start, end);
  }

  mel(samples) {
    return melSpectrogram({ samples, sampleRate: this.features.sampleRate }, this.features);
  }

  /** In the network's job the picture is drawn once more: `network` has both pictures in its time. */
  picture(mel) {
    const { picture, pictureHeight, pictureWidth, topDb } = this.features;
    return pictureOf(mel, picture, pictureHeight, pictureWidth, topDb);
  }

  melOf(file, clean = true) {
    const samples = this.load(file);
    return this.mel(this.trim(clean ? this.noise(samples) : samples));
  }

  async distance(learner, reference) {
    const [first, second] = [await this.network.encode(learner), await this.network.encode(reference)];
    return (await this.network.compare(first, second)).distance;
  }

  async pass(file, reference) {
    const stages = {};
    let result;
    [result, stages.load] = await timed(() => this.load(file));
    [result, stages.noise] = await timed(() => this.noise(result));
    [result, stages.trim] = await timed(() => this.trim(result));
    [result, stages.mel] = await timed(() => this.mel(result));
    const mel = result;
    [, stages.picture] = await timed(() => this.picture(mel));
    [, stages.network] = await timed(() => this.distance(mel, reference));
    return stages;
  }
}

const speechOf = (file) => {
  const { wav, facts } = runNoise({ kind: 'noise', wav: readFileSync(file), options: GATE });
  return { wav: runVad({ kind: 'vad', wav, options: {}, noise: facts.noise }).wav, noise: facts.noise };
};
const melOf = ({ wav, noise }) => runMel({ kind: 'mel', wav, features: DEFAULT_FEATURES, noise });
const plainMelOf = (file) => runMel({ kind: 'mel', wav: readFileSync(file), features: DEFAULT_FEATURES });

async function main() {
  const { learner, reference, repeats, said, saidReference } = JSON.parse(process.argv[2]);
  const inference = createInference({ only: 'native' });
  const [network, model] = await timed(async () => {
    const found = await findModel(PICTURE_MODEL, []);
    return new SameParameters(found, await loadPictureNetwork(found, inference));
  });
  const [pictured, first] = await timed(() => network.melOf(reference));
  const passes = [];
  for (let i = 0; i < repeats; i += 1) passes.push(await network.pass(learner, pictured));
  const peakOfSame = process.resourceUsage().maxRSS * 1024 / 1e6;

  const { score } = createScorer(inference);
  const compare = (one, other, facts = {}) => score({ kind: 'score', model: 'default', modelFolders: [], learner: one, reference: other, facts });
  const against = melOf(speechOf(reference)).mel;
  const shipped = [];
  for (let i = 0; i < repeats; i += 1) {
    // A reference that was seen before is not encoded again. The original encodes both each time.
    const fresh = { ...against, data: against.data.map((value, at) => (at === 0 ? value + (i + 1) / 1024 : value)) };
    const [, all] = await timed(async () => {
      const { mel, facts } = melOf(speechOf(learner));
      return compare(mel, fresh, facts);
    });
    shipped.push(all);
  }
  const peakMb = process.resourceUsage().maxRSS * 1024 / 1e6;
  const scores = [];
  const pictureScores = [];
  if (said.length > 0) {
    const known = plainMelOf(saidReference).mel;
    const seen = network.melOf(saidReference, false);
    for (const file of said) {
      scores.push((await compare(plainMelOf(file).mel, known)).points);
      pictureScores.push(Math.max(0, 100 - 50 * (await network.distance(network.melOf(file, false), seen))));
    }
  }
  process.stdout.write(JSON.stringify({ imports, model, first, passes, shipped, peakOfSame, peakMb, scores, pictureScores }));
}

void main();
