import assert from 'node:assert/strict';
import { DECK } from '../../page/src/progress/export/anki';
import { deckOf } from '../../page/src/station/deck';
import type { PreviewMessage } from '../../page/src/station/messages';
import { openArchive } from '../../page/src/zip/read';
import { result } from './progress/some-results';

const LISTS = { ko: [{ text: '물 한 잔', translation: 'a glass of water' }] };
const say = (text: string): Promise<PreviewMessage> =>
  text === '☃' ? Promise.reject(new Error('This can\'t be said.')) : Promise.resolve({ topic: 'preview', payload: new ArrayBuffer(60), words: [{ text: '물' }, { text, pronounced: '한' }] });

describe('Flash cards of what was practised', () => {
  it('are one for each sentence, with its voice, its pronunciation and its translation, and without what can\'t be had', async () => {
    const steps: (readonly [number, number])[] = [];
    const results = ['물 한 잔', '☃', '물 한 잔'].map((sentence, i) => result({ id: String(i), sentence }));
    const archive = openArchive(await deckOf(results, LISTS, (_language, text) => say(text), (...step) => steps.push(step)) ?? assert.fail());
    const rows = new TextDecoder().decode(await archive.read(DECK)).split('\n').filter((row) => row !== '' && !row.startsWith('#'));
    assert.deepEqual(rows.map((row) => row.split('\t').slice(0, 3)), [['물 한 잔', '물 한', 'a glass of water'], ['☃', '', '']]);
    assert.equal(archive.names.length, 2);
    assert.deepEqual(steps, [[0, 2], [1, 2]]);
  });

  it('are none where nothing was practised', async () => {
    assert.equal(await deckOf([], LISTS, (_language, text) => say(text), () => undefined), undefined);
  });
});
