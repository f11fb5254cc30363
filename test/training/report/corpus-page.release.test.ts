import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import { temporaryFolder } from '../../cli/support';
import { heardVoice } from '../../support/ear';

const TEXTS = ['good morning everybody', 'we like warm bread', 'my father has a boat'];
/** Age, gender, and the experts' total of each speaker of the made-up test part. */
const SPEAKERS = [['9001', 9, 'f', 4], ['9002', 10, 'm', 7], ['9003', 30, 'f', 8], ['9004', 31, 'm', 9]] as const;

describe('The report on a public copy of the corpus', function () {
  this.timeout(300_000);
  const folder = temporaryFolder();
  const corpus = join(folder, 'speechocean762');
  const { say } = heardVoice();

  function report(...args: string[]) {
    const main = join(packageRoot(), 'training', 'report', 'main.ts');
    return spawnSync(process.execPath, ['--require', require.resolve('tsx/cjs'), main, ...args], { encoding: 'utf8', timeout: 280_000 });
  }

  before(async () => {
    for (const path of ['test', 'resource']) mkdirSync(join(corpus, path), { recursive: true });
    const scores: Record<string, object> = {};
    const [wavs, speakers]: [string[], string[]] = [[], []];
    for (const [speaker, , , total] of SPEAKERS) {
      mkdirSync(join(corpus, 'WAVE', `SPEAKER${speaker}`), { recursive: true });
      for (const [i, text] of TEXTS.entries()) {
        const id = `${speaker}000${i}`;
        const file = `WAVE/SPEAKER${speaker}/${id}.WAV`;
        // The worst speaker says another sentence.
        writeFileSync(join(corpus, file), await say(total === 4 ? (TEXTS[(i + 1) % TEXTS.length] ?? '') : text));
        wavs.push(`${id}\t${file}`);
        speakers.push(`${id}\t${speaker}`);
        const experts = [total, total, Math.min(10, total + (i % 2))];
        const words = text.toUpperCase().split(' ').map((word) => ({ text: word, total: [total, total], accuracy: [total, total], stress: [10, 10] }));
        scores[id] = { text: text.toUpperCase(), total: experts, accuracy: experts, fluency: experts, prosodic: experts, completeness: [1], words };
      }
    }
    const lines = (path: string, rows: readonly string[]): void => writeFileSync(join(corpus, path), `${rows.join('\n')}\n`);
    lines('test/wav.scp', wavs);
    lines('test/utt2spk', speakers);
    lines('test/spk2age', SPEAKERS.map(([speaker, age]) => `${speaker}\t${age}`));
    lines('test/spk2gender', SPEAKERS.map(([speaker, , gender]) => `${speaker}\t${gender}`));
    writeFileSync(join(corpus, 'resource', 'scores-detail.json'), JSON.stringify(scores));
  });

  it('measures its test part with both witnesses, and draws each of them on one page', () => {
    const page = join(folder, 'report.html');
    const { stdout, stderr, status } = report('--corpus', corpus, '--only', 'ear', '--page', page);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /English learners with the ear: recordings +12 /);
    assert.match(stdout, /With the ear: Pearson with total +≥ 0\.88 +\d\.\d{3}/);
    for (const kind of ['accuracy', 'fluency', 'prosody', "the words' total"]) assert.ok(stdout.includes(`With the ear: Pearson with ${kind}, children`), kind);
    const text = readFileSync(page, 'utf8');
    for (const title of ['The Siamese network alone', 'The ear alone']) assert.ok(text.includes(`<h3>${title}</h3>`), title);
    assert.equal(text.match(/aria-label="Scatter of human rating against score, 12 recordings/g)?.length, 3);
    assert.equal(text.match(/aria-label="Mean rating by score"/g)?.length, 3);
    assert.equal(text.match(/<caption>Words: the raters in rows/g)?.length, 3);
    assert.match(text, /one expert against the others/);
    assert.ok(!/https?:|<script/.test(text.replace(/data:[a-z/]+;base64,[A-Za-z0-9+/=]*/g, '')), 'the page needs no other file');
  });

  it('takes one folder of recordings, not two, and no page in a folder that is not there', () => {
    assert.match(report('--corpus', corpus, '--speech', folder).stderr, /^--corpus takes the place of --speech; leave out one of them\.\n$/);
    assert.match(report('--corpus', corpus, '--page', join(folder, 'none', 'a.html')).stderr, /--page/);
    assert.match(report('--corpus', join(folder, 'none')).stderr, /wav\.scp/);
    assert.ok(!existsSync(join(folder, 'none')));
  });
});
