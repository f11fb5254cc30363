import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { wavOfPcm16 } from '../../../pipeline/pcm16';
import { isBuiltInInstalled, speak } from '../../../voices';
import { findTakes } from '../../../voices/teacher/find-take';
import { folderOf } from '../../../voices/teacher/folders';
import { openVoices, type VoiceStore } from '../../../voices/teacher/store';

const [FIRST, SECOND] = ['기차도 전기도 없었다', '물 한 잔 주세요'];
/** A WAV that is different for each number. */
const wav = (n: number): Buffer => wavOfPcm16(Buffer.alloc(320, n), 16000);

describe("A teacher's voice", () => {
  let root: string;
  let store: VoiceStore;
  beforeEach(() => {
    root = join(mkdtempSync(join(tmpdir(), 'pron-voices-')), 'pronunciation', 'voices');
    store = openVoices(root, 2);
  });
  afterEach(() => rmSync(join(root, '..', '..'), { recursive: true, force: true }));

  const keep = (teacher: string, text: string, n: number, language = 'ko'): Promise<string> => store.keep({ teacher, text, language, wav: wav(n) });
  const says = async (folder: string, text: string, language = 'ko'): Promise<Buffer | undefined> => {
    const [take] = await findTakes(folder, text, language, 1);
    return take && readFileSync(take.path);
  };

  it('is a folder of WAV files with readable names and a table, for its owner alone', async () => {
    assert.deepEqual(await store.list(), []);
    assert.equal(await keep('Ms Kim', FIRST, 1), `Ms Kim/${FIRST} - 1.wav`);
    assert.equal(await keep('Ms Kim', 'What is it?', 2, 'en'), 'Ms Kim/What is it - 1.wav');
    assert.deepEqual(readdirSync(join(root, 'Ms Kim')).sort(), ['What is it - 1.wav', 'recordings.json', `${FIRST} - 1.wav`]);
    assert.deepEqual(await store.list(), [{ name: 'Ms Kim', recordings: [{ language: 'ko', text: FIRST }, { language: 'en', text: 'What is it?' }] }]);
    assert.equal(statSync(join(root, 'Ms Kim', 'recordings.json')).mode & 0o77, 0);
  });

  it('says the newest take of a text, however its spaces and its language tag are written', async () => {
    await keep('Kim', FIRST, 1);
    await keep('Kim', FIRST, 2);
    const folder = join(root, 'Kim');
    assert.deepEqual(await says(folder, `  ${FIRST.normalize('NFD')} `, 'ko-KR'), wav(2));
    assert.equal(await says(folder, SECOND), undefined);
    assert.equal(await says(folder, FIRST, 'en'), undefined);
    rmSync(join(folder, `${FIRST} - 2.wav`));
    assert.deepEqual(await says(folder, FIRST), wav(1), 'the file was removed by hand');
  });

  it('keeps as many takes as were wished for, and forgets the oldest', async () => {
    for (const n of [1, 2, 3]) await keep('Kim', FIRST, n);
    assert.deepEqual(readdirSync(join(root, 'Kim')).filter((file) => file.endsWith('.wav')).sort(), [`${FIRST} - 2.wav`, `${FIRST} - 3.wav`]);
    assert.deepEqual(await says(join(root, 'Kim'), FIRST), wav(3));
    const takes = await findTakes(join(root, 'Kim'), FIRST, 'ko', 5);
    assert.deepEqual(takes.map(({ path }) => readFileSync(path)), [wav(3), wav(2)], 'all, the newest first');
  });

  it('is the same in a copy on another computer', async () => {
    await store.keep({ teacher: 'Kim', text: FIRST, language: 'ko', wav: wav(1), words: [{ text: '기차도', startMs: 10, endMs: 20 }] });
    const copy = join(root, '..', 'copy');
    cpSync(join(root, 'Kim'), join(copy, 'Kim'), { recursive: true });
    assert.deepEqual(await says(join(copy, 'Kim'), FIRST), wav(1));
    const { words } = await speak({ engine: 'recordings', text: FIRST, language: 'ko', voice: join(copy, 'Kim') });
    assert.deepEqual(words, [{ text: '기차도', startMs: 10, endMs: 20 }]);
  });

  it('leaves what is not said to the built-in voice', async function () {
    this.timeout(20_000);
    if (!isBuiltInInstalled()) this.skip();
    await keep('Kim', FIRST, 1);
    const { wav: said, words } = await speak({ engine: 'recordings', text: SECOND, language: 'ko', voice: join(root, 'Kim') });
    assert.ok(said.length > 10_000);
    assert.equal(words?.length, 4);
  });

  it('stays inside its folder, whatever it is called', async () => {
    for (const name of ['../../outside', '/etc', '..\\x', 'C:\\y', 'con']) await keep(name, '../../text', 1);
    assert.deepEqual(readdirSync(join(root, '..')), ['voices']);
    assert.deepEqual(readdirSync(root).sort(), ['C y', '_con', 'etc', 'outside', 'x']);
    assert.deepEqual((await store.list()).map(({ name }) => name).sort(), ['../../outside', '..\\x', '/etc', 'C:\\y', 'con']);
  });

  it('reads no file outside, though its table names one, and follows no link', async () => {
    await keep('Kim', FIRST, 1);
    writeFileSync(join(root, 'secret.wav'), wav(9));
    const table = join(root, 'Kim', 'recordings.json');
    const named = (file: string): void => writeFileSync(table, JSON.stringify({ name: 'Kim', recordings: [{ file, language: 'ko', text: FIRST }] }));
    named('../secret.wav');
    assert.equal(await says(join(root, 'Kim'), FIRST), undefined);
    await keep('Kim', FIRST, 2);
    await keep('Kim', FIRST, 3);
    assert.ok(existsSync(join(root, 'secret.wav')), 'a take that goes does not remove it');
    symlinkSync(join(root, 'Kim'), join(root, 'Link'));
    assert.equal(await folderOf(root, 'Link'), undefined);
  });

  it('is one for two ways to write the name', async () => {
    await keep('Kim', FIRST, 1);
    await keep('KIM', SECOND, 2);
    assert.deepEqual((await store.list()).map(({ name, recordings }) => [name, recordings.length]), [['Kim', 2]]);
  });

  it('is not written over where its table can not be read', async () => {
    mkdirSync(join(root, 'Kim'), { recursive: true });
    writeFileSync(join(root, 'Kim', 'recordings.json'), 'half of a ta');
    await assert.rejects(keep('Kim', FIRST, 1), { code: 'PRON_VOICE_TABLE' });
    assert.equal(readFileSync(join(root, 'Kim', 'recordings.json'), 'utf8'), 'half of a ta');
    assert.deepEqual(await store.list(), []);
  });

  it('takes recordings that come together, one after the other', async () => {
    await Promise.all([1, 2, 3, 4].map((n) => keep('Kim', `${FIRST} ${n}`, n)));
    assert.equal((await store.list())[0]?.recordings.length, 4);
  });

  it('is deleted with everything in its folder, and no other voice is', async () => {
    await keep('Kim', FIRST, 1);
    await keep('Lee', FIRST, 2);
    assert.equal(await store.remove('kim'), 0);
    assert.deepEqual(readdirSync(root), ['Lee']);
    assert.equal(await store.remove('../voices'), 0);
    assert.equal(await store.remove('Nobody'), 0);
    assert.deepEqual(readdirSync(root), ['Lee']);
  });
});
