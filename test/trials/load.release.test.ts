import assert from 'node:assert/strict';
import type { Score } from '../../engine/jobs';
import { attempt } from '../../trials/load/attempt';
import type { Answer } from '../../trials/load/client';
import { loadReport } from '../../trials/load/report';
import { createTally } from '../../trials/load/tally';
import { canWatchProcesses } from '../../trials/lib/processes';
import type { Sample } from '../../trials/lib/memory-watch';
import { needsProgram } from '../support/programs';
import { runProgram } from './support';

const REQUEST = { session: 'session 1', role: 'learner', body: '', path: '/load' } as const;
const scored = (distance: number, session: string = REQUEST.session): Answer => ({ kind: 'score', session, score: { distance } as Score });
const BUSY: Answer = { kind: 'error', code: 'PRON_BUSY', message: '' };

function sample(mb: number): Sample {
  const memory = { rss: mb * 1e6, heapUsed: 0, external: 0 };
  return { nodeRed: memory, engine: memory, files: { nodeRed: 25, engine: 25 }, children: 1 };
}

/** What the report says of one recording that gets these answers, one for each attempt. */
async function reportOn(answers: Answer[], { after = 100, wrongReference = [0.3] } = {}) {
  const tally = createTally();
  await attempt({ request: REQUEST, expected: 0.25, atOnce: false }, () => Promise.resolve(answers.shift() ?? { kind: 'hang' }), tally);
  return loadReport({ tally, sessions: 1, minutes: 1, wrongReference, samples: [sample(100), sample(after)] });
}

describe('the load test', () => {
  it('is content with the score that the quiet run has found', async () => {
    assert.equal((await reportOn([scored(0.25)])).isGood, true);
  });

  it('notices another distance, and the answer of another session', async () => {
    for (const wrong of [scored(0.25000001), scored(0.25, 'session 2')]) {
      const { text, isGood } = await reportOn([wrong]);
      assert.equal(isGood, false);
      assert.match(text, /scored against a reference of another session: 1: MISSED/);
    }
  });

  it('sends a recording again that was refused as busy, and counts it', async function () {
    this.timeout(10_000);
    const { text, isGood } = await reportOn([BUSY, scored(0.25)]);
    assert.equal(isGood, true);
    assert.match(text, /refused as busy, and sent again: 1 times, for 1 recordings/);
  });

  it('notices a recording without an answer, memory that grows, and recordings that all references fit', async () => {
    assert.match((await reportOn([])).text, /without an answer: 1: MISSED/);
    assert.match((await reportOn([scored(0.25)], { after: 111 })).text, /engine: 100\.0 MB -> 111\.0 MB \(.*\), \+11\.0 MB, under 10\.0 MB: MISSED/);
    assert.equal((await reportOn([scored(0.25)], { wrongReference: [0.3, 0] })).isGood, false);
  });

  it('of one minute with fifty sessions crosses no references, loses nothing and leaves the memory flat', async function () {
    if (!canWatchProcesses) this.skip();
    needsProgram(this, 'espeak-ng');
    this.timeout(300_000);
    const { code, output } = await runProgram('load', ['--minutes', '1']);
    console.log(output);
    assert.equal(code, 0, output);
    assert.match(output, /50 sessions at once for 1 min/);
  });
});
