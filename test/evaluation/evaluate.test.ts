import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { auc } from '../../evaluation/metrics/auc';
import { pearson } from '../../evaluation/metrics/pearson';
import { parseTable } from '../../base/table/table';
import { pronunciation, syllables, temporaryFolder, writeTable, writeWav } from '../cli/support';

const KEYS = [
  'n',
  'failed',
  'heard',
  'scored',
  'verdicts',
  'pearson',
  'spearman',
  'aucGoodBad',
  'aucSame',
  'eerSame',
  'refusedSame',
  'refusedOther',
  'pearsonWords',
  'pearsonScored',
  'meanScore',
  'pearsonWordsWithin',
  'pearsonWordsBaseline',
  'pearsonPhones',
  'agreement',
  'witnesses',
  'words',
  'phones',
  'msMedian',
  'msP95',
];

function close(actual: number | null, expected: number | null): void {
  assert.ok(actual !== null && expected !== null && Math.abs(actual - expected) < 1e-9, `${actual}, not ${expected}`);
}

describe('pronunciation evaluate', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  const header = ['learner', 'reference', 'text', 'language', 'human', 'same', 'speaker', 'words'];

  before(() => {
    mkdirSync(join(folder, 'audio'));
    for (const seed of [1, 2, 3, 4]) writeWav(join(folder, 'audio'), `s${seed}.wav`, syllables(1.5 + 0.2 * seed, seed));
    writeWav(join(folder, 'audio'), 'silence.wav', new Float32Array(16000));
  });

  it('takes the nearest of several references, recorded or spoken', async () => {
    const pairs = writeTable(folder, 'several.tsv', [
      ['learner', 'reference', 'reference_2', 'text', 'language', 'same'],
      ['audio/s1.wav', 'audio/s2.wav', '', '', '', '1'],
      ['audio/s1.wav', 'audio/s2.wav', 'audio/s1.wav', '', '', '1'],
      ['audio/s1.wav', 'audio/s2.wav', 'audio/none.wav', '', '', '1'],
    ]);
    const details = join(folder, 'several-details.tsv');
    await pronunciation(['evaluate', '--pairs', pairs, '--no-ear', '--details', details]);
    const [one, two, missing] = parseTable(readFileSync(details, 'utf8'), details).rows.map(({ fields }) => fields);
    assert.ok(Number(two?.['distance']) < Number(one?.['distance']) / 2);
    assert.match(missing?.['error'] ?? '', /none\.wav/);
    const alone = await pronunciation(['evaluate', '--pairs', pairs, '--other-voice', 'ko+f3']);
    assert.match(alone.stderr, /^--other-voice needs --voice-engine/);
  });

  it('computes its figures from the results of the pairs, and counts and names a pair that fails', async () => {
    const pairs = writeTable(folder, 'pairs.tsv', [
      header,
      ['audio/s1.wav', 'audio/s1.wav', '', '', '9', '1', 'anna', '[{"text":"a","human":9}]'],
      ['audio/s2.wav', 'audio/s1.wav', '', '', '8', '1', 'bo', ''],
      [join(folder, 'audio', 's3.wav'), '', 'good "morning"', 'en', '3', '1', 'cy', ''],
      ['audio/s4.wav', '', 'good "morning"', 'en', '5', '1', 'cy'],
      ['audio/silence.wav', 'audio/s1.wav', '', '', '1', '1', 'dee', ''],
      ['audio/s1.wav', 'audio/s3.wav', '', '', '9', '0', 'anna', ''],
      ['audio/missing.wav', 'audio/s3.wav', '', '', '9', '0', 'anna', ''],
      ['audio/s2.wav', '', '', '', '9', '1', 'bo', ''],
      ['audio/s2.wav', 'audio/s3.wav', '', '', 'nine', '1', 'bo', ''],
      ['audio/s2.wav', 'audio/s3.wav', '', '', '9', 'yes', 'bo', ''],
    ]);
    const details = join(folder, 'details.tsv');
    const args = ['--pairs', pairs, '--no-ear', '--json', '--details', details, '--bootstrap', 'speaker', '--resamples', '50'];
    const { code, stdout, stderr } = await pronunciation(['evaluate', ...args]);
    assert.equal(code, 0, stderr);
    const evaluation = JSON.parse(stdout);
    assert.deepEqual(Object.keys(evaluation), [...KEYS, 'intervals', 'groups']);
    assert.equal(evaluation.n, 6);
    assert.equal(evaluation.failed, 4);
    assert.equal(evaluation.verdicts['no-speech'], 1);
    const counts = Object.values<number>(evaluation.verdicts);
    assert.equal(counts.reduce((sum, count) => sum + count, 0), 6);
    assert.equal(evaluation.scored, evaluation.verdicts.scored ?? 0);

    const { columns, rows } = parseTable(readFileSync(details, 'utf8'), 'details.tsv');
    assert.deepEqual(columns.slice(0, header.length + 3), [...header, 'line', 'verdict', 'score']);
    assert.ok(['siamese', 'distance', 'mismatch', 'completeness', 'ms', 'model', 'error'].every((column) => columns.includes(column)));
    assert.deepEqual(rows.map(({ fields }) => fields['line']), ['2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
    assert.equal(rows[0]?.fields['words'], '[{"text":"a","human":9}]');
    const numbers = (column: string, lines: readonly number[]): number[] =>
      lines.map((line) => Number(rows[line - 2]?.fields[column]));
    close(evaluation.pearson, pearson(numbers('human', [2, 3, 4, 5, 6]), [...numbers('score', [2, 3, 4, 5]), 0]));
    close(evaluation.aucGoodBad, auc(numbers('score', [2, 3]), [...numbers('score', [4, 5]), 0]));
    close(evaluation.aucSame, auc([...numbers('mismatch', [2, 3, 4, 5]).map((x) => -x), -Infinity], [-numbers('mismatch', [7])[0]!]));
    close(evaluation.meanScore, numbers('score', [2, 3, 4, 5]).reduce((sum, x) => sum + x, 0) / 5);
    close(evaluation.witnesses.siamese.pearson, evaluation.pearson);
    assert.deepEqual([evaluation.heard, evaluation.witnesses.ear.pearson], [0, null]);
    assert.ok(Array.isArray(evaluation.intervals.witnesses.siamese.spearman));
    const interval = evaluation.intervals.meanScore;
    assert.ok(interval[0] <= evaluation.meanScore && evaluation.meanScore <= interval[1]);

    for (const sentence of [
      /^Line 8 \(audio\/missing\.wav\): There is no file .*missing\.wav/m,
      /^Line 9 \(audio\/s2\.wav\): .*neither a reference nor a text/m,
      /^Line 10 \(audio\/s2\.wav\): .*"nine" for human/m,
      /^Line 11 \(audio\/s2\.wav\): .*"yes" for same/m,
      /^References spoken by (espeak-ng|built-in)\.$/m,
      /^4 of 10 pairs failed\.$/m,
    ]) {
      assert.match(stderr, sentence);
    }
    assert.match(rows[6]?.fields['error'] ?? '', /There is no file/);
  });

  it('prints a table for people, and null figures as dashes', async () => {
    const pairs = writeTable(folder, 'plain.tsv', [['learner', 'reference'], ['audio/s1.wav', 'audio/s2.wav']]);
    const { code, stdout, stderr } = await pronunciation(['evaluate', '--pairs', pairs]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Pairs measured +1$/m);
    assert.match(stdout, /^Pearson with the raters, all own-text pairs +-$/m);
    assert.match(stdout, /^Comparison, median +[\d.]+ ms$/m);
  });

  it('compares words with their ratings where the table says where they are, or a voice can', async () => {
    const ratings = (...humans: number[]): string => JSON.stringify(humans.map((human, i) => ({ text: 'w'.repeat(i + 2), human })));
    const places = JSON.stringify([0, 400, 900].map((startMs, i) => ({ text: 'w', startMs, endMs: [400, 900, 1500][i] })));
    const pairs = writeTable(folder, 'words.tsv', [
      ['learner', 'reference', 'text', 'language', 'same', 'speaker', 'words', 'reference_words'],
      ['audio/s1.wav', 'audio/s2.wav', '', '', '1', 'anna', ratings(9, 4, 7), places],
      ['audio/s3.wav', 'audio/s2.wav', '', '', '1', 'bo', ratings(2, 3, 8), places],
      ['audio/s4.wav', '', 'good morning', 'en', '1', 'bo', ratings(5, 6), ''],
      ['audio/s4.wav', 'audio/s2.wav', '', '', '1', 'bo', ratings(5, 6), places],
      ['audio/s4.wav', 'audio/s2.wav', '', '', '0', 'bo', '', ''],
      ['audio/s4.wav', 'audio/s2.wav', '', '', '1', 'bo', '7 of 10', ''],
    ]);
    const args = ['evaluate', '--pairs', pairs, '--bootstrap', 'speaker', '--resamples', '20'];
    const { stdout, stderr } = await pronunciation([...args, '--json']);
    const { words, pearsonWords, pearsonWordsBaseline, intervals } = JSON.parse(stdout);
    assert.deepEqual(words, { n: 8, recordings: 3, leftOut: 1 });
    for (const figure of [pearsonWords, pearsonWordsBaseline]) assert.ok(figure !== null && Math.abs(figure) <= 1);
    assert.ok('pearsonWords' in intervals && 'pearsonWordsBaseline' in intervals);
    assert.match(stderr, /^Left out of the figures of words: 1 recordings whose rated and scored words differ in number\.$/m);
    assert.match(stderr, /^Line 7 \(audio\/s4\.wav\): has a value for words that is not JSON of the form \[\{"text", "human"\}\]$/m);
    assert.match((await pronunciation(args)).stdout, /^Rated words +8 in 3 recordings, 1 recordings left out$/m);
  });

  it('reads a table with a byte-order mark and CRLF', async () => {
    const pairs = join(folder, 'windows.tsv');
    writeFileSync(pairs, '\uFEFFlearner\treference\tsame\r\naudio/s1.wav\taudio/s2.wav\t1\r\n\r\n');
    const { code, stdout, stderr } = await pronunciation(['evaluate', '--pairs', pairs, '--json']);
    assert.equal(code, 0, stderr);
    assert.equal(JSON.parse(stdout).n, 1);
  });

  it('ends with exit code 1 where no pair could be measured, its figures null', async () => {
    const pairs = writeTable(folder, 'none.tsv', [['learner', 'reference'], ['no.wav', 'audio/s2.wav']]);
    const { code, stdout } = await pronunciation(['evaluate', '--pairs', pairs, '--json']);
    assert.equal(code, 1);
    const evaluation = JSON.parse(stdout);
    assert.deepEqual([evaluation.n, evaluation.failed, evaluation.meanScore, evaluation.verdicts], [0, 1, null, {}]);
  });

  it('answers mistakes with one sentence and exit code 1', async () => {
    const pairs = writeTable(folder, 'good.tsv', [['learner', 'reference'], ['audio/s1.wav', 'audio/s2.wav']]);
    const noLearner = writeTable(folder, 'nolearner.tsv', [['file', 'text'], ['audio/s1.wav', 'a']]);
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^--pairs is missing/],
      [['--pairs', join(folder, 'no.tsv')], /^There is no file .*no\.tsv\.$/],
      [['--pairs', noLearner], /lacks the columns learner, language; it has file, text\.$/],
      [['--pairs', pairs, '--bootstrap', 'speaker'], /lacks the column speaker/],
      [['--pairs', pairs, '--good', 'high'], /^--good is "high"/],
      [['--pairs', pairs, '--good', '4', '--bad', '6'], /^--bad must be below --good/],
      [['--pairs', pairs, '--verbose'], /^Unknown option '--verbose'\. See: pronunciation evaluate --help/],
      [['--pairs', pairs, '--model', 'none'], /^There is no model none/],
    ];
    for (const [args, sentence] of cases) {
      const { code, stdout, stderr } = await pronunciation(['evaluate', ...args]);
      assert.equal(code, 1, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr.trim(), sentence);
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
    }
  });
});
