import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { readTable } from '../../base/table/table';
import { pronunciation, temporaryFolder, writeTable, writeWav } from '../cli/support';
import { needsProgram } from '../support/programs';

const KOREAN = join(packageRoot(), '..', 'shared', 'speech', 'korean');

const TEXTS = ['한국에 온 지 삼 년 됐어요', '물 한 병하고 빵 두 개 주세요', '여기서 공항까지 얼마나 걸려요', '다음 정류장에서 내려야 해요', '오른쪽으로 돌아서 쭉 가세요', '오늘은 어제보다 훨씬 덥네요', '천천히 말씀해 주시면 고맙겠습니다', '도와주셔서 진심으로 감사드립니다'];

describe('pronunciation train-phones', function () {
  this.timeout(300_000);
  const folder = temporaryFolder();
  const [school, out] = [join(folder, 'school'), join(folder, 'own')];
  const train = (...args: string[]) => pronunciation(['train-phones', '--recordings', school, '--out', out, ...args]);

  /** Speaks the texts into the school's folder. */
  function record(): void {
    mkdirSync(school);
    TEXTS.forEach((text, i) => {
      execFileSync('espeak-ng', ['-v', 'ko', '-w', join(school, `${i}.wav`), text], { stdio: 'ignore' });
      writeFileSync(join(school, `${i}.txt`), text);
    });
  }

  it('teaches the ear a new voice, which it then hears better, and leaves out what can\'t be used', async function () {
    needsProgram(this, 'espeak-ng');
    record();
    writeWav(school, 'silence.wav', new Float32Array(16000));
    writeFileSync(join(school, 'silence.txt'), TEXTS[0] ?? '');
    writeFileSync(join(school, 'english.wav'), readFileSync(join(school, '0.wav')));
    writeFileSync(join(school, 'english.txt'), 'good morning');
    writeFileSync(join(school, 'wrong.wav'), readFileSync(join(school, '4.wav')));
    writeFileSync(join(school, 'wrong.txt'), '지하철역이 어디 있는지 아세요 저는 잘 몰라요');
    writeFileSync(join(school, 'without.wav'), '');
    const { code, stdout, stderr } = await train();
    assert.equal(code, 0, stderr);
    const reasons = [/silence\.wav is left out: nobody speaks in it/, /english\.wav is left out: its text "good morning" is not Korean/, /wrong\.wav is left out: it does not sound like its text/, /without\.wav is left out: it has no text/];
    for (const reason of reasons) assert.match(stderr, reason);
    const [before, after] = [...stdout.matchAll(/^ {2}(?:before|after) +([\d.]+) of 100 sounds/gm)].map(([, share]) => Number(share));
    assert.ok((after as number) > (before as number) + 5, stdout);
    assert.match(stdout, /^Rare, with fewer than 10: .*ㅠ/m);
    const file = JSON.parse(readFileSync(join(out, 'phones-ko.json'), 'utf8'));
    assert.deepEqual([file.recordings, file.speakers, file.figures.heldOut], [TEXTS.length, 0, 'recordings']);

    const recording = join(school, '5.wav');
    const hear = async (env = {}) => JSON.parse((await pronunciation(['hear', recording, '--language', 'ko', '--text', TEXTS[5] ?? '', '--json'], env)).stdout);
    const [plain, taught] = [await hear(), await hear({ PRONUNCIATION_PHONES: out })];
    const goodness = ({ phones }: { phones: { goodness: number }[] }): number => phones.reduce((sum, phone) => sum + phone.goodness, 0) / phones.length;
    assert.ok(goodness(taught) > goodness(plain) + 5, `${goodness(taught)} and ${goodness(plain)}`);
    assert.deepEqual([plain.ownPhones, taught.ownPhones.recordings], [undefined, TEXTS.length]);
  });

  it('replaces nothing by a probe that is no better, unless it is told to', async function () {
    needsProgram(this, 'espeak-ng');
    const path = join(out, 'phones-ko.json');
    const file = JSON.parse(readFileSync(path, 'utf8'));
    const better = { ...file, figures: { ...file.figures, after: { ...file.figures.after, right: 1 } } };
    writeFileSync(path, JSON.stringify(better));
    const { code, stdout } = await train();
    assert.equal(code, 2, stdout);
    assert.match(stdout, /hardly better than what is there, so nothing was written/);
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), better);
    assert.equal((await train('--force')).code, 0);
  });

  it('does not learn again from natives whom the ear knows already', async function () {
    if (!existsSync(KOREAN)) {
      if (this.test) this.test.title += ' (skipped: the recordings in ../shared/speech are missing)';
      this.skip();
    }
    needsProgram(this, 'ffmpeg');
    const table = writeTable(folder, 'zeroth.tsv', [
      ['file', 'text'],
      ...(await readTable(join(KOREAN, 'labels.tsv'))).rows.map(({ fields }) => [join(KOREAN, fields['file'] ?? ''), fields['text'] ?? '']).filter(([file]) => file?.includes('zeroth')),
    ]);
    const { code, stdout, stderr } = await pronunciation(['train-phones', '--recordings', KOREAN, '--texts', table, '--out', join(folder, 'known')]);
    assert.equal(code, 2, stderr);
    assert.match(stdout, /^ {2}before +(100\.0|9[89]\.\d) of 100/m);
    assert.ok(!existsSync(join(folder, 'known')));
  });
});
