import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeAPI } from 'node-red';
import { nameRecordings } from '../../../nodes/lib/recordings';

const NAMES = ['PRONUNCIATION_RECORDINGS', 'PRONUNCIATION_COLLECTION'];
const withUserDir = (userDir?: string): NodeAPI => ({ settings: { userDir } }) as NodeAPI;

describe('the names of the folders of recordings', () => {
  const before = NAMES.map((name) => [name, process.env[name]] as const);
  beforeEach(() => NAMES.forEach((name) => delete process.env[name]));
  after(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  it('lead to the bundled recordings, and into the user directory', () => {
    nameRecordings(withUserDir('/home/pi/.node-red'));
    assert.ok(existsSync(join(process.env.PRONUNCIATION_RECORDINGS ?? '', 'ko-correct.wav')));
    assert.equal(process.env.PRONUNCIATION_COLLECTION, join('/home/pi/.node-red', 'pronunciation-recordings'));
  });

  it('leave folders alone that the user has named', () => {
    for (const name of NAMES) process.env[name] = '/home/pi/mine';
    nameRecordings(withUserDir('/home/pi/.node-red'));
    assert.deepEqual(NAMES.map((name) => process.env[name]), ['/home/pi/mine', '/home/pi/mine']);
  });

  it('name no folder to collect in where there is no user directory', () => {
    nameRecordings(withUserDir());
    assert.equal(process.env.PRONUNCIATION_COLLECTION, undefined);
  });
});
