import assert from 'node:assert/strict';
import { endOfSpeech } from '../../page/src/audio/end-of-speech';

const STEP_MS = 100;
const PAUSE_MS = 1300;

/** After how many ms the end is told; undefined where it is not. @param levels dBFS, one each 100 ms */
function endOf(roomDb: number, levels: readonly number[]): number | undefined {
  const end = endOfSpeech(roomDb, PAUSE_MS);
  const at = levels.findIndex((level, i) => end.hear(level, STEP_MS * i));
  return at < 0 ? undefined : STEP_MS * at;
}
const lasting = (ms: number, level: number): number[] => Array<number>(ms / STEP_MS).fill(level);

describe('The end of speech', () => {
  it('is told when the speaker has been silent for the longest pause, and not before', () => {
    const spoken = [...lasting(500, -58), ...lasting(2000, -25)];
    const told = endOf(-58, [...spoken, ...lasting(3000, -57)]);
    assert.ok(told !== undefined && told >= 2500 + PAUSE_MS - STEP_MS && told <= 2500 + PAUSE_MS + STEP_MS, String(told));
    assert.equal(endOf(-58, [...spoken, ...lasting(1200, -57), ...lasting(1000, -28), ...lasting(1200, -57)]), undefined);
  });

  it('is never told before somebody has spoken', () => {
    assert.equal(endOf(-58, lasting(20_000, -57)), undefined);
    assert.equal(endOf(-60, lasting(20_000, -60)), undefined);
    assert.equal(endOf(-58, [...lasting(200, -20), ...lasting(10_000, -57)]), undefined, 'a click is no speech');
  });

  it('is told in a loud room too, where speech stands out', () => {
    const told = endOf(-38, [...lasting(400, -37), ...lasting(2000, -14), ...lasting(3000, -37)]);
    assert.ok(told !== undefined && told > 3500, String(told));
  });

  it('does not cut a word that ends quietly', () => {
    const told = endOf(-58, [...lasting(1500, -22), ...lasting(600, -40), ...lasting(3000, -57)]);
    assert.ok(told !== undefined && told >= 2100 + PAUSE_MS - STEP_MS, String(told));
  });

  it('is told where the room was measured while somebody spoke', () => {
    const told = endOf(-25, [...lasting(2000, -24), ...lasting(3000, -57)]);
    assert.ok(told !== undefined && told > 3000, String(told));
  });
});
