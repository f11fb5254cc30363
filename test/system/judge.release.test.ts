import assert from 'node:assert/strict';
import type { Result } from '../../tools/start/judge.mjs' with { 'resolution-mode': 'import' };

const scored = (name: string, value: number): Result => result(name, 'scored', value);
const result = (name: string, verdict: string, value: number | null = null): Result => ({
  name,
  language: name.slice(0, 2),
  score: { verdict, value },
});

const RIGHT: readonly Result[] = [
  scored('ko-correct', 70),
  scored('ko-mispronounced', 55),
  result('ko-another-sentence', 'wrong-sentence'),
  result('ko-silence', 'no-speech'),
];

describe('the judge of the bundled recordings', () => {
  const judged = async (...changed: Result[]): Promise<number[]> => {
    const { judge } = await import('../../tools/start/judge.mjs');
    const results = RIGHT.map((known) => changed.find(({ name }) => name === known.name) ?? known);
    const { right, wrong } = judge(results);
    return [right, wrong.length];
  };

  it('finds a native speaker below 70 wrong', async () => {
    const { judge } = await import('../../tools/start/judge.mjs');
    assert.deepEqual([70, 69.99].map((value) => judge([scored('en-native', value)]).right), [1, 0]);
  });

  it('finds results at the very limits right', async () => {
    assert.deepEqual(await judged(), [4, 0]);
  });

  it('finds a correct reading below 70 wrong', async () => {
    assert.deepEqual(await judged(scored('ko-correct', 69.99), scored('ko-mispronounced', 10)), [3, 1]);
  });

  it('finds a mispronounced reading less than 15 below the correct one wrong', async () => {
    assert.deepEqual(await judged(scored('ko-mispronounced', 55.01)), [3, 1]);
  });

  it('finds a refused mispronounced reading wrong', async () => {
    assert.deepEqual(await judged(result('ko-mispronounced', 'wrong-sentence')), [3, 1]);
  });

  it('finds the mispronounced reading wrong where the correct one was refused', async () => {
    assert.deepEqual(await judged(result('ko-correct', 'wrong-sentence')), [2, 2]);
  });

  it('finds another sentence that was scored, and silence that was, wrong', async () => {
    assert.deepEqual(await judged(scored('ko-another-sentence', 3), scored('ko-silence', 0)), [2, 2]);
  });
});
