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

  it('goes without the sounds of a word that the dictionary does not know, and of another language', async () => {
    const { phones = [], words } = await heardOf('She never drinks glorfindel');
    assert.deepEqual([...new Set(phones.map(({ word }) => word))], [0, 1, 2]);
    assert.equal(words.length, 4);
    const korean = await heardOf('오늘은 학교에 갑니다', undefined, 'ko');
    assert.equal(korean.phones, undefined);
    assert.ok((korean.rating?.total ?? 0) > 0);
  });

  it('rates nothing where no text is expected', async () => {
    const heard = await hear(await say(TEXT));
    assert.equal(heard.rating, undefined);
    assert.ok(heard.words.length > 0 && heard.words.every(({ score }) => score === undefined));
  });
});
