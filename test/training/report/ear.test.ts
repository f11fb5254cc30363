import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import { readSpeakers } from '../../../training/protocol/recordings';
import type { Context } from '../../../training/report/context';
import { earRows, type EarPair } from '../../../training/report/ear-rows';
import type { Row } from '../../../training/report/row';
import { measureEar } from '../../../training/report/rows/ear';
import { temporaryFolder } from '../../cli/support';
import { measured, testimony } from '../../evaluation/measured';

const TRAINED = join('training', 'ear', 'heads', 'trained-speakers.txt');

/** Speakers of rising skill, with their own sentence and another one. The ear rates as the experts do, the Siamese network the
 *  other way round; both together refuse no own sentence and half of the others. */
function pairs(): EarPair[] {
  return [2, 4, 6, 8, 9].flatMap((human, i): EarPair[] => {
    const facts = { age: i < 3 ? 10 : 30, gender: i % 2 === 0 ? 'f' : 'm', group: String(i) };
    const experts = { total: [human, human], accuracy: [human, human], fluency: [human, 10 - human], prosodic: [human, human] };
    const score = 10 * human;
    const ratings = { accuracy: human, fluency: human, prosodic: human };
    const words = [{ human, score, letters: 3, durationMs: 100 }];
    const ear = testimony({ score, accuracy: score, fluency: 100 - score, prosodic: score, sameness: 1, words });
    const own = measured({
      ...{ human, ratings, score, words, ear, sameness: 2, phones: { phones: [{ human: human / 5, score }, { human: 2, score: 95 }], leftOut: 0 } },
      siamese: testimony({ ...{ score: 100 - score, accuracy: 100 - score, fluency: 100 - score, prosodic: 100 - score }, sameness: 0.5 }),
    });
    const verdict = i % 2 === 0 ? 'wrong-sentence' : 'scored';
    const other = measured({ same: false, score: 5, verdict, sameness: -2, ear: testimony({ sameness: -1 }), siamese: testimony({ sameness: -0.5 }) });
    return [{ ...own, ...facts, experts }, { ...other, ...facts, experts }];
  });
}

describe('The report on the ear', function () {
  this.timeout(60_000);
  let rows: readonly Row[];

  before(() => {
    rows = earRows(pairs());
  });

  /** The row of a title and those below it, as far as they are indented. */
  function block(title: string): readonly Row[] {
    const at = rows.findIndex((row) => row.title === title);
    assert.ok(at >= 0, title);
    const end = rows.findIndex((row, i) => i > at && !row.title.startsWith(' '));
    return rows.slice(at, end < 0 ? rows.length : end);
  }

  const measuredOf = (title: string): (number | null)[] =>
    block(title).map(({ measured: value }) => (value === null ? null : Number(value.toFixed(6))));

  it('has both witnesses with the target, then each alone, then the experts', () => {
    const [both, ...alone] = block('With the ear: Pearson with total');
    assert.deepEqual(both?.target, { atLeast: 0.88 });
    assert.deepEqual(alone.map(({ title }) => title.trim()), ['Siamese network alone', 'ear alone', 'one expert against the others']);
    assert.ok(alone.every(({ target }) => target === null));
    assert.deepEqual(measuredOf('With the ear: Pearson with total'), [1, -1, 1, 1]);
    assert.deepEqual(measuredOf('With the ear: Pearson with fluency'), [-1, -1, -1, -1]);
    assert.deepEqual(measuredOf('With the ear: Pearson with prosody'), [1, -1, 1, 1]);
  });

  it('counts own sentences and speakers', () => {
    const [count] = rows;
    assert.equal(count?.measured, 5);
    assert.equal(count?.note, '5 speakers');
  });

  it('has children under 16, adults and both sexes apart', () => {
    const two = (human: readonly number[]): EarPair[] => pairs().filter((pair) => human.includes(pair.human ?? -1));
    const mixed = [
      ...two([2, 4]).map((pair) => ({ ...pair, score: 100 - pair.score, age: 15, gender: 'f' })),
      ...two([8, 9]).map((pair) => ({ ...pair, age: 16, gender: 'm' })),
    ];
    rows = earRows(mixed);
    for (const [group, value] of [['children', -1], ['adults', 1], ['female speakers', -1], ['male speakers', 1]] as const) {
      assert.equal(measuredOf(`With the ear: Pearson with total, ${group}`)[0], value, group);
    }
    rows = earRows(pairs());
  });

  it('has words, sounds, the good against the bad, and what was refused', () => {
    assert.deepEqual(measuredOf("With the ear: Pearson of word scores with the words' total"), [1, null, 1]);
    assert.ok((measuredOf('With the ear: Pearson of the scores of sounds')[0] ?? 0) > 0.9);
    assert.deepEqual(measuredOf('With the ear: AUC, total of 8 and more against 5 and less'), [1, 0, 1]);
    assert.deepEqual(measuredOf('With the ear: Equal error rate, same against another'), [0, 0, 0]);
    assert.deepEqual(measuredOf('With the ear: Own sentences refused, as another or as incomplete'), [0, 0, 0]);
    assert.equal(measuredOf('With the ear: Other sentences refused')[0], 0.6);
  });

  it('draws whole speakers for its intervals', () => {
    const [both] = block('With the ear: Other sentences refused');
    const [low = 1, high = 0] = both?.interval ?? [];
    assert.ok(low < 0.6 && high > 0.6);
  });
});

describe('Speakers of the report on the ear', () => {
  const folder = temporaryFolder();

  it('are none whom the judge has learned from: one sentence says where their figures are', async () => {
    const [speaker = ''] = await readSpeakers(join(packageRoot(), TRAINED));
    mkdirSync(join(folder, 'english-learners'), { recursive: true });
    writeFileSync(join(folder, 'english-learners', 'report-speakers.txt'), `${speaker}\n`);
    const label = { file: 'audio/a.opus', speaker, text: 'A', words: [] };
    writeFileSync(join(folder, 'english-learners', 'labels.jsonl'), `${JSON.stringify(label)}\n`);
    // Nothing else of the context is touched, because nobody is left to measure.
    const { rows, figures } = await measureEar({ speech: folder } as Context);
    assert.equal(rows.length, 1);
    assert.equal(rows[0]?.measured, null);
    assert.match(rows[0]?.note ?? '', /^The judge has learned from all of these speakers, .*docs\/figures\.md.*--corpus DIR$/);
    assert.deepEqual(figures, {});
  });

  it('are not those of the report and choice sets, which the judge has learned from too', async () => {
    const trained = await readSpeakers(join(packageRoot(), TRAINED));
    assert.equal(trained.size, 125);
    for (const file of ['report-speakers.txt', 'choice-speakers.txt']) {
      for (const speaker of await readSpeakers(join(packageRoot(), 'training', file))) assert.ok(trained.has(speaker), `${speaker} of ${file}`);
    }
  });
});
