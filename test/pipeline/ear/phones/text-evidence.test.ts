import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Posteriors } from '../../../../pipeline/ear/phones/align';
import { textEvidence, type Pronunciations, type TextEvidence } from '../../../../pipeline/ear/phones/text-evidence';

const SYMBOLS = 4;
const [RIGHT, WRONG] = [Math.log(0.94), Math.log(0.02)];
const [A, B, C]: Pronunciations[] = [[[1]], [[2]], [[3]]] as Pronunciations[] as [Pronunciations, Pronunciations, Pronunciations];
const UNKNOWN: Pronunciations = [];

/** Each letter a frame: '-' the blank, a, b and c the symbols 1 to 3. */
function heard(frames: string): Posteriors {
  const data = new Float32Array(frames.length * SYMBOLS).fill(WRONG);
  [...frames].forEach((letter, frame) => (data[frame * SYMBOLS + '-abc'.indexOf(letter)] = RIGHT));
  return { data, frames: frames.length, symbols: SYMBOLS };
}

const evidence = (frames: string, words: readonly Pronunciations[], blankPrice = 0): TextEvidence => textEvidence(heard(frames), words, blankPrice);
const near = (actual: number | null, expected: number): void => assert.ok(actual !== null && Math.abs(actual - expected) < 1e-4, `${actual}, not ${expected}`);

describe('What the sounds of a recording say for a text', () => {
  it('is the likelihood of its likeliest way', () => {
    near(evidence('-a-b-', [A, B]).own, 5 * RIGHT);
    near(evidence('-a-b-', [A, C]).own, 4 * RIGHT + WRONG);
  });

  it('takes a price off for each blank', () => {
    near(evidence('-a-b-', [A, B], 2).own, 5 * RIGHT - 3 * 2);
  });

  it('takes the pronunciation that was said', () => {
    near(evidence('-a-b-', [A, [[3], [2]]]).own, 5 * RIGHT);
  });

  it('gains by a word left out, said twice or exchanged where that was said', () => {
    near(evidence('-a-c-', [A, B, C]).gainOf([A, C]), RIGHT - WRONG);
    near(evidence('-a-b-b-c-', [A, B, C]).gainOf([A, B, B, C]), RIGHT - WRONG);
    near(evidence('-b-a-c-', [A, B, C]).gainOf([B, A, C]), 2 * (RIGHT - WRONG));
    near(evidence('-a-b-c-', [A, B, C]).gainOf([B, A, C]), 2 * (WRONG - RIGHT));
    near(evidence('-a-b-c-', [A, B, C]).gainOf([A, B, C]), 0);
  });

  it('costs what the words beside a change cost only once', () => {
    const { own, gainOf } = evidence('-a-c-b-', [A, B, C]);
    near(gainOf([A, C, B]), evidence('-a-c-b-', [A, C, B]).own - own);
    near(gainOf([A]), evidence('-a-c-b-', [A]).own - own);
    near(gainOf([]), evidence('-a-c-b-', []).own - own);
  });

  it('knows nothing where a word that differs has no known pronunciation, and all else beside one', () => {
    assert.equal(evidence('-a-b-', [A, B]).gainOf([A, UNKNOWN]), null);
    assert.equal(evidence('-a-b-', [A, UNKNOWN]).gainOf([A]), null);
    near(evidence('-a-b-', [UNKNOWN, B, B]).gainOf([UNKNOWN, B]), RIGHT - WRONG);
  });

  it('needs a blank between two equal phones of a word', () => {
    near(evidence('-a-a-', [[[1, 1]]]).own, 5 * RIGHT);
    assert.ok(evidence('-aa-', [[[1, 1]]]).own < 4 * RIGHT - 1);
  });

  it('is impossible for more phones than there are frames', () => {
    assert.equal(evidence('a', [A, B]).own, -Infinity);
  });
});
