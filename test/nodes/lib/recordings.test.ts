import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nameRecordings } from '../../../nodes/lib/recordings';

describe('the name of the folder of recordings', () => {
  const before = process.env.PRONUNCIATION_RECORDINGS;
  afterEach(() => {
    if (before === undefined) delete process.env.PRONUNCIATION_RECORDINGS;
    else process.env.PRONUNCIATION_RECORDINGS = before;
  });

  it('leads to the bundled recordings', () => {
    delete process.env.PRONUNCIATION_RECORDINGS;
    nameRecordings();
    assert.ok(existsSync(join(process.env.PRONUNCIATION_RECORDINGS ?? '', 'ko-correct.wav')));
  });

  it('leaves a folder alone that the user has named', () => {
    process.env.PRONUNCIATION_RECORDINGS = '/home/pi/mine';
    nameRecordings();
    assert.equal(process.env.PRONUNCIATION_RECORDINGS, '/home/pi/mine');
  });
});
