import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { acquireEngine, type Engine } from '../../engine/engine';
import type { AlignedManifest } from '../../pipeline/model-manifest';
import type { MelSpectrogram } from '../../pipeline/types';
import { randomMel, scoreJob } from './mels';
import { temporaryModels, type TemporaryModels } from './temporary-models';
import { rejection } from './waiting';

describe('the score job', function () {
  this.timeout(30_000);
  let engine: Engine;
  let models: TemporaryModels;

  before(() => {
    engine = acquireEngine();
    models = temporaryModels();
  });
  after(async () => {
    await engine.release();
    models.remove();
  });

  it('encodes a reference once', async () => {
    const job = { ...scoreJob(1), reference: randomMel(4711, 3) };
    assert.equal((await engine.run(job)).referenceCached, false);
    const again = await engine.run({ ...job, learner: randomMel(2, 2) });
    assert.equal(again.referenceCached, true);
    const changed = { ...job.reference, data: job.reference.data.map((value, i) => (i === 5 ? value + 1 : value)) };
    assert.equal((await engine.run({ ...job, reference: changed })).referenceCached, false);
  });

  it('finds a reference that was prepared encoded already', async () => {
    const job = scoreJob(21);
    const { kind: _, learner: _learner, facts: _facts, ...about } = job;
    assert.equal(await engine.run({ kind: 'prepare', ...about }), null);
    const first = await engine.run(job);
    assert.equal(first.referenceCached, true);
    assert.equal((await engine.run({ ...job, reference: randomMel(2222, 3) })).referenceCached, false);
  });

  it('refuses to prepare a reference that no comparison would take', async () => {
    const { model, reference } = scoreJob(22);
    const other = { ...reference, parameters: { ...reference.parameters, hopLength: 80 } };
    await rejection(engine.run({ kind: 'prepare', model, reference: other }), 'PRON_FEATURES_DIFFER');
  });

  it('compares with every reference: the nearest counts, and the one that is least sure of the sentence', async () => {
    const { reference: _, ...job } = scoreJob(31);
    const references = [1, 2, 3].map((seed) => ({ reference: randomMel(7000 + seed, 2), voice: `voice ${seed}` }));
    const alone = [];
    for (const each of references) alone.push(await engine.run({ ...job, ...each }));
    const [first, ...others] = references as [(typeof references)[number]];
    const { distance, mismatch, reference, referenceCached } = await engine.run({ ...job, ...first, others });
    const distances = alone.map((each) => each.distance as number);
    const place = distances.indexOf(Math.min(...distances));
    assert.deepEqual([distance, mismatch], [distances[place], Math.max(...alone.map((each) => each.mismatch as number))]);
    assert.deepEqual([reference, referenceCached], [{ place, of: 3, voice: `voice ${place + 1}` }, true]);
    await rejection(engine.run({ ...job, ...first, others: [{ reference: randomMel(1, 0) }] }), 'PRON_EMPTY_REFERENCE');
  });

  it('keeps the fifty references that were used last', async () => {
    const reference = (i: number): MelSpectrogram => randomMel(9000 + i, 0.5);
    const cached = async (i: number): Promise<boolean> =>
      (await engine.run({ ...scoreJob(1, 0.5), reference: reference(i) })).referenceCached;
    for (let i = 0; i < 50; i++) assert.equal(await cached(i), false);
    assert.equal(await cached(0), true);
    assert.equal(await cached(50), false); // takes the place of 1
    assert.equal(await cached(0), true);
    assert.equal(await cached(1), false);
  });

  it('does not take the embeddings of one model for those of another', async () => {
    models.add('twin');
    const job = { ...scoreJob(3), modelFolders: [models.folder] };
    const first = await engine.run(job);
    const twin = await engine.run({ ...job, model: 'twin' });
    assert.equal(twin.referenceCached, false);
    assert.equal(twin.model, 'twin');
    // The runtime's sums depend on where its memory happens to lie, in the eighth digit.
    assert.ok(Math.abs((twin.distance ?? NaN) - (first.distance ?? NaN)) < 1e-6);
  });

  it('follows the limits of the manifest', async () => {
    const limits = (maxMismatch: number, minSpeech: number) => (manifest: AlignedManifest) => {
      return { ...manifest, verdict: { ...manifest.verdict, maxMismatch, minSpeech } };
    };
    models.add('strict', limits(-1000, -1000));
    models.add('deaf', limits(1000, 1000));
    models.add('lenient', limits(1000, -1000));
    const job = { ...scoreJob(5), modelFolders: [models.folder] };
    const refused = await engine.run({ ...job, model: 'strict' });
    assert.equal(refused.verdict, 'wrong-sentence');
    assert.equal(refused.value, null);
    assert.ok(refused.distance !== null && refused.mismatch !== null && refused.alignmentCost !== null);
    assert.equal((await engine.run({ ...job, model: 'deaf' })).verdict, 'no-speech');
    const scored = await engine.run({ ...job, model: 'lenient' });
    assert.equal(scored.verdict, 'scored');
    assert.equal(scored.value, Math.min(100, Math.max(0, 100 - 50 * (scored.distance ?? NaN))));
  });

  it('gives the distance along the time of the recording that came in', async () => {
    const job = scoreJob(6, 2);
    const result = await engine.run({ ...job, learner: { ...job.learner, startMs: 340 } });
    assert.equal(result.frames.startMs, 340);
    assert.equal(result.frames.distance.length, 50);
    assert.ok(result.frames.distance.every(Number.isFinite));
  });

  it('gives the words of a reference in the time of the recording that came in, refused or not', async () => {
    const job = scoreJob(6, 2);
    const words = [{ text: 'one', startMs: 300, endMs: 1000 }, { text: 'two', startMs: 1000, endMs: 2300 }];
    const both = { learner: { ...job.learner, startMs: 340 }, reference: { ...job.reference, startMs: 300 } };
    const result = await engine.run({ ...job, ...both, words, facts: { speech: null } });
    assert.equal(result.value, null);
    const [one, two] = result.words;
    assert.deepEqual([one?.text, two?.text], ['one', 'two']);
    assert.ok(one?.startMs === 340 && two?.startMs === one.endMs && two.endMs <= 340 + 2000 + 20);
    assert.deepEqual((await engine.run(job)).words, []);
    assert.deepEqual((await engine.run({ ...job, words, learner: randomMel(8, 0) })).words, []);
  });

  it('draws the pair only where it is asked to and there is something to compare', async () => {
    const job = scoreJob(6, 2);
    assert.ok(!('image' in (await engine.run(job))));
    assert.ok(!('image' in (await engine.run({ ...job, pairPicture: true, learner: randomMel(8, 0) }))));
    const { image } = await engine.run({ ...job, pairPicture: true });
    assert.ok(image !== undefined && image.length === image.buffer.byteLength);
    assert.equal(PNG.sync.read(image).width, 400);
  });

  it('names the keys in which a mel-spectrogram does not fit the model', async () => {
    const job = scoreJob(7);
    for (const side of ['learner', 'reference'] as const) {
      const parameters = { ...job[side].parameters, hopLength: 128, scale: 'db' } as const;
      const error = await rejection(engine.run({ ...job, [side]: { ...job[side], parameters } }), 'PRON_FEATURES_DIFFER');
      assert.match(error.message, /hopLength 128 instead of 160, scale db instead of log/);
    }
    assert.ok(Number.isFinite((await engine.run(job)).distance));
  });

  it('finds no speech in an empty or very short recording, and gives no distance', async () => {
    for (const seconds of [0, 0.01, 0.09]) {
      const result = await engine.run({ ...scoreJob(8), learner: randomMel(8, seconds) });
      assert.equal(result.verdict, 'no-speech');
      assert.deepEqual([result.value, result.distance, result.mismatch, result.frames.distance], [null, null, null, []]);
    }
  });

  it('scores the shortest syllable', async () => {
    const result = await engine.run({ ...scoreJob(8), learner: randomMel(8, 0.1), reference: randomMel(9, 0.1) });
    assert.ok(Number.isFinite(result.distance));
  });

  it('refuses for what is known of the recording, but still measures the distance', async () => {
    const result = await engine.run({ ...scoreJob(9), facts: { speech: null } });
    assert.equal(result.verdict, 'no-speech');
    assert.equal(result.value, null);
    assert.ok(Number.isFinite(result.distance));
    const clipped = { level: { peakDb: 0, rmsDb: -3, clippedShare: 0.4 } };
    assert.equal((await engine.run({ ...scoreJob(9), facts: clipped })).verdict, 'clipped');
  });

  it('refuses an empty reference', async () => {
    await rejection(engine.run({ ...scoreJob(10), reference: randomMel(1, 0) }), 'PRON_EMPTY_REFERENCE');
  });

  it('refuses more than two minutes on either side', async () => {
    for (const side of ['learner', 'reference'] as const) {
      await rejection(engine.run({ ...scoreJob(11), [side]: randomMel(11, 150) }), 'PRON_AUDIO_TOO_LONG');
    }
  });

  it('refuses what is no mel-spectrogram', async () => {
    const job = scoreJob(12);
    const data = job.learner.data.map((value, i) => (i === 9 ? NaN : value));
    for (const learner of [{ ...job.learner, data }, { ...job.learner, frames: 7 }, 'text', null]) {
      await rejection(engine.run({ ...job, learner: learner as MelSpectrogram }), 'PRON_NOT_MEL');
    }
    assert.ok(Number.isFinite((await engine.run(job)).distance));
  });
});
