import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { speak } from '../../voices';
import { wyomingVoices } from '../../voices/wyoming/voices';
import { PYTHON } from '../support/python';
import { needsProgram, skipFor } from '../support/programs';

/** A Python that has the package: `PRON_WYOMING_PYTHON`, of a virtual environment, or Debian's. */
const WITH_WYOMING = process.env['PRON_WYOMING_PYTHON'] ?? PYTHON;

describe("The wyoming engine with a server of PyPI's wyoming", function () {
  this.timeout(20_000);
  let server: ChildProcess | undefined;
  let address = '';

  before(async function () {
    needsProgram(this, 'espeak-ng');
    if (spawnSync(WITH_WYOMING, ['-c', 'import wyoming']).status !== 0) skipFor(this, 'needs pip install wyoming, see PRON_WYOMING_PYTHON');
    server = spawn(WITH_WYOMING, [join(packageRoot(), 'test/voices/python/wyoming_espeak.py')], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = (await once(server.stdout ?? server, 'data')) as [Buffer];
    address = `127.0.0.1:${port.toString().trim()}`;
  });
  after(() => server?.kill());

  it('says what the espeak-ng program says', async () => {
    const request = { text: '안녕하세요', language: 'ko', voice: 'ko', wordTimes: false } as const;
    const served = await speak({ ...request, engine: 'wyoming', address });
    assert.deepEqual(served.wav, (await speak({ ...request, engine: 'espeak-ng' })).wav);
  });

  it('lists its voices', async () => {
    assert.deepEqual(await wyomingVoices(address, 'ko-KR'), ['ko']);
    assert.deepEqual(await wyomingVoices(address, 'en'), []);
  });
});
