import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Heard } from '../../../pipeline/ear/heard';
import { heardVoice } from '../../support/ear';

const TEXT = 'She never drinks coffee after dinner';

describe("The ear's judge", function () {
  this.timeout(120_000);
  const { say, hear } = heardVoice();
  const heardOf = async (said: string, text = said, language = 'en-US'): Promise<Heard> => hear(await say(said, language), text, language);

  it('rates a sentence that was said above one with other words, and its words too', async () => {
    const [right, wrong] = [await heardOf(TEXT), await heardOf('She never sells coffee after midnight', TEXT)];
    assert.ok((right.rating?.total ?? 0) > 75 && (wrong.rating?.total ?? 100) < (right.rating?.total ?? 0) - 8, JSON.stringify([right.rating, wrong.rating]));
    for (const rating of [right.rating, wrong.rating]) {
      for (const value of Object.values(rating ?? { none: NaN })) assert.ok(value >= 0 && value <= 100, String(value));
    }
    for (const place of [2, 5]) {
      assert.ok((wrong.words[place]?.score ?? 100) < (right.words[place]?.score ?? 0) - 20, wrong.words[place]?.text);
    }
    assert.ok((wrong.words[3]?.score ?? 0) > 80);
  });

  it('knows the sounds of English words, in their order and within their words', async () => {
    const { phones = [], words } = await heardOf(TEXT);
    const symbolsOf = (word: number): string => phones.filter((phone) => phone.word === word).map(({ symbol }) => symbol).join(' ');
    assert.equal(symbolsOf(1), 'N EH V ER');
    assert.match(symbolsOf(3), /^K A[AO] F IY$/);
    for (const [i, phone] of phones.entries()) {
      assert.ok(phone.goodness >= 0 && phone.goodness <= 100 && phone.endMs > phone.startMs, phone.symbol);
      assert.ok(i === 0 || phone.startMs >= (phones[i - 1]?.startMs ?? Infinity), phone.symbol);
      const { startMs, endMs } = words[phone.word] ?? { startMs: NaN, endMs: NaN };
      assert.ok(phone.startMs > startMs - 400 && phone.endMs < endMs + 400, `${phone.symbol} at ${phone.startMs}, its word ${startMs} to ${endMs}`);
    }
  });

  it('knows the syllables of English words, with the mean of their sounds', async () => {
    const { phones = [], words } = await heardOf(TEXT);
    assert.deepEqual(words.map(({ syllables = [] }) => syllables.map(({ text }) => text).join('-')), ['She', 'ne-ver', 'drinks', 'cof-fee', 'af-ter', 'din-ner']);
    const own = phones.filter(({ word, syllable }) => word === 4 && syllable === 0);
    const [first] = words[4]?.syllables ?? [];
    assert.deepEqual([first?.startMs, first?.endMs], [own[0]?.startMs, own.at(-1)?.endMs]);
    assert.ok(Math.abs((first?.score ?? NaN) - own.reduce((sum, { goodness }) => sum + goodness, 0) / own.length) < 0.001);
  });

  it('goes without the sounds of a word that the dictionary does not know, and of a language that it does not know', async () => {
    const { phones = [], words } = await heardOf('She never drinks glorfindel');
    assert.deepEqual([...new Set(phones.map(({ word }) => word))], [0, 1, 2]);
    assert.equal(words.length, 4);
    const german = await heardOf('Heute gehen wir in die Schule', undefined, 'de');
    assert.equal(german.phones, undefined);
    assert.ok((german.rating?.total ?? 0) > 0);
  });

  it('knows the phones and the syllables of Korean, and rates them below the right ones where others were said', async () => {
    const korean = '오늘 나무 아래로 가요';
    const { phones = [], words, rating } = await heardOf(korean, undefined, 'ko');
    assert.equal(phones.filter(({ word }) => word === 1).map(({ symbol }) => symbol).join(' '), 'nn aa mm uu');
    assert.deepEqual(words.map(({ syllables = [] }) => syllables.map(({ text }) => text).join('')), korean.split(' '));
    assert.equal(rating?.elsewhere, true);
    for (const { goodness, confidence = NaN, startMs, endMs } of phones) {
      assert.ok(goodness >= 0 && goodness <= 100 && confidence >= 0 && confidence <= 1 && endMs > startMs);
    }
    const other = await heardOf(korean, '이틀 너머 우리도 봐요', 'ko');
    const mean = (all: typeof phones): number => all.reduce((sum, { goodness }) => sum + goodness, 0) / all.length;
    assert.ok(mean(phones) > mean(other.phones ?? []) + 10, `${mean(phones)} ${mean(other.phones ?? [])}`);
  });

  it('has the phones of letters as they are read in Korean', async () => {
    const { phones = [] } = await heardOf('우리 TV 봐요', undefined, 'ko');
    assert.deepEqual([...new Set(phones.map(({ word }) => word))], [0, 1, 2]);
  });

  it('rates nothing where no text is expected', async () => {
    const heard = await hear(await say(TEXT));
    assert.equal(heard.rating, undefined);
    assert.ok(heard.words.length > 0 && heard.words.every(({ score }) => score === undefined));
  });
});
