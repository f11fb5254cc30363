import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
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
    assert.match(stdout, /^Verdict +\S+\nScore +.+\nDistance +[\d.]+\nModel +default, (native|wasm), [\d.]+ ms\n +\S.+\n$/);
  });

  it('speaks a text and compares with that', async () => {
    const args = ['score', '--learner', learner, '--text', '안녕하세요', '--language', 'ko', '--json'];
    const { code, stdout, stderr } = await pronunciation(args);
    assert.equal(code, 0, stderr);
    assert.ok(JSON.parse(stdout).distance >= 0);
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
      [given, /^Give either --reference or --text/],
      [[...given, '--reference', reference, '--text', 'a'], /^Give either --reference or --text/],
      [[...given, '--text', 'hello'], /^--language is missing/],
      [[...given, '--reference', reference, '--model', 'none'], /^There is no model none/],
      [[...given, '--reference', join(folder, 'no.wav')], /^There is no file .*no\.wav/],
      [[...given, '--reference', text], /WAV/],
      [[...given, '--reference', silence], /reference/i],
      [[...given, '--text', 'hello', '--language', 'tlh-none'], /tlh-none/],
      [[...given, '--reference', reference, 'more'], /^Unexpected argument 'more'/],
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
