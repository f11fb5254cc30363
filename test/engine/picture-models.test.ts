import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { acquireEngine, type Engine } from '../../engine/engine';
import { createInference } from '../../engine/inference';
import type { ScoreDetails } from '../../engine/jobs';
import { findModel } from '../../models/store';
import { loadNetwork } from '../../engine/load-network';
import { packageRoot } from '../../base/package-root';
import type { MelSpectrogram } from '../../pipeline/types';
import { decodeWav, encodeWav } from '../../pipeline/wav';
import { randomMel } from './mels';
import { needsNative } from './needs-native';
import { temporaryModels } from './temporary-models';
import { rejection } from './waiting';

const MODELS = ['picture-gray', 'picture-colour'] as const;
const MEGABYTES = 4;

const recording = (name: string): Buffer => readFileSync(join(packageRoot(), 'practice', 'recordings', `${name}.wav`));

/** The recording at another level, rounded to 16 bits and cut at full scale as the nodes do it. */
function louder(wav: Buffer, db: number): Buffer {
  const { samples, sampleRate } = decodeWav(wav);
  return encodeWav({ samples: samples.map((sample) => sample * 10 ** (db / 20)), sampleRate }).wav;
}

describe('the picture models', function () {
  this.timeout(60_000);
  let engine: Engine;
  before(() => {
    engine = acquireEngine();
  });
  after(() => engine.release());

  async function melOf(wav: Buffer, model: string): Promise<MelSpectrogram> {
    const { features } = (await findModel(model)).manifest;
    return (await engine.run({ kind: 'mel', wav, features })).mel;
  }

  async function scored(model: string, learner: Buffer, reference: Buffer): Promise<ScoreDetails> {
    const [a, b] = [await melOf(learner, model), await melOf(reference, model)];
    return engine.run({ kind: 'score', model, learner: a, reference: b, facts: {} });
  }

  for (const model of MODELS) {
    it(`${model} compares two recordings as wholes`, async () => {
      const reference = recording('en-correct');
      const result = await scored(model, recording('en-mispronounced'), reference);
      assert.ok(result.distance !== null && result.distance > 0.01, String(result.distance));
      assert.equal(result.mismatch, result.distance);
      assert.equal(result.alignmentCost, null);
      assert.deepEqual(result.frames.distance, []);
      assert.ok(((await scored(model, reference, reference)).distance ?? NaN) < 1e-5, 'nothing differs from itself');
    });

    it(`${model} knows nothing of words, and draws the pair all the same`, async () => {
      const mel = await melOf(recording('en-correct'), model);
      const words = [{ text: 'good', startMs: 100, endMs: 400 }];
      const job = { kind: 'score', model, learner: mel, reference: mel, facts: {}, words, pairPicture: true } as const;
      const result = await engine.run(job);
      assert.deepEqual(result.words, []);
      assert.equal(result.image?.toString('latin1', 1, 4), 'PNG');
    });

    it(`${model} gives the same distance natively and by WebAssembly`, async function () {
      needsNative(this);
      const found = await findModel(model);
      const mels = [await melOf(recording('ko-correct'), model), await melOf(recording('ko-mispronounced'), model)];
      const distances = [];
      for (const only of ['native', 'wasm'] as const) {
        const network = await loadNetwork(found, createInference({ only }));
        const [learner, reference] = [await network.encode(mels[0] as MelSpectrogram), await network.encode(mels[1] as MelSpectrogram)];
        distances.push((await network.compare(learner, reference, found.manifest)).distance);
        await network.release();
      }
      assert.ok(Math.abs((distances[0] ?? NaN) - (distances[1] ?? NaN)) < 1e-3, distances.join(', '));
    });

    it(`${model} names the keys in which a mel-spectrogram was made otherwise`, async () => {
      const mel = await melOf(recording('en-correct'), model);
      const parameters = { ...mel.parameters, picture: null, pictureWidth: 100 };
      const job = { kind: 'score', model, learner: { ...mel, parameters }, reference: mel, facts: {} } as const;
      const { message } = await rejection(engine.run(job), 'PRON_FEATURES_DIFFER');
      assert.match(message, /picture null instead of (gray|magma), pictureWidth 100 instead of 250/);
      await rejection(engine.run({ ...job, learner: randomMel(1, 2) }), 'PRON_FEATURES_DIFFER');
    });

    it(`${model} finds no speech in an empty recording`, async () => {
      const mel = await melOf(recording('en-correct'), model);
      const empty = { ...mel, data: new Float32Array(0), frames: 0 };
      const result = await engine.run({ kind: 'score', model, learner: empty, reference: mel, facts: {} });
      assert.deepEqual([result.verdict, result.distance], ['no-speech', null]);
    });

    it(`${model} is small, and says what it was trained on, under which licence, and what it lets pass`, async () => {
      const { manifest, folder } = await findModel(model);
      assert.ok(statSync(join(folder, manifest.graphs.encoder)).size < MEGABYTES * 1e6);
      assert.match(JSON.stringify(manifest.training), /speechocean762.*CC BY 4\.0.*Zhang/);
      const { choiceSet } = manifest.figures as Record<string, Record<string, unknown>>;
      assert.ok(Number.isFinite(choiceSet?.['pearson']));
      assert.deepEqual(Object.keys(choiceSet?.['wrongSentence'] as object), ['falseReject', 'falseAccept']);
    });
  }

  it('are refused where their manifest asks for no picture, as is an architecture that nobody knows', async () => {
    const models = temporaryModels();
    models.add('blind', (manifest) => ({ ...manifest, architecture: 'picture' }));
    models.add('strange', (manifest) => ({ ...manifest, architecture: 'triangle' }));
    for (const [name, reason] of [
      ['blind', /features\.picture in its manifest is none of gray, magma/],
      ['strange', /architecture in its manifest is none of aligned-pieces, picture/],
    ] as const) {
      assert.match((await rejection(findModel(name, [models.folder]), 'PRON_MODEL_BROKEN')).message, reason);
    }
    models.remove();
  });

  it('score a recording alike when it is 20 dB louder, as long as it is not clipped', async () => {
    const lowered = louder(recording('en-mispronounced'), -21);
    for (const model of MODELS) {
      const scores = [];
      for (const wav of [lowered, louder(lowered, 20)]) {
        scores.push(100 - 50 * ((await scored(model, wav, recording('en-correct'))).distance ?? NaN));
      }
      const change = Math.abs((scores[1] ?? NaN) - (scores[0] ?? NaN));
      console.log(`      ${model}: ${change.toFixed(3)} points for +20 dB`);
      // Decibels below the recording's own maximum, in gray as in colour.
      assert.ok(change <= 1, `${model}: ${change} points`);
    }
  });
});
