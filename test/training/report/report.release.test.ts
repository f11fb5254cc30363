import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import { GROUPS } from '../../../training/report/groups';
import { temporaryFolder } from '../../cli/support';
import { needsProgram } from '../../support/programs';

const ROOT = packageRoot();
const SPEECH = join(ROOT, '..', 'shared', 'speech');
/** What the project promises, as the report names it. */
const PROMISED = [
  'English learners: Pearson with total',
  'Pearson with accuracy',
  'Pearson with fluency',
  'Pearson with total, children',
  'Pearson with total, adults',
  'Mean squared error of score / 10 against total',
  'AUC, total of 8 and more against 5 and less',
  'AUC, same against another sentence',
  'Equal error rate, same against another',
  "Pearson of word scores with the words' total",
  'Not speech: share refused or with at most 5 points',
  'Largest change of the score for -20 to +20 dB, points',
  'Points lost at 20 dB SNR, with the noise node',
  'Points lost at 10 dB SNR, with the noise node',
  'Korean, synthetic: rank correlation of median score and wrong phonemes',
  'Korean, synthetic: AUC, correct against 15 % wrong',
  'Korean readers: mean score',
  'Korean readers: mean score of another text',
  'Korean readers: AUC, same against another',
  "Korean readers: points lost where 15 % of the voice's phonemes are wrong",
  'Korean single syllables (digits): AUC, same against another word',
  'People who spoke, refused as no speech',
  '4 s against 4 s, native, CPU ms',
  '4 s against 4 s, WebAssembly, CPU ms',
  'ONNX files, MB',
];

describe('npm run report', function () {
  this.timeout(600_000);
  const folder = temporaryFolder();

  function report(...args: string[]) {
    const main = ['--require', require.resolve('tsx/cjs'), join(ROOT, 'training', 'report', 'main.ts')];
    return spawnSync(process.execPath, [...main, ...args], { encoding: 'utf8' });
  }

  it('measures all that is promised, here on a few recordings', function () {
    if (!existsSync(SPEECH)) {
      if (this.test) this.test.title += ' (skipped: the recordings in ../shared/speech are missing)';
      this.skip();
    }
    needsProgram(this, 'espeak-ng', 'ffmpeg');
    const { stdout, stderr, status } = report('--few', '--markdown');
    assert.equal(status, 0, stderr);
    const lines = stdout.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    for (const title of PROMISED) {
      const [, , target, measured] = lines.find((cells) => cells[1] === title) ?? [];
      assert.match(target ?? '', /^[≥≤] -?[\d.]+$/, title);
      assert.match(measured ?? '', /^-?[\d.]*$/, title);
    }
    for (const name of Object.keys(GROUPS)) assert.match(stderr, new RegExp(`^${name}: \\d+ s$`, 'm'));
  });

  it('plays the recordings on its page, here those of a few learners', function () {
    if (!existsSync(SPEECH)) this.skip();
    needsProgram(this, 'espeak-ng', 'ffmpeg');
    const page = join(folder, 'few.html');
    const { stderr, status } = report('--few', '--only', 'learners', '--page', page);
    assert.equal(status, 0, stderr);
    const text = readFileSync(page, 'utf8');
    assert.match(text, /<audio[^>]* src="data:audio\/wav;base64,[^"]*" aria-label="Learner, recording /);
    assert.doesNotMatch(text.replace(/data:[a-z/]+;base64,[A-Za-z0-9+/=]*/g, ''), /There is no file/);
  });

  it('answers mistakes with one sentence', () => {
    assert.match(report('--only', 'nothing', '--speech', '/nowhere').stderr, /^There are no rows "nothing"; there are learners, /);
    assert.match(report('--few', '--write').stderr, /^The figures of --few mean nothing and cannot be written; leave out --few or --write\.\n$/);
  });
});
