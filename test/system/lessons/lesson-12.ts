import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, type RunningNodeRed } from '../support/node-red';
import { numberOf, openLesson, type OpenLesson } from './open-lesson';
import { withPage } from './page';

const DATA_SET = 'the data set';
const TRIES = ['first try', 'a little slower', 'a little faster', 'much slower'];
const TRAINING_MS = 600_000;

export function lesson12(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  before(async () => (lesson = await openLesson(red(), 12)));

  const data = (): string => join(red().userDir, 'pronunciation-recordings', 'lesson-12');
  const models = (): string[] => readdirSync(join(red().userDir, 'pronunciation-models')).filter((name) => name.startsWith('lesson-12'));
  const said = (pattern: RegExp, ms?: number): Promise<string> =>
    eventually(String(pattern), async () => {
      const { findings, error } = await lesson.read();
      assert.equal(error, '');
      return pattern.test(findings[DATA_SET] ?? '') ? findings[DATA_SET] : undefined;
    }, ms);

  it('says what is missing while no model is trained', async () => {
    await lesson.press('3. one person');
    const error = await eventually('an error', async () => (await lesson.read()).error || undefined);
    console.log(`      ${error}`);
    assert.match(error, /There is no model lesson-12|lesson-12/);
  });

  it('refuses to train on nothing, in one sentence', async () => {
    await lesson.press('2. train');
    const error = await eventually('a refusal', async () => /There are 0 recordings/.exec((await lesson.read()).error)?.input);
    assert.match(error, /at least 2 are needed: gather some first\.$/);
  });

  it('gathers readings of natives and of foreigners by the built-in voice', async function () {
    this.timeout(TRAINING_MS);
    await lesson.press('1. gather voices');
    await said(/^60 recordings are gathered/, TRAINING_MS);
    for (const speakers of ['native', 'foreigner']) assert.equal(readdirSync(join(data(), speakers)).length, 30);
  });

  it('trains a model within ten minutes, tells how far it is, and the nodes use it at once', async function () {
    this.timeout(TRAINING_MS);
    const began = Date.now();
    await lesson.press('2. train');
    const last: string[] = [];
    await eventually('the end of the training', async () => {
      const { findings } = await lesson.read();
      const line = findings[DATA_SET] ?? '';
      if (line.startsWith('epoch') && last.at(-1) !== line) last.push(line);
      return line.startsWith('The model lesson-12 is trained') || undefined;
    }, TRAINING_MS);
    console.log(`      ${((Date.now() - began) / 1000).toFixed(0)} s; ${last.at(-1) ?? ''}`);
    assert.deepEqual(models().sort(), ['lesson-12.encoder.onnx', 'lesson-12.json']);
  });

  it('gives a native speaker good points by the default model, and few by the own model', async () => {
    const rows = await lesson.rowsOf('3. one person', 'one person');
    console.log(`      ${await lesson.saidOf('one person')}`);
    for (const way of TRIES) {
      const [usual, own] = [numberOf(rows, way, 'default'), numberOf(rows, way, 'lesson-12')];
      assert.ok(usual > 70 && own < 50, `${way}: ${usual} and ${own}`);
    }
    assert.match(String(rows['first try']?.['lesson-12 picture']), /^data:image\/png/);
  });

  it('says what 20 dB more change', async () => {
    const louder = 'one person, 20 dB louder';
    await lesson.rowsOf('4. 20 dB louder', louder);
    const words = await lesson.saidOf(louder);
    console.log(`      ${words}`);
    assert.match(words, /First try, before and now: /);
  });

  it('shows the data set and both models on its page', async function () {
    await withPage(this, lesson.address, async (page) => {
      await page.waitForSelector('td.finding');
      const names = await page.$$eval('tbody tr.first th', (cells) => cells.map(({ textContent }) => textContent));
      assert.deepEqual(names, [DATA_SET, 'one person', 'one person, 20 dB louder']);
      if (process.env.PRON_TEST_PICTURES !== undefined) await page.screenshot({ path: join(process.env.PRON_TEST_PICTURES, 'lesson-12.png'), fullPage: true });
    });
  });

  it('deletes the recordings and the model by one button, and shows that they are gone', async () => {
    await lesson.press('5. delete everything');
    const words = await said(/^Deleted/);
    console.log(`      ${words}`);
    assert.equal(words, 'Deleted 60 recordings and the model lesson-12; 0 recordings are left.');
    assert.ok(!existsSync(data()));
    assert.deepEqual(models(), []);
    const row = (await lesson.read()).rows.find(({ recording }) => recording === DATA_SET);
    assert.equal(row?.gathered, 0);
  });
}
