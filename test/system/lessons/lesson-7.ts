import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, ROOT, type RunningNodeRed } from '../support/node-red';
import { openLesson, type OpenLesson } from './open-lesson';
import { withPage } from './page';

interface Listed {
  readonly said: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const SENTENCE = { text: '만나서 반갑습니다, 날씨가 좋네요', language: 'ko', same: '1', human: '8', source: 'ko-correct' };

export function lesson7(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  let folder: string;
  const list = (): string => join(folder, 'list.tsv');
  const recordings = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.wav')).sort();
  const read = async (): Promise<Listed> => (await fetch(`${lesson.address}/data`)).json() as Promise<Listed>;
  const says = (pattern: RegExp): Promise<Listed> =>
    eventually(String(pattern), async () => {
      const listed = await read();
      return pattern.test(listed.said) ? listed : undefined;
    });
  const send = (ask: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${lesson.address}/ask`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(ask) });

  before(async () => {
    lesson = await openLesson(red(), 7);
    folder = join(red().userDir, 'pronunciation-recordings');
    await says(/^0 recordings are on the list/);
  });

  it('writes nothing, no folder and no list, as long as nobody has agreed', async () => {
    await lesson.press('save, nobody agreed');
    await says(/^Not saved: the speaker must agree/);
    for (const consent of ['', 'no', 'true', 'teacher']) await send({ command: 'save', speaker: 'x', consent, ...SENTENCE });
    await send({ command: 'save', speaker: 'x', consent: 'parent', ...SENTENCE, source: '../../secret' });
    await says(/^Not saved: the source/);
    assert.ok(!existsSync(folder));
  });

  it('saves what was agreed to, several at once, with a list that names each file', async () => {
    await Promise.all([lesson.press('save, a parent agreed'), lesson.press('save another speaker')]);
    await send({ command: 'save', speaker: '../../etc/<b>\tx', consent: 'speaker', ...SENTENCE, human: '7.5' });
    await send({ command: 'save', speaker: 'speaker-2', consent: 'speaker', ...SENTENCE, human: '', same: '0', source: 'ko-another-sentence' });
    const { rows } = await eventually('four rows', async () => {
      const listed = await read();
      return listed.rows.length === 4 && recordings().length === 4 ? listed : undefined;
    });
    assert.deepEqual(rows.map(({ learner }) => learner).sort(), recordings());
    for (const name of recordings()) assert.match(name, /^recording-[0-9a-z]+-[0-9a-z]{4}\.wav$/);
    assert.deepEqual(new Set(rows.map(({ consent }) => consent)), new Set(['parent', 'speaker']));
    const first = rows.find(({ speaker }) => speaker === 'speaker-1');
    const original = readFileSync(join(ROOT, 'practice', 'lessons', 'recordings', 'ko-correct.wav'));
    assert.ok(readFileSync(join(folder, String(first?.learner))).equals(original));
  });

  it('keeps a list that evaluate reads as it is', () => {
    const output = execFileSync(process.execPath, [join(ROOT, 'bin', 'pronunciation.js'), 'evaluate', '--pairs', list(), '--json'], { encoding: 'utf8' });
    const { n, failed, scored, verdicts, pearson, meanScore } = JSON.parse(output);
    console.log(`      evaluate: ${n} pairs, ${failed} failed, verdicts ${JSON.stringify(verdicts)}, Pearson ${pearson.toFixed(2)}, mean score ${meanScore.toFixed(1)}`);
    assert.deepEqual([n, failed, scored], [4, 0, 3]);
    assert.equal(verdicts['wrong-sentence'], 1);
    assert.ok(pearson > 0.5);
  });

  it('deletes one recording, and then all of a speaker, from the disk and from the list', async () => {
    await lesson.press('delete the newest');
    await says(/^Deleted 1 recordings/);
    assert.equal(recordings().length, 3);
    await send({ command: 'save', speaker: 'speaker-1', consent: 'parent', ...SENTENCE });
    await says(/^Saved/);
    // One that somebody has removed by hand.
    const removed = (await read()).rows.find(({ speaker }) => speaker === 'speaker-1')?.learner;
    rmSync(join(folder, String(removed)));
    await lesson.press('delete all of speaker-1');
    const { rows } = await says(/^Deleted 2 recordings/);
    assert.ok(rows.every(({ speaker }) => speaker !== 'speaker-1'));
    assert.deepEqual(rows.map(({ learner }) => learner).sort(), recordings());
    const lines = readFileSync(list(), 'utf8').trim().split('\n').slice(1);
    assert.deepEqual(lines.map((line) => line.split('\t')[1]).sort(), recordings());
  });

  it('saves and deletes from its page as well, and refuses there what nobody agreed to', async function () {
    const kept = recordings();
    await withPage(this, lesson.address, async (page) => {
      const says = (start: string) => page.waitForFunction((text) => document.getElementById('said')?.textContent?.startsWith(text), start);
      await page.fill('input[name=speaker]', 'from-the-page');
      await page.click('form button');
      await says('Not saved: the speaker must agree');
      await page.selectOption('select[name=consent]', 'parent');
      await page.click('form button');
      await says('Saved as recording-');
      assert.equal(recordings().length, kept.length + 1);
      await page.click('text=Delete all of from-the-page');
      await says('Deleted 1 recordings');
    });
    assert.deepEqual(recordings(), kept);
  });

  it('deletes no file that an edited list or a page names elsewhere', async () => {
    const before = recordings();
    await send({ command: 'delete', file: '../settings.js' });
    await says(/^Nothing to delete/);
    assert.ok(existsSync(join(red().userDir, 'settings.js')));
    assert.deepEqual(recordings(), before);
    const foreign = await fetch(`${lesson.address}/ask`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: JSON.stringify({ command: 'delete', file: 'newest' }) });
    assert.equal(foreign.status, 204);
    await says(/^Not done: the page must send JSON/);
    assert.deepEqual(recordings(), before);
  });
}
