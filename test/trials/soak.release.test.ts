import assert from 'node:assert/strict';
import { growthLines, growthOf } from '../../trials/lib/memory-growth';
import type { Sample } from '../../trials/lib/memory-watch';
import { canWatchProcesses } from '../../trials/lib/processes';
import { faultOf } from '../../trials/soak/schedule';
import { needsProgram } from '../support/programs';
import { runProgram } from './support';

function sample(nodeRedMb: number, engineMb: number, files = 25): Sample {
  const memory = (mb: number) => ({ rss: mb * 1e6, heapUsed: 0, external: 0 });
  return { nodeRed: memory(nodeRedMb), engine: memory(engineMb), files: { nodeRed: files, engine: files }, children: 1 };
}

describe('the soak', () => {
  it('says which figure has grown, and no other', () => {
    const leaking = Array.from({ length: 20 }, (_, i) => sample(150 + (i % 2), 120 + 1.2 * i));
    const missed = growthOf(leaking).filter(({ isMissed }) => isMissed);
    assert.deepEqual(missed.map(({ name }) => name), ['engine']);
    assert.match(growthLines(missed), /engine: 125\.4 MB -> 137\.4 MB .* \+12\.0 MB, under 10\.0 MB: MISSED/);
  });

  it('notices files that are left open', () => {
    const leaking = Array.from({ length: 20 }, (_, i) => sample(150, 120, 25 + 2 * i));
    assert.deepEqual(growthOf(leaking).map(({ isMissed }) => isMissed), [false, false, true, true, false]);
  });

  it('does not take one kind of answer for another', () => {
    const step = { session: 'a', role: 'learner', body: '', path: '/learner' } as const;
    const error = { kind: 'error', code: 'PRON_INTERNAL', message: 'oh' } as const;
    assert.equal(faultOf(error, { ...step, expected: 'bad' }), 'PRON_INTERNAL: oh');
    assert.equal(faultOf({ ...error, code: 'PRON_BAD_WAV' }, { ...step, expected: 'bad' }), undefined);
    assert.equal(faultOf({ ...error, code: 'PRON_BAD_WAV' }, { ...step, expected: 'scored' }), 'PRON_BAD_WAV: oh');
    assert.equal(faultOf({ kind: 'hang' }, { ...step, expected: 'judged' }), 'no answer');
    assert.equal(faultOf({ kind: 'reference', session: 'b' }, { ...step, expected: 'kept' }), 'the answer of b');
  });

  it('of 500 utterances leaves Node-RED and the engine as large as they were, and no file or child behind', async function () {
    if (!canWatchProcesses) this.skip();
    needsProgram(this, 'espeak-ng');
    this.timeout(300_000);
    const { code, output } = await runProgram('soak', ['--utterances', '500']);
    console.log(output.split('\n').slice(-9).join('\n'));
    assert.equal(code, 0, output);
    assert.match(output, /500 utterances, .*\n(.*\n)*Answers: .*; not as expected: 0\./);
  });
});
