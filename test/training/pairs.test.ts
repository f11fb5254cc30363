import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { readTable } from '../../base/table/table';
import { training, temporaryFolder, writeTable } from '../cli/support';

const COLUMNS = ['learner', 'text', 'language', 'human', 'same', 'accuracy', 'fluency', 'prosodic', 'speaker', 'age', 'gender', 'words', 'reference_words'];

/** A label as the corpus has it; what the command does not read is left out. */
function label(speaker: string, id: string, text: string): string {
  const words = text.split(' ').map((word) => ({ text: word, total: 7.5, phones: [], phoneAccuracy: [2, 1.5] }));
  const facts = { speaker, age: 9, gender: 'f', total: 7.25, accuracy: 8, fluency: 6, prosodic: 5 };
  return JSON.stringify({ id, file: `audio/${id}.opus`, text, ...facts, words });
}

describe('pronunciation pairs', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  const speech = join(folder, 'speech');
  const out = join(folder, 'pairs.tsv');

  before(() => {
    mkdirSync(join(speech, 'english-learners'), { recursive: true });
    mkdirSync(join(speech, 'korean'));
    writeFileSync(join(speech, 'english-learners', 'report-speakers.txt'), '0001\n0002\n');
    writeFileSync(join(folder, 'choice.txt'), '# chosen at random\r\n0003\r\n');
    writeFileSync(
      join(speech, 'english-learners', 'labels.jsonl'),
      [
        label('0001', 'a', 'THE CAT SAT'),
        label('0002', 'b', 'THE DOG RAN'),
        label('0002', 'c', 'THIS IS A MUCH LONGER SENTENCE THAN ALL OF THE OTHERS'),
        label('0003', 'd', 'ONE'),
        label('0003', 'e', 'TWO'),
        label('0004', 'f', 'RED'),
        label('0004', 'g', 'BLUE'),
      ].join('\n') + '\n',
    );
    writeTable(join(speech, 'korean'), 'labels.tsv', [
      ['file', 'text', 'speaker'],
      ['zeroth/x.opus', '안녕하세요', 'z'],
      ['zeroth/y.opus', '감사합니다', 'z'],
      ['pooi_digits/0.opus', '일', 'p'],
    ]);
  });

  async function pairsOf(...args: string[]): Promise<{ fields: Readonly<Record<string, string>>[]; stderr: string }> {
    const { code, stderr } = await training(['pairs', '--speech', speech, '--out', out, ...args]);
    assert.equal(code, 0, stderr);
    const { columns, rows } = await readTable(out);
    assert.deepEqual(columns, COLUMNS);
    return { fields: rows.map((row) => row.fields), stderr };
  }

  it('gives each recording of the report speakers its own text and another text of the set', async () => {
    const { fields, stderr } = await pairsOf('--set', 'report');
    assert.deepEqual(
      fields.map(({ learner, same }) => [learner, same]),
      ['a', 'b', 'c'].flatMap((id) => ['1', '0'].map((same) => [`speech/english-learners/audio/${id}.opus`, same])),
    );
    const { text, language, human, accuracy, fluency, prosodic, speaker, age, gender, words } = fields[0] ?? {};
    assert.deepEqual(
      { text, language, human, accuracy, fluency, prosodic, speaker, age, gender },
      { text: 'the cat sat', language: 'en-US', human: '7.25', accuracy: '8', fluency: '6', prosodic: '5', speaker: '0001', age: '9', gender: 'f' },
    );
    assert.deepEqual(JSON.parse(words ?? '')[1], { text: 'cat', human: 7.5, phoneAccuracy: [2, 1.5] });
    const places = JSON.parse(fields[0]?.['reference_words'] ?? '') as { text: string; startMs: number; endMs: number }[];
    assert.deepEqual(places.map((word) => word.text), ['the', 'cat', 'sat']);
    assert.ok(places.every(({ startMs, endMs }, i) => startMs < endMs && startMs >= (places[i - 1]?.endMs ?? 0)));
    assert.equal(fields[1]?.['reference_words'], '');
    assert.equal(fields[1]?.['text'], 'the dog ran');
    assert.equal(fields[1]?.['words'], '');
    assert.match(stderr, /^6 pairs of 3 recordings\.$/m);
    assert.match(stderr, /^1 recordings have no other text within 10 %/m);
  });

  it('writes the same table for the same seed', async () => {
    await pairsOf('--set', 'report', '--seed', '5');
    const first = readFileSync(out, 'utf8');
    await pairsOf('--set', 'report', '--seed', '5');
    assert.equal(readFileSync(out, 'utf8'), first);
  });

  it('takes the speakers of the choice file, and all others to train on', async () => {
    const choice = ['--choice-speakers', join(folder, 'choice.txt')];
    const chosen = await pairsOf('--set', 'choice', ...choice);
    assert.deepEqual(new Set(chosen.fields.map(({ speaker }) => speaker)), new Set(['0003']));
    const train = await pairsOf('--set', 'train', ...choice);
    assert.deepEqual(new Set(train.fields.map(({ speaker }) => speaker)), new Set(['0004']));
  });

  it('reads the Korean sentences without ratings', async () => {
    const { fields } = await pairsOf('--set', 'korean');
    assert.deepEqual(
      fields.map(({ text, language, same, human }) => [text, language, same, human]),
      [
        ['안녕하세요', 'ko', '1', ''],
        ['감사합니다', 'ko', '0', ''],
        ['감사합니다', 'ko', '1', ''],
        ['안녕하세요', 'ko', '0', ''],
      ],
    );
  });

  it('answers mistakes with one sentence and exit code 1', async () => {
    writeFileSync(join(folder, 'both.txt'), '0001\n');
    const given = ['--speech', speech, '--out', out];
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[...given], /^--set is missing/],
      [[...given, '--set', 'test'], /^--set is "test"; it must be one of report, choice, train, korean, english-native\.$/],
      [[...given, '--set', 'choice'], /^The set choice needs --choice-speakers FILE/],
      [[...given, '--set', 'train', '--choice-speakers', join(folder, 'both.txt')], /^Speaker 0001 .* belongs to the report set/],
      [['--speech', folder, '--out', out, '--set', 'report'], /^There is no file .*report-speakers\.txt\.$/],
    ];
    for (const [args, sentence] of cases) {
      const { code, stderr } = await training(['pairs', ...args]);
      assert.equal(code, 1, args.join(' '));
      assert.match(stderr.trim(), sentence);
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
    }
  });
});
