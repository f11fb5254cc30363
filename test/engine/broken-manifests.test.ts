import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillSentence, PronError } from '../../base/errors';
import { packageRoot } from '../../base/package-root';
import { checkManifest } from '../../models/manifest-check';

type Json = Readonly<Record<string, unknown>>;

describe('The check of a manifest', () => {
  const read = (name: string): Json => JSON.parse(readFileSync(join(packageRoot(), 'models', `${name}.json`), 'utf8')) as Json;
  const part = (manifest: Json, key: string, change: Json): Json => ({ ...manifest, [key]: { ...(manifest[key] as Json), ...change } });
  const aligned = read('default');
  const picture = read('picture-gray');

  it('returns the manifest itself, with keys that it does not know: its fingerprint hangs on their order', () => {
    const manifest = { ...aligned, later: 1 };
    assert.equal(checkManifest(manifest, 'default'), manifest);
    assert.equal(checkManifest(picture, 'picture-gray'), picture);
  });

  for (const [reason, manifest] of [
    ['its manifest is no JSON object', []],
    ['its manifest is no JSON object', null],
    ['architecture in its manifest is missing', { ...aligned, architecture: undefined }],
    ['architecture in its manifest is none of aligned-pieces, picture', { ...aligned, architecture: 'new' }],
    ['title in its manifest is no text', { ...aligned, title: 5 }],
    ['training in its manifest is no object', { ...aligned, training: [] }],
    ['features in its manifest is missing', { ...aligned, features: undefined }],
    ['features.rmsNormalise in its manifest is neither true nor false', part(aligned, 'features', { rmsNormalise: 1 })],
    ['features.bands in its manifest is 0, not 1 to 1024', part(aligned, 'features', { bands: 0 })],
    ['features.bands in its manifest is 2000, not 1 to 1024', part(aligned, 'features', { bands: 2000 })],
    ['features.hopLength in its manifest is 1.5, no whole number', part(aligned, 'features', { hopLength: 1.5 })],
    ['features.fMin in its manifest is -1, not at least 0', part(aligned, 'features', { fMin: -1 })],
    ['features.fMax in its manifest is no number', part(aligned, 'features', { fMax: Infinity })],
    ['features.trimDb in its manifest is no number', part(aligned, 'features', { trimDb: '40' })],
    ['features.melScale in its manifest is none of slaney, htk', part(aligned, 'features', { melScale: 'mel' })],
    ['verdict.minSpeech in its manifest is missing', part(aligned, 'verdict', { minSpeech: undefined })],
    ['graphs.head in its manifest is no plain file name', part(aligned, 'graphs', { head: '../head.onnx' })],
    ['features.picture in its manifest is none of gray, magma', part(picture, 'features', { picture: null })],
    ['its manifest is that of a model named other', { ...aligned, name: 'other' }],
  ] as const) {
    it(`says: ${reason}`, () => {
      assert.throws(() => checkManifest(manifest, 'default'), (error) => {
        assert.ok(error instanceof PronError && error.code === 'PRON_MODEL_BROKEN');
        assert.equal(fillSentence('{reason}', error.details), reason);
        return true;
      });
    });
  }
});
