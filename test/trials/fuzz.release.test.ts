import assert from 'node:assert/strict';

import { seededRandom } from '../../base/random';
import { decodeWav } from '../../pipeline/wav';
import { oddWav } from '../../trials/bad-input/wavs/generate';
import { fuzz } from '../../trials/fuzz/fuzz';
import { minimised } from '../../trials/fuzz/minimise';
import { faultIn } from '../../trials/fuzz/verdict';
import { syntheticWav } from '../support/synthetic-speech';

const SHORT_WAV = syntheticWav().subarray(0, 300);
const within = (count: number) => (executions: number) => executions >= count;

describe('Fuzzing the WAV reader', function () {
  this.timeout(60_000);

  it('finds no fault in it', () => {
    const random = seededRandom(7);
    const seeds = Array.from({ length: 20 }, () => oddWav(random).bytes.subarray(0, 600));
    const { finds, executions } = fuzz(seeds, faultIn, random, within(400));
    assert.equal(executions, 400);
    assert.deepEqual(finds, []);
  });

  it('keeps what reaches new code, led by the coverage of the reader', () => {
    const { corpus, newFeatures } = fuzz([SHORT_WAV], faultIn, seededRandom(1), within(600));
    assert.ok(newFeatures >= 15, `${newFeatures} new blocks`);
    assert.ok(corpus.length > 5, `${corpus.length} kept`);
  });

  it('finds a fault that was planted behind the header, and makes its input short', () => {
    const planted = (bytes: Buffer): string | undefined => (isOfOddDepth(bytes) ? 'planted' : undefined);
    const { finds } = fuzz([SHORT_WAV], planted, seededRandom(3), within(1200));
    const [find] = finds;
    assert.equal(find?.fault, 'planted');
    assert.ok(find.bytes.length < 60, `${find.bytes.length} bytes`);
    assert.ok(isOfOddDepth(find.bytes));
  });

  it('leaves out of a find what it does not need', () => {
    const bytes = Buffer.from('much that is not needed, and the fault, and more');
    assert.equal(minimised(bytes, (shorter) => shorter.includes('fault')).toString(), 'fault');
  });
});

/** Refused for its bits, after its chunks were walked. */
function isOfOddDepth(bytes: Buffer): boolean {
  try {
    decodeWav(bytes);
    return false;
  } catch (error) {
    return /bits per sample/.test(String(error));
  }
}
