import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { chooseGroups } from '../../training/report/choose-groups';
import { refuseOtherSpeakers } from '../../training/report/report-set';
import { readExperts } from '../../training/report/experts';
import { readSet } from '../../training/protocol/recordings';
import { syllables, temporaryFolder, training, writeWav } from '../cli/support';

describe('A public copy of the corpus', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const copy = join(folder, 'speechocean762');
  const speech = join(folder, 'speech');

  function report(...args: string[]) {
    const main = join(packageRoot(), 'training', 'report', 'main.ts');
    return spawnSync(process.execPath, ['--require', require.resolve('tsx/cjs'), main, ...args], { encoding: 'utf8' });
  }

  before(() => {
    for (const path of ['WAVE/SPEAKER0003', 'test', 'resource']) mkdirSync(join(copy, path), { recursive: true });
    writeWav(join(copy, 'WAVE', 'SPEAKER0003'), '000030012.WAV', syllables(1, 1));
    writeFileSync(join(copy, 'test', 'wav.scp'), '000030012\tWAVE/SPEAKER0003/000030012.WAV\n');
    writeFileSync(join(copy, 'test', 'utt2spk'), '000030012\t0003\n');
    writeFileSync(join(copy, 'test', 'spk2age'), '0003\t6\n');
    writeFileSync(join(copy, 'test', 'spk2gender'), '0003\tm\n');
    const word = { text: 'MARK', total: [8, 9], accuracy: [8, 8], stress: [10, 10], phones: ['M AA R K', 'M AA R K'] };
    const scored = { text: 'MARK', total: [7, 8, 9], accuracy: [8, 8, 8], fluency: [9, 9, 9], prosodic: [9, 9, 9], completeness: [1, 1, 1], words: [word] };
    writeFileSync(join(copy, 'resource', 'scores-detail.json'), JSON.stringify({ '000030012': scored }));
    const sounds = { text: 'MARK', phones: ['M', 'AA0', 'R', 'K'], 'phones-accuracy': [2, 1.5, 2, 0.75] };
    writeFileSync(join(copy, 'resource', 'scores.json'), JSON.stringify({ '000030012': { words: [sounds] } }));
  });

  it('becomes the folder that the report reads, with no recording copied', async () => {
    const { code, stderr } = await training(['corpus', '--corpus', copy, '--out', speech]);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /1 recordings\. Next command: npm run report -- --speech /);
    const [recording] = await readSet(speech, 'report', undefined);
    assert.ok(recording !== undefined && existsSync(recording.path));
    const { path: _, ...facts } = recording;
    const words = '[{"text":"mark","human":8.5,"phoneAccuracy":[2,1.5,2,0.75]}]';
    assert.deepEqual(facts, { text: 'mark', language: 'en-US', speaker: '0003', human: '8', accuracy: '8', fluency: '9', prosodic: '9', age: '6', gender: 'm', words });
    assert.deepEqual([...readExperts(speech).values()].map(({ total }) => total), [[7, 8, 9]]);
    assert.equal(readFileSync(join(speech, 'english-learners', 'report-speakers.txt'), 'utf8'), '0003\n');
  });

  it('needs no ratings of sounds', async () => {
    rmSync(join(copy, 'resource', 'scores.json'));
    const other = join(folder, 'without-sounds');
    assert.equal((await training(['corpus', '--corpus', copy, '--out', other])).code, 0);
    assert.equal((await readSet(other, 'report', undefined))[0]?.words, '[{"text":"mark","human":8.5}]');
  });

  it('is reported on in those rows whose recordings are there', () => {
    const { groups, leftOut } = chooseGroups(undefined, speech);
    assert.deepEqual(groups.map(([name]) => name), ['learners', 'ear', 'volume', 'korean-synthetic', 'speed']);
    assert.ok(leftOut.includes('korean-readers') && leftOut.includes('noise'));
  });

  it('gives no figures to a manifest, unless its speakers are those of the report set', async () => {
    const { stderr } = report('--write', '--model', 'none', '--speech', speech);
    assert.match(stderr, /^--write is for figures of the report set, and the English learners in \S+speech are not the speakers of training\/report-speakers\.txt: .*\.\n$/);
    const { groups } = chooseGroups('speed,korean-synthetic', speech);
    await refuseOtherSpeakers(groups, speech);

    const speakers = readFileSync(join(packageRoot(), 'training', 'report-speakers.txt'), 'utf8').trim().split('\n');
    const learners = join(folder, 'train-part', 'english-learners');
    mkdirSync(learners, { recursive: true });
    writeFileSync(join(learners, 'report-speakers.txt'), speakers.join('\n'));
    const [label = ''] = readFileSync(join(speech, 'english-learners', 'labels.jsonl'), 'utf8').split('\n');
    const labelsOf = (some: readonly string[]): string => some.map((speaker) => `${label.replace('"0003"', `"${speaker}"`)}\n`).join('');
    const { groups: rows } = chooseGroups('learners', join(folder, 'train-part'));
    writeFileSync(join(learners, 'labels.jsonl'), labelsOf(speakers));
    await refuseOtherSpeakers(rows, join(folder, 'train-part'));
    writeFileSync(join(learners, 'labels.jsonl'), labelsOf(speakers.slice(1)));
    await assert.rejects(refuseOtherSpeakers(rows, join(folder, 'train-part')), /are not the speakers of/);
  });

  it('is named in one sentence where it is missing, or a row that is asked for lacks its recordings', () => {
    assert.throws(() => chooseGroups(undefined, join(folder, 'none')), /The rows learners need the recordings .*none\/english-learners, which are not there\. Name their folder with --speech DIR/);
    assert.throws(() => chooseGroups('korean-readers', speech), /The rows korean-readers need the recordings .*speech\/korean, which are not there/);
    assert.throws(() => chooseGroups('nothing', speech), /There are no rows "nothing"; there are learners, /);
  });

  it('is refused in one sentence where a file of it is missing', async () => {
    const { code, stderr } = await training(['corpus', '--corpus', join(folder, 'none'), '--out', join(folder, 'new')]);
    assert.equal(code, 1);
    assert.match(stderr.trim(), /^There is no file \S+none\/test\/wav\.scp\.$/);
  });
});
