import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Listened } from '../../../engine/ear/ear';
import { createWordSounds, type SoundEvidence } from '../../../engine/ear/word-sounds';
import type { Graph } from '../../../engine/inference';

const LETTERS = '-abc';
const [RIGHT, WRONG] = [Math.log(0.94), Math.log(0.02)];

/** Each letter a frame: '-' the blank. Counts how often the graph runs. */
function recording(frames: string): { graph: Graph; listened: Listened; runs: () => number } {
  let runs = 0;
  const data = new Float32Array(frames.length * LETTERS.length).fill(WRONG);
  [...frames].forEach((letter, frame) => (data[frame * LETTERS.length + LETTERS.indexOf(letter)] = RIGHT));
  const graph = {
    run: () => {
      runs++;
      return Promise.resolve({ logPosterior: { data, dims: [frames.length, LETTERS.length] } });
    },
  } as unknown as Graph;
  const listened = { block5: new Float32Array(frames.length), frames: frames.length, size: 1 } as unknown as Listened;
  return { graph, listened, runs: () => runs };
}

/** A word's letters are its phones; nobody knows how a word with another letter is pronounced. */
const pronounce = (words: readonly string[]): number[][][] =>
  words.map((word) => ([...word].every((letter) => LETTERS.indexOf(letter) > 0) ? [[...word].map((letter) => LETTERS.indexOf(letter))] : []));

describe('The sounds of words', () => {
  const evidenceOf = async (frames: string, words: readonly string[], usualLoss = 2): Promise<SoundEvidence> => {
    const { graph, listened } = recording(frames);
    return createWordSounds(graph, LETTERS.length - 1, pronounce, { blankPrice: 0, usualLoss })(listened, words);
  };

  it('speak for the words that were said, for a frame and for all of them', async () => {
    const { gainOf, gainPerFrame } = await evidenceOf('-a-c-', ['a', 'b', 'c']);
    const gain = gainOf(['a', 'c']) ?? NaN;
    assert.ok(Math.abs(gain - (RIGHT - WRONG)) < 1e-4, String(gain));
    assert.ok(Math.abs((gainPerFrame(['a', 'c']) ?? NaN) - gain / 5) < 1e-9);
    assert.ok((gainOf(['b', 'a']) ?? NaN) < 0);
  });

  it('count for less where the ear understands the voice badly', async () => {
    const own = -(4 * RIGHT + WRONG) / 5;
    const [usual, bad] = [await evidenceOf('-a-c-', ['a', 'b', 'c']), await evidenceOf('-a-c-', ['a', 'b', 'c'], own / 2)];
    assert.ok(Math.abs((bad.gainOf(['a', 'c']) ?? NaN) - (usual.gainOf(['a', 'c']) ?? NaN) / 2) < 1e-4);
    assert.equal(bad.gainPerFrame(['a', 'c']), usual.gainPerFrame(['a', 'c']));
  });

  it('say nothing of a word that nobody knows, and all else around the same one', async () => {
    const { gainOf } = await evidenceOf('-a-b-', ['x', 'b', 'b']);
    assert.equal(gainOf(['y', 'b', 'b']), null);
    assert.equal(gainOf(['b', 'b']), null);
    assert.ok((gainOf(['x', 'b']) ?? NaN) > 0);
  });

  it('take words that are one in the list apart', async () => {
    const { gainOf } = await evidenceOf('-a-b-', ['a b']);
    assert.equal(gainOf(['a', 'b']), 0);
  });

  it('are computed once for a recording', async () => {
    const { graph, listened, runs } = recording('-a-b-');
    const sounds = createWordSounds(graph, LETTERS.length - 1, pronounce, { blankPrice: 0, usualLoss: 2 });
    await Promise.all([sounds(listened, ['a', 'b']), sounds(listened, ['a'])]);
    await sounds(listened, ['b']);
    assert.equal(runs(), 1);
  });
});
