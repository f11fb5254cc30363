import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { packageRoot } from '../../base/package-root';
import { referenceVoice } from '../../engine/offline/reference-voice';
import { needsEar } from '../support/ear';
import { pronunciation, temporaryFolder, writeWav } from './support';
import { decodeWav } from '../../pipeline/wav';

const TEXT = 'She never drinks coffee after dinner';

describe('pronunciation hear', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  let said: string;
  let without: string;

  before(async function () {
    needsEar(this);
    const write = async (name: string, text: string): Promise<string> => {
      const { samples, sampleRate } = decodeWav((await referenceVoice().sayWithWords(text, 'en-US')).wav);
      return writeWav(folder, name, samples, sampleRate);
    };
    said = await write('said.wav', TEXT);
    without = await write('without.wav', 'She drinks coffee after dinner');
  });

  it('writes down what was said, word by word', async () => {
    const { code, stdout, stderr } = await pronunciation(['hear', said, '--language', 'en-US']);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Heard +She never drinks coffee after dinner\.?\nWords +0\.\d\d to \d\.\d\d s {2}She\n/);
    assert.match(stdout, /\nModel +whisper-base, \d+ ms\n$/);
  });

  it('names the word of a text that was left out, for people and as JSON', async () => {
    const { stdout } = await pronunciation(['hear', without, '--language', 'en-US', '--text', TEXT]);
    assert.match(stdout, /never {2}\(left out\)\n/);
    assert.match(stdout, /\nComplete +83 % of the words\n/);
    const { stdout: json } = await pronunciation(['hear', without, '--language', 'en-US', '--text', TEXT, '--json']);
    const heard = JSON.parse(json);
    assert.deepEqual(heard.words.map(({ error }: { error: string }) => error), ['none', 'omission', 'none', 'none', 'none', 'none']);
  });

  it('tells the score command, which takes the top tier away and says why', async () => {
    const { stdout } = await pronunciation(['score', '--learner', without, '--language', 'en-US', '--text', TEXT, '--json']);
    const { value, tier, message, words, heard } = JSON.parse(stdout);
    assert.ok(value < 85 && tier.name !== 'native', `${value}`);
    assert.equal(message, '"never" was missing. Say the whole sentence.');
    assert.ok(words[1].score < 60, `${words[1].score}`);
    assert.equal(heard.completeness, 5 / 6);
    const right = JSON.parse((await pronunciation(['score', '--learner', said, '--language', 'en-US', '--text', TEXT, '--json'])).stdout);
    assert.equal(right.tier.name, 'native');
  });

  it('names the word that one sounded like, and the score command says what to do', async () => {
    const { samples, sampleRate } = decodeWav((await referenceVoice().sayWithWords('sheep', 'en-US')).wav);
    const sheep = writeWav(folder, 'sheep.wav', samples, sampleRate);
    assert.match((await pronunciation(['hear', sheep, '--language', 'en-US', '--text', 'ship'])).stdout, /ship {2}\(sounded like sheep\)\n/);
    const { stdout } = await pronunciation(['score', '--learner', sheep, '--language', 'en-US', '--text', 'ship']);
    assert.match(stdout, /\nSounded +ship like sheep\n[^]*"ship" sounded like "sheep": make it short/);
    assert.doesNotMatch(stdout, /Score .*native/);
  });

  it('names its help where the file is missing or one too many, and the languages where it does not know one', async () => {
    assert.match((await pronunciation(['hear'])).stderr, /Name one file\. See: pronunciation hear --help/);
    assert.match((await pronunciation(['hear', said, without])).stderr, /Name one file/);
    const { code, stderr } = await pronunciation(['hear', said, '--language', 'xx']);
    assert.equal(code, 1);
    assert.match(stderr, /does not know the language "xx"/);
  });

  it('is in the list of commands, and its help says what it prints', async () => {
    const { stdout } = await pronunciation(['hear', '--help']);
    assert.match(stdout, /pronunciation hear FILE/);
    const readme = readFileSync(join(packageRoot(), 'docs', 'command-line.md'), 'utf8');
    assert.match(readme, /hear/);
  });
});
