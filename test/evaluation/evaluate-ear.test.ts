import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { referenceVoice } from '../../engine/offline/reference-voice';
import { parseTable } from '../../base/table/table';
import { pronunciation, temporaryFolder, writeTable } from '../cli/support';
import { needsEar } from '../support/ear';

const TEXT = 'I do not want to eat fish for dinner today';
const SAID = { right: TEXT, left: 'I do want to eat fish for dinner today', added: 'I do not really want to eat fish for dinner today' };

describe('pronunciation evaluate with the ear', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  let pairs = '';

  before(async function () {
    needsEar(this);
    for (const [name, text] of Object.entries(SAID)) writeFileSync(join(folder, `${name}.wav`), await referenceVoice().say(text, 'en-US'));
    pairs = writeTable(folder, 'pairs.tsv', [
      ['learner', 'reference', 'text', 'language', 'human', 'fluency', 'same'],
      ['right.wav', '', TEXT, 'en-US', '9', '8', '1'],
      ['left.wav', 'right.wav', TEXT, 'en-US', '6', '7', '1'],
      ['added.wav', '', TEXT, 'en-US', '5', '', '1'],
      ['right.wav', '', 'She never drinks coffee after dinner', 'en-US', '', '', '0'],
      ['left.wav', 'right.wav', '', '', '6', '6', '1'],
      ['left.wav', 'right.wav', TEXT, 'xx', '6', '5', '1'],
    ]);
  });

  it('names the places of words, refuses another sentence by what was said, and gives the figures of each witness', async () => {
    const details = join(folder, 'details.tsv');
    const { code, stdout, stderr } = await pronunciation(['evaluate', '--pairs', pairs, '--details', details, '--json']);
    assert.equal(code, 0, stderr);
    const { n, heard, refusedSame, refusedOther, pearson, agreement, witnesses } = JSON.parse(stdout);
    assert.deepEqual([n, heard, refusedSame, refusedOther], [6, 4, 0, 1]);
    assert.match(stderr, /^Scored without the ear: 1 of 6 pairs\. The table has no text with a language for them\.$/m);
    assert.match(stderr, /^Scored without the ear: 1 of 6 pairs\. The ear does not know the language "xx"\./m);

    const rows = parseTable(readFileSync(details, 'utf8'), 'details.tsv').rows.map(({ fields }) => fields);
    const column = (name: string): string[] => rows.map((fields) => fields[name] ?? '');
    assert.deepEqual(column('completeness').slice(0, 3).concat(column('completeness').slice(4)), ['1', '0.9', '1', '', '']);
    assert.deepEqual(column('omissions').slice(0, 3), ['', '2', '']);
    assert.deepEqual(column('insertions').slice(0, 3), ['', '', '3']);
    assert.ok(Number(column('completeness')[3]) < 0.5);
    assert.equal(column('verdict')[3], 'wrong-sentence');
    assert.ok(Number(column('score')[1]) < Number(column('siamese')[1]) - 5, 'a word that was left out costs points');
    assert.equal(column('score')[4], column('siamese')[4]);
    assert.notEqual(pearson, witnesses.siamese.pearson);
    assert.ok(agreement.fluency !== null && witnesses.siamese.fluency !== null && agreement.prosodic === null);
  });

  it('never calls a sentence native that had a word more, as the score node does', async () => {
    const asked = '저는 내일 친구와 함께 도서관에 갑니다';
    copyFileSync(join(__dirname, '..', 'fixtures', 'ear', 'ko-added-an.wav'), join(folder, 'more.wav'));
    const more = writeTable(folder, 'more.tsv', [['learner', 'text', 'language'], ['more.wav', asked, 'ko']]);
    const details = join(folder, 'more-details.tsv');
    await pronunciation(['evaluate', '--pairs', more, '--details', details]);
    const [row] = parseTable(readFileSync(details, 'utf8'), 'more-details.tsv').rows;
    assert.equal(row?.fields['insertions'], '5');
    assert.equal(row?.fields['score'], '84.9');
  });

  it('prints both witnesses for people, and goes without the ear where nobody wants it', async () => {
    const { stdout } = await pronunciation(['evaluate', '--pairs', pairs]);
    assert.match(stdout, /^Pairs that the ear has listened to +4 of 6$/m);
    assert.match(stdout, /^Pearson there, Siamese network alone +-?[01]\.\d{3}$/m);
    assert.match(stdout, /^Pearson with the raters' fluency +-?[01]\.\d{3}$/m);
    const alone = await pronunciation(['evaluate', '--pairs', pairs, '--no-ear', '--json']);
    assert.deepEqual([JSON.parse(alone.stdout).heard, /the ear/.test(alone.stderr)], [0, false]);
  });
});
