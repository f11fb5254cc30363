import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { packageRoot } from '../../../base/package-root';
import { decodeWav, encodeWav } from '../../../pipeline/wav';
import { heardVoice } from '../../support/ear';

const TEXT = 'I do not want to eat fish for dinner today';

describe('The ear', function () {
  this.timeout(120_000);
  const { voice, say, hear } = heardVoice();

  it('finds nothing wrong with a sentence that was said', async () => {
    const { text, completeness, words, insertions } = await hear(await say(TEXT), TEXT);
    assert.equal(text.toLowerCase(), TEXT.toLowerCase());
    assert.equal(completeness, 1);
    assert.deepEqual(words.map(({ text: word, error }) => [word, error]), TEXT.split(' ').map((word) => [word, 'none']));
    assert.deepEqual(insertions, []);
    assert.ok(words.every(({ confidence }) => confidence > 0.05 && confidence <= 1));
  });

  it('names the word that was left out', async () => {
    const { completeness, words, insertions } = await hear(await say('I do want to eat fish for dinner today'), TEXT);
    assert.deepEqual(words.filter(({ error }) => error !== 'none').map(({ text, error }) => [text, error]), [['not', 'omission']]);
    assert.equal(completeness, 0.9);
    assert.deepEqual(insertions, []);
    const [, said, left, next] = words;
    assert.ok(left?.startMs === left?.endMs && (left?.startMs ?? 0) >= (said?.startMs ?? 1) && (left?.endMs ?? 1) <= (next?.endMs ?? 0));
  });

  it('names the word that was added, and where', async () => {
    const { completeness, words, insertions } = await hear(await say('I do not really want to eat fish for dinner today'), TEXT);
    assert.deepEqual(insertions.map(({ text, before: place }) => [text, place]), [['really', 3]]);
    assert.ok(words.every(({ error }) => error === 'none'));
    assert.equal(completeness, 1);
    const [added] = insertions;
    assert.ok((added?.startMs ?? 0) >= (words[2]?.startMs ?? 1) && (added?.endMs ?? 1) <= (words[3]?.endMs ?? 0));
  });

  it('names both words where two have changed places, and no other', async () => {
    const { words } = await hear(await say('I do not want to eat dinner for fish today'), TEXT);
    assert.deepEqual(words.filter(({ error }) => error !== 'none').map(({ text }) => text), ['fish', 'dinner']);
  });

  it('names what was said twice: a word, the beginning, the whole sentence', async () => {
    for (const [said, added] of [
      ['I do not want to eat fish fish for dinner today', 'fish'],
      ['I do not, I do not want to eat fish for dinner today', 'I do not'],
    ] as const) {
      const { words, insertions } = await hear(await say(said), TEXT);
      assert.equal(insertions.map(({ text }) => text.toLowerCase()).join(' '), added.toLowerCase());
      assert.ok(words.every(({ error }) => error === 'none'));
    }
    const { words, insertions } = await hear(await say(`${TEXT}. ${TEXT}`), TEXT);
    assert.ok(insertions.length >= TEXT.split(' ').length - 2 && words.every(({ error }) => error === 'none'), JSON.stringify(insertions));
  });

  it('hears a hesitation, and calls no word of the text wrong for it', async () => {
    const { words, insertions } = await hear(await say('I do not want to um eat fish for dinner today'), TEXT);
    assert.deepEqual(insertions.map(({ text, before }) => [text, before]), [['um', 5]]);
    assert.ok(words.every(({ error }) => error === 'none'));
  });

  it('tells that another sentence was said', async () => {
    const { completeness, text } = await hear(await say('She never drinks coffee after dinner'), TEXT);
    assert.ok((completeness ?? 1) < 0.2);
    assert.match(text, /coffee after dinner/);
  });

  it('tells how much of a sentence was said', async () => {
    const { completeness, words } = await hear(await say('I do not want to eat'), TEXT);
    assert.equal(completeness, 0.6);
    assert.deepEqual(words.slice(6).map(({ error }) => error), new Array(4).fill('omission'));
  });

  it('writes down what was said where no text is expected, in several languages', async () => {
    assert.match((await hear(await say('The weather is lovely today'))).text, /^The weather is lovely today\.?$/);
    const { text, completeness, words } = await hear(await say('Buenos días, ¿cómo está usted?', 'es'), undefined, 'es');
    assert.match(text, /Buenos días/);
    assert.equal(completeness, null);
    assert.ok(words.length >= 4);
  });

  it('knows where the words are: within 80 ms of the voice in the median', async () => {
    const off: number[] = [];
    for (const text of [TEXT, 'She never drinks coffee after dinner', 'We took the last train home on Sunday']) {
      const { wav, words: spoken } = await voice.sayWithWords(text, 'en-US');
      const { words } = await hear(wav, text);
      words.forEach(({ startMs }, i) => off.push(Math.abs(startMs - (spoken[i]?.startMs ?? NaN))));
    }
    off.sort((a, b) => a - b);
    const median = off[off.length >> 1] ?? NaN;
    assert.ok(median <= 80, `${median} ms`);
  });

  it('is sure of what it has understood, said as written or not, and not of another language', async () => {
    const wav = await say('I do want to eat fish for dinner today');
    const sureOf = async (text: string | undefined, language: string): Promise<boolean> => (await hear(wav, text, language)).sure;
    assert.deepEqual([await sureOf(TEXT.replace(' not', ''), 'en'), await sureOf(TEXT, 'en'), await sureOf(undefined, 'en')], [true, true, true]);
    assert.deepEqual([await sureOf('만나서 반갑습니다', 'ko'), await sureOf(undefined, 'ko')], [false, false]);
  });

  it('makes nothing up where nobody speaks', async () => {
    const noise = Float32Array.from({ length: 48_000 }, (_, i) => 0.05 * Math.sin(i * i * 0.37));
    const hum = Float32Array.from({ length: 48_000 }, (_, i) => 0.2 * Math.sin((2 * Math.PI * 100 * i) / 16000));
    for (const samples of [new Float32Array(48_000), noise, hum]) {
      const { text, words, insertions } = await hear(encodeWav({ samples, sampleRate: 16000 }).wav, TEXT);
      assert.deepEqual([text, words, insertions], ['', [], []]);
    }
  });

  it('refuses a language that it does not know, and a recording that is too long', async () => {
    const wav = readFileSync(join(packageRoot(), 'practice', 'recordings', 'en-correct.wav'));
    await assert.rejects(hear(wav, TEXT, 'tlh'), { code: 'PRON_EAR_LANGUAGE' });
    const sentence = await say(TEXT);
    const { samples, sampleRate } = decodeWav(sentence);
    const long = new Float32Array(31 * sampleRate).map((_, i) => samples[i % samples.length] ?? 0);
    await assert.rejects(hear(encodeWav({ samples: long, sampleRate }).wav, TEXT), { code: 'PRON_EAR_LONG' });
  });
});
