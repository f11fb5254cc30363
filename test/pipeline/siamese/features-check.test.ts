import assert from 'node:assert/strict';
import { fillSentence, PronError } from '../../../base/errors';
import { checkFeatures, differingFeatures } from '../../../pipeline/siamese/features-check';
import { TINY_MANIFEST } from './manifest';

const WANTED = TINY_MANIFEST.features;

/** The differences in English. */
const differences = (...compared: Parameters<typeof differingFeatures>): string[] =>
  differingFeatures(...compared).map((it) => fillSentence('{it}', { it }));

describe('differingFeatures', () => {
  it('is empty for equal features', () => {
    assert.deepEqual(differences({ ...WANTED }, WANTED), []);
  });

  it('names every key that differs with both values', () => {
    assert.deepEqual(differences({ ...WANTED, hopLength: 160, bands: 80, trimDb: null }, { ...WANTED, hopLength: 128 }), [
      'hopLength 160 instead of 128',
      'bands 80 instead of 4',
      'trimDb null instead of 30',
    ]);
  });

  it('names a key that is missing', () => {
    const { fMax, ...rest } = WANTED;
    assert.deepEqual(differences(rest, WANTED), [`fMax missing instead of ${fMax}`]);
  });

  it('compares the picture only for a model that reads one', () => {
    const given = { ...WANTED, picture: 'gray', pictureHeight: 10 } as const;
    assert.deepEqual(differences(given, WANTED), []);
    assert.deepEqual(differences(given, { ...WANTED, picture: 'magma' }), [
      'picture gray instead of magma',
      'pictureHeight 10 instead of 99',
    ]);
  });
});

describe('checkFeatures', () => {
  it('throws an error that names the model and the keys', () => {
    assert.throws(
      () => checkFeatures({ ...WANTED, hopLength: 128 }, WANTED, 'tiny'),
      (error) =>
        error instanceof PronError && error.code === 'PRON_FEATURES_DIFFER' &&
        error.message.includes('tiny') && error.message.includes('hopLength 128 instead of 160'),
    );
  });
});
