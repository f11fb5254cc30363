import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { speak } from '../../voices';
import { wyomingVoices } from '../../voices/wyoming/voices';
import { PYTHON } from '../support/python';
import { needsProgram, skipFor } from '../support/programs';

const PACKAGE = 'wyoming==1.10.2';

describe("The wyoming engine with a server of PyPI's wyoming", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'pronunciation-wyoming-'));
  let server: ChildProcess | undefined;
  let address = '';

  before(async function () {
    needsProgram(this, 'espeak-ng');
    const installed = spawnSync(PYTHON, ['-m', 'pip', 'install', '--quiet', '--target', folder, PACKAGE], { encoding: 'utf8' });
    if (installed.status !== 0) skipFor(this, `needs ${PACKAGE} from PyPI: ${installed.stderr}`);
    server = spawn(PYTHON, [join(packageRoot(), 'test/voices/python/wyoming_espeak.py')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PYTHONPATH: folder },
    });
    const [port] = (await once(server.stdout ?? server, 'data')) as [Buffer];
    address = `127.0.0.1:${port.toString().trim()}`;
  });
  after(() => {
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
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
