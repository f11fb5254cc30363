import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { readTable } from '../../base/table/table';
import { training, temporaryFolder, writeTable } from '../cli/support';

describe('pairs with several takes', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const speech = join(folder, 'speech');
  const out = join(folder, 'takes.tsv');
  const WORDS = ['yes', 'no', 'stop'];

  before(() => {
    mkdirSync(join(speech, 'arabic-commands'), { recursive: true });
    const of = (word: string): string[][] =>
      ['a', 'b', 'c', 'd'].flatMap((speaker) => [1, ...(speaker === 'd' ? [] : [2])].map((n) => [`${word}/${speaker}${n}.opus`, word, speaker]));
    writeTable(join(speech, 'arabic-commands'), 'labels.tsv', [['file', 'text', 'speaker'], ...WORDS.flatMap(of)]);
  });

  async function takesOf(...args: string[]): Promise<Readonly<Record<string, string>>[]> {
    const { code, stderr } = await training(['takes', '--speech', speech, '--set', 'arabic-commands', '--out', out, ...args]);
    assert.equal(code, 0, stderr);
    return (await readTable(out)).rows.map(({ fields }) => fields);
  }
  const speakerIn = (path = ''): string | undefined => /([a-d])\d\.opus$/.exec(path)?.[1];
  const wordIn = (path = ''): string | undefined => /([^/]+)\/[^/]+$/.exec(path)?.[1];

  it('compare each speaker with others who say the word, and with others who say another one', async () => {
    const rows = await takesOf('--takes', '2');
    assert.equal(rows.length, WORDS.length * 4 * 2);
    for (const { learner, reference, reference_2: second, same, speaker } of rows) {
      assert.deepEqual([speakerIn(learner), new Set([speaker, speakerIn(reference), speakerIn(second)]).size], [speaker, 3]);
      assert.deepEqual([wordIn(reference) === wordIn(learner), wordIn(second) === wordIn(learner)], [same === '1', same === '1']);
    }
  });

  it('may be of a few words only', async () => {
    assert.deepEqual(new Set((await takesOf('--takes', '1', '--words', '2')).map(({ word }) => word)), new Set(['yes', 'no']));
  });

  it('begin with the same takes, however many there are', async () => {
    const first = async (...args: string[]) => (await takesOf(...args)).map(({ learner, reference }) => [learner, reference]);
    assert.deepEqual(await first('--takes', '1'), await first('--takes', '3'));
    assert.notDeepEqual(await first('--takes', '1'), await first('--takes', '1', '--seed', '2'));
  });

  it('may all be of one reader, as a teacher records them', async () => {
    for (const { reference, reference_2: second, speaker } of await takesOf('--takes', '2', '--one-reader')) {
      assert.notEqual(reference, second);
      assert.equal(speakerIn(reference), speakerIn(second));
      assert.notEqual(speakerIn(reference), speaker);
    }
  });

  it('need enough takes of each word', async () => {
    for (const [args, sentence] of [
      [['--takes', '4'], /^There are fewer than 4 takes of a word; give a smaller --takes\.$/],
      [['--takes', '2', '--set', 'report'], /^--set is "report"; it must be one of english-commands, arabic-commands\.$/],
    ] as const) {
      const { code, stderr } = await training(['takes', '--speech', speech, '--set', 'arabic-commands', '--out', out, ...args]);
      assert.equal(code, 1);
      assert.match(stderr.trim(), sentence);
    }
  });
});
