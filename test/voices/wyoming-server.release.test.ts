import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { speak } from '../../voices';
import { wyomingVoices } from '../../voices/wyoming/voices';
import { installFromPypi, WYOMING_PACKAGE, type PypiPackage } from '../support/pypi';
import { needsProgram } from '../support/programs';
import { PYTHON } from '../support/python';

describe("The wyoming engine with a server of PyPI's wyoming", function () {
  this.timeout(120_000);
  let wyoming: PypiPackage | undefined;
  let server: ChildProcess | undefined;
  let address = '';

  before(async function () {
    needsProgram(this, 'espeak-ng');
    wyoming = installFromPypi(this, WYOMING_PACKAGE);
    server = spawn(PYTHON, [join(packageRoot(), 'test/voices/python/wyoming_espeak.py')], { stdio: ['ignore', 'pipe', 'inherit'], env: wyoming.env });
    const [port] = (await once(server.stdout ?? server, 'data')) as [Buffer];
    address = `127.0.0.1:${port.toString().trim()}`;
  });
  after(() => {
    server?.kill();
    wyoming?.remove();
  });

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
