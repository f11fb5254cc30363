import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Listened } from '../../../engine/ear/ear';
import { createNearWords, nearHint, type NearWord } from '../../../engine/ear/neighbours';
import { createPhoneHead } from '../../../engine/ear/phone-head';
import type { Taught } from '../../../engine/ear/taught';
import type { Teacher } from '../../../engine/ear/teacher';
import type { Graph } from '../../../engine/inference';
import { dictionaryBySound } from '../../../pipeline/ear/phones/by-sound';
import { readDictionary } from '../../../pipeline/ear/phones/dictionary';
import { heardVoice } from '../../support/ear';

const SYMBOLS = ['SH', 'IH', 'IY', 'P'];
const DICTIONARY = Buffer.from('sheep SH IY P\nship SH IH P\n');

/** What a head says of a recording of these sounds, three frames each, a blank before each and at the end. */
function graphOf(sounds: readonly string[]): Graph {
  const frames = sounds.flatMap((sound) => [0, ...new Array<number>(3).fill(SYMBOLS.indexOf(sound) + 1)]);
  const all = [...frames, 0];
  const data = new Float32Array(all.length * (SYMBOLS.length + 1)).fill(Math.log(0.01));
  all.forEach((symbol, frame) => (data[frame * (SYMBOLS.length + 1) + symbol] = Math.log(0.96)));
  return { run: () => Promise.resolve({ logPosterior: { data, dims: [all.length, SYMBOLS.length + 1] } }) } as unknown as Graph;
}

/** What the built-in voice makes clear: text, what is said, what the learner is told. */
const SPOKEN = [['ship', 'sheep', 'en-ih'], ['lice', 'rice', 'en-l'], ['fan', 'van', 'en-f'], ['bag', 'back', 'en-g'], ['think', 'sink', 'en-th']] as const;

/** No decoder may be asked: it would cost time. */
const nobody = new Proxy({}, { get: (_, name) => assert.fail(`asked for ${String(name)}`) }) as Teacher;

/** @param spoken the words that `findEdits` believes */
async function nearWords(sounds: string, spoken: string, expected: string): Promise<NearWord[]> {
  const [graph, dictionary] = [graphOf(sounds.split(' ')), readDictionary(DICTIONARY)];
  const find = createNearWords({
    head: createPhoneHead(graph, dictionary, SYMBOLS), graph, bySound: dictionaryBySound(DICTIONARY, new Set(['ship', 'sheep'])), least: 4,
  });
  const listened = { frames: 13, size: 1, block4: new Float32Array(13), block5: new Float32Array(13) } as unknown as Listened;
  const said = [{ text: spoken, place: 0 }];
  return find(nobody, listened, { said, taught: {} as Taught, end: '.', language: 'en-US' }, [expected]);
}

describe('A word that sounds like another one', () => {
  it('is named where the ear has found that word in its place', async () => {
    const [near, ...others] = await nearWords('SH IY P', 'Sheep', 'ship');
    assert.deepEqual(others, []);
    assert.deepEqual([near?.place, near?.heardAs, near?.neighbour.expected, near?.neighbour.said], [0, 'sheep', 'IH', 'IY']);
    assert.ok((near?.confidence ?? 0) > 0.9);
  });

  it('is not looked for where its own sounds are likelier: the decoder is not asked', async () => {
    assert.deepEqual(await nearWords('SH IH P', 'ship', 'ship'), []);
  });

  it('has a hint at the syllable of the sound', async () => {
    const [near] = await nearWords('SH IY P', 'sheep', 'ship');
    const phones = SYMBOLS.slice(0, 3).map((symbol, i) => ({ word: 0, symbol, startMs: i, endMs: i + 1, goodness: 1, syllable: 0 }));
    const { confidence, ...hint } = nearHint(near as NearWord, ['ship'], phones);
    assert.deepEqual(hint, { word: 0, syllable: 0, expected: 'ship', said: 'sheep', contrast: 'en-ih' });
    assert.equal(confidence, near?.confidence);
    assert.ok(!('syllable' in nearHint(near as NearWord, ['ship'], [])), 'no syllable where nobody knows them');
  });
});

describe('The ear tells English words apart', function () {
  this.timeout(120_000);
  const { say, hear } = heardVoice();

  for (const [text, spoken, contrast] of SPOKEN) {
    it(`names ${spoken} for ${text}`, async () => {
      const { words, hints = [], completeness } = await hear(await say(spoken), text);
      assert.deepEqual(words.map(({ error, heardAs }) => [error, heardAs]), [['mispronunciation', spoken]]);
      assert.deepEqual(hints.map((hint) => [hint.word, hint.expected, hint.said, hint.contrast]), [[0, text, spoken, contrast]]);
      assert.equal(completeness, 1, 'it counts as said');
    });
  }

  it('says nothing of right words', async () => {
    for (const text of [...SPOKEN.map(([own]) => own), 'She never drinks coffee after dinner', 'The weather is lovely today']) {
      const { words, hints } = await hear(await say(text), text);
      assert.deepEqual([words.filter(({ heardAs }) => heardAs !== undefined), hints], [[], undefined], text);
    }
  });
});
