import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeAPI } from 'node-red';
import { nameBundledFiles } from '../../../nodes/lib/bundled-files';

const NAMES = ['RECORDINGS', 'LESSON_RECORDINGS', 'SENTENCES', 'BUNDLED_SENTENCES', 'COLLECTION'].map((name) => `PRONUNCIATION_${name}`);
const RED = { settings: { userDir: '/home/pi/.node-red' } } as NodeAPI;

describe('The names of the bundled files', () => {
  const before = new Map(NAMES.map((name) => [name, process.env[name]]));
  beforeEach(() => NAMES.forEach((name) => delete process.env[name]));
  afterEach(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  it('lead to the bundled recordings and the bundled list of sentences', () => {
    nameBundledFiles(RED);
    assert.ok(existsSync(join(process.env.PRONUNCIATION_RECORDINGS ?? '', 'ko-correct.wav')));
    assert.ok(existsSync(join(process.env.PRONUNCIATION_LESSON_RECORDINGS ?? '', 'ko-correct.wav')));
    assert.ok(existsSync(process.env.PRONUNCIATION_BUNDLED_SENTENCES ?? ''));
  });

  it('lead to the list in the user directory that the teacher edits', () => {
    nameBundledFiles(RED);
    assert.equal(process.env.PRONUNCIATION_SENTENCES, '/home/pi/.node-red/pronunciation-sentences.txt');
  });

  it('lead to a folder of the user directory for what is collected', () => {
    nameBundledFiles(RED);
    assert.equal(process.env.PRONUNCIATION_COLLECTION, '/home/pi/.node-red/pronunciation-recordings');
  });

  it('leave alone what the user has named', () => {
    for (const name of NAMES) process.env[name] = '/home/pi/mine';
    nameBundledFiles(RED);
    for (const name of NAMES) assert.equal(process.env[name], '/home/pi/mine');
  });
});
