import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { PNG } from 'pngjs';
import { packageRoot } from '../../base/package-root';
import { scoreFromDistance, tierOf } from '../../pipeline/siamese/score';
import { pronunciation, syllables, temporaryFolder, writeWav } from './support';

const VERDICTS = ['no-speech', 'too-quiet', 'clipped', 'too-noisy', 'wrong-sentence', 'scored'];

describe('pronunciation score', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  let learner: string;
  let reference: string;
  let silence: string;

  before(() => {
    learner = writeWav(folder, 'learner.wav', syllables(2.5, 1));
    reference = writeWav(folder, 'reference.wav', syllables(2, 2, 22050), 22050);
    silence = writeWav(folder, 'silence.wav', new Float32Array(16000));
  });

  it('prints what the score node puts into msg.pronunciation.score as JSON', async () => {
    const { code, stdout, stderr } = await pronunciation(['score', '--learner', learner, '--reference', reference, '--json']);
    assert.equal(code, 0, stderr);
    const score = JSON.parse(stdout);
    assert.ok(VERDICTS.includes(score.verdict));
    assert.notEqual(score.verdict, 'no-speech');
    assert.ok(score.distance >= 0);
    assert.equal(score.model, 'default');
    assert.ok(score.backend === 'native' || score.backend === 'wasm');
    assert.ok(score.ms > 0);
    assert.ok(score.message.length > 10);
    assert.ok(score.frames.hopMs > 0);
    // 2.1 s of syllables, less what trimming takes of the first and the last.
    assert.ok(Math.abs(score.frames.distance.length * score.frames.hopMs - 2100) < 300);
    if (score.verdict === 'scored') {
      assert.equal(score.value, scoreFromDistance(score.distance));
      assert.deepEqual(score.tier, tierOf(score.value));
    } else {
      assert.deepEqual([score.value, score.tier], [null, null]);
    }
  });

  it('prints the same for people to read', async () => {
    const { code, stdout, stderr } = await pronunciation(['score', '--learner', learner, '--reference', reference]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Verdict +\S+\nScore +.+\nDistance +[\d.]+\n(?:End +.+\nRate +.+ a second .+\nPauses +.+\n)?Model +default, (native|wasm), [\d.]+ ms\n +\S.+\n$/);
  });

  it('speaks a text and compares with that', async () => {
    const args = ['score', '--learner', learner, '--text', '안녕하세요', '--language', 'ko', '--json'];
    const { code, stdout, stderr } = await pronunciation(args);
    assert.equal(code, 0, stderr);
    assert.ok(JSON.parse(stdout).distance >= 0);
  });

  it('tells the words of a bundled recording, for people and as JSON, and draws the pair', async () => {
    const picture = join(folder, 'pair.png');
    const recording = join(packageRoot(), 'practice', 'recordings', 'en-correct.wav');
    const text = 'You must have a lot';
    const args = ['score', '--learner', recording, '--text', text, '--language', 'en-US', '--picture', picture];
    const { stdout, stderr } = await pronunciation(args);
    assert.equal(stderr, '');
    const expected = ['You', 'must', 'have', 'a', 'lot'];
    const lines = stdout.split('\n').flatMap((line) => /^(?:Words)? +(\d+) {2}[\d.]+ to [\d.]+ s {2}(.*)$/.exec(line)?.slice(1, 3) ?? []);
    assert.deepEqual(lines.filter((_, i) => i % 2 === 1), expected, stdout);
    assert.ok(PNG.sync.read(readFileSync(picture)).width > 200);
    const { words } = JSON.parse((await pronunciation([...args, '--json'])).stdout);
    assert.deepEqual(words.map((word: { readonly text: string }) => word.text), expected);
    assert.deepEqual(words.map(({ score }: { readonly score: number }) => score.toFixed(0)), lines.filter((_, i) => i % 2 === 0));
  });

  it('draws nothing for silence, and says so', async () => {
    const picture = join(folder, 'none.png');
    const { code, stderr } = await pronunciation(['score', '--learner', silence, '--reference', reference, '--picture', picture]);
    assert.equal(code, 0);
    assert.match(stderr, /^No picture: there was nothing to compare\.$/m);
    assert.ok(!existsSync(picture));
  });

  it('ends with exit code 0 for a refusal too, here silence', async () => {
    const { code, stdout, stderr } = await pronunciation(['score', '--learner', silence, '--reference', reference, '--json']);
    assert.equal(code, 0, stderr);
    const { verdict, value, distance, tier, message, frames } = JSON.parse(stdout);
    assert.deepEqual({ verdict, value, distance, tier }, { verdict: 'no-speech', value: null, distance: null, tier: null });
    assert.match(message, /Speak/);
    assert.deepEqual(frames.distance, []);
  });

  it('ends with exit code 1 and one sentence for an error', async () => {
    const text = join(folder, 'text.wav');
    writeFileSync(text, 'This is no recording.');
    const given = ['--learner', learner];
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['--reference', reference], /^--learner is missing/],
      [given, /^Give --reference or --text/],
      [[...given, ...Array.from({ length: 6 }, () => ['--reference', reference]).flat()], /^There are 6 references; at most 5 are compared/],
      [[...given, '--text', 'hello'], /^--language is missing/],
      [[...given, '--reference', reference, '--model', 'none'], /^There is no model none/],
      [[...given, '--reference', join(folder, 'no.wav')], /^There is no file .*no\.wav/],
      [[...given, '--reference', text], /no recording that can be read: it is text/],
      [[...given, '--reference', silence], /reference/i],
      [[...given, '--text', 'hello', '--language', 'tlh-none'], /tlh-none/],
      [[...given, '--reference', reference, 'more'], /^Unexpected argument 'more'/],
      [[...given, '--reference', reference, '--picture', reference], /^--picture names the recording .*reference\.wav/],
      [[...given, '--reference', reference, '--picture', join(folder, 'no', 'a.png')], /^There is no folder .*no for --picture/],
      [['--learner'], /^Option '--learner <value>' argument missing/],
    ];
    for (const [args, sentence] of cases) {
      const { code, stdout, stderr } = await pronunciation(['score', ...args]);
      assert.equal(code, 1, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, sentence);
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
    }
  });
});
