import assert from 'node:assert/strict';
import { findEar } from '../../models/ear';
import { earFingerprint, installedEar, judgeFingerprint } from '../../models/ear-fingerprint';

describe('The fingerprint of the ear', () => {
  it('changes with its weights, its judge and a school\'s own phones, not with its figures', async () => {
    const ear = await findEar('');
    const { manifest } = ear;
    const before = earFingerprint(ear);
    assert.match(before, /^[0-9a-f]{64}$/);
    assert.equal(earFingerprint({ manifest: { ...manifest, figures: {}, licence: 'x' } }), before);
    const checksums = Object.fromEntries(Object.entries(manifest.checksums).reverse());
    assert.equal(earFingerprint({ manifest: { ...manifest, checksums } }), before, 'the order of the files says nothing');
    const own = { folder: '', file: { sha256: 'a' } } as NonNullable<typeof ear.own>;
    const others = [
      earFingerprint({ manifest: { ...manifest, checksums: { ...manifest.checksums, 'judge.onnx': 'other' } } }),
      earFingerprint({ manifest: { ...manifest, judge: { ...manifest.judge, elsewhere: 0.1 } } }),
      earFingerprint({ manifest, own }),
    ];
    assert.equal(new Set([before, ...others]).size, 4);
    assert.equal(await installedEar(), before);
  });

  it('of a score changes with how much the ear counts', () => {
    const weights = { constant: 0, rating: 1, siamese: 0 };
    const half = { ...weights, rating: 0.5 };
    const all = [undefined, weights, half].map((phones) => judgeFingerprint('ear', phones === undefined ? {} : { withEar: { phones, elsewhere: weights } }));
    assert.equal(new Set(all).size, 3);
  });
});
