import assert from 'node:assert/strict';

import { KINDS, tryBadInputs } from '../../trials/bad-input/run';
import { decodedShare, report, type Tally } from '../../trials/bad-input/tally';
import { brokenNumbers, faultsOfError } from '../../trials/bad-input/outcome';

describe('A thousand bad inputs', function () {
  this.timeout(240_000);
  let tally: Tally;
  before(async () => {
    tally = await tryBadInputs({ count: 1000, seed: 5 });
  });

  it('of all kinds end without a crash, a hang or a number that is none, with one clear error each', () => {
    assert.deepEqual(tally.faulty, [], report(tally));
    const tried = [...tally.kinds.values()].reduce((sum, kind) => sum + kind.tried, 0);
    assert.equal(tried, 1000);
    assert.deepEqual([...tally.kinds.keys()], [...KINDS]);
  });

  it('are partly accepted and partly refused, whatever their kind', () => {
    for (const [kind, { accepted, tried }] of tally.kinds) {
      // Node-RED takes nearly every flow file, and the nodes say what is wrong with their settings.
      const isMixed = accepted > 0 && (accepted < tried || kind === 'flows');
      assert.ok(isMixed, `${kind}: ${accepted} of ${tried}`);
    }
  });

  it('hold at least three WAVs in ten whose samples are decoded', () => {
    assert.ok(decodedShare(tally) >= 0.3, report(tally));
  });
});

describe('The judge of bad inputs', () => {
  it('finds numbers that are none, wherever they are', () => {
    assert.deepEqual(brokenNumbers({ a: [1, { b: NaN }], c: new Float32Array([0, Infinity]) }), ['.a.1.b is NaN', '.c[1] is Infinity']);
  });

  it('takes no error that is a mistake of ours, has no way out or is a stack trace', () => {
    assert.equal(faultsOfError({ code: 'PRON_BAD_WAV', message: 'The WAV is bad. Send another one.' }).length, 0);
    assert.equal(faultsOfError({ code: 'PRON_INTERNAL', message: 'Something went wrong: x. Report it.' }).length, 1);
    assert.equal(faultsOfError({ code: 'ERR_X', message: 'x' }).length, 1);
    assert.equal(faultsOfError({ code: 'PRON_BAD_WAV', message: 'Bad' }).length, 1);
    assert.equal(faultsOfError({ code: 'PRON_BAD_WAV', message: 'The WAV is bad. Error\n    at x.ts:1:1. No.' }).length, 1);
  });
});
