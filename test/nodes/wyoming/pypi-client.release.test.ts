import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { packageRoot } from '../../../base/package-root';
import { needsEar } from '../../support/ear';
import { startFlow, stopFlow } from '../../support/node-red';
import { installFromPypi, WYOMING_PACKAGE, type PypiPackage } from '../../support/pypi';
import { PYTHON } from '../../support/python';
import { WYOMING } from '../all-nodes';

const PORT = 10_399;

interface Program {
  readonly name: string;
  readonly installed: boolean;
  readonly voices: readonly { readonly name: string; readonly languages: readonly string[]; readonly speakers: readonly object[] }[];
  readonly models: readonly { readonly name: string; readonly languages: readonly string[]; readonly version: string }[];
}

interface Said {
  readonly info: { readonly tts: readonly Program[]; readonly asr: readonly Program[] };
  readonly pong: string;
  readonly error: string;
  readonly after: null;
  readonly rate: number;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly transcript: readonly [string, string];
}

describe("The wyoming node with a client of PyPI's wyoming", function () {
  this.timeout(120_000);
  let wyoming: PypiPackage | undefined;
  let said: Said;

  before(async function () {
    needsEar(this);
    wyoming = installFromPypi(this, WYOMING_PACKAGE);
    await startFlow([WYOMING], [{ id: 'n', type: 'pron-wyoming', port: PORT }]);
    const script = join(packageRoot(), 'test/nodes/python/wyoming_client.py');
    const { stdout } = await promisify(execFile)(PYTHON, [script, String(PORT), 'Turn the light on, please.', 'en'], { env: wyoming.env });
    said = JSON.parse(stdout) as Said;
  });
  after(async () => {
    await stopFlow();
    wyoming?.remove();
  });

  it('tells its voices and its ear', () => {
    const [voices] = said.info.tts;
    const [ear] = said.info.asr;
    assert.ok(voices?.installed === true && ear?.installed === true);
    const korean = voices.voices.find(({ name }) => name === 'ko');
    assert.deepEqual(korean?.languages, ['ko']);
    assert.ok((korean?.speakers.length ?? 0) > 1);
    assert.ok(voices.voices.length > 50);
    assert.deepEqual(['ko', 'en'].filter((tag) => ear.models[0]?.languages.includes(tag)), ['ko', 'en']);
  });

  it('speaks, and hears what it has spoken', () => {
    assert.equal(said.pong, 'here');
    assert.equal(said.milliseconds, Math.round((1000 * said.bytes) / 2 / said.rate));
    assert.match(said.transcript[0], /light on/i);
    assert.equal(said.transcript[1], 'en');
  });

  it('says what it can\'t speak, and hangs up', () => assert.deepEqual([said.error, said.after], ['PRON_TTS_VOICE', null]));
});
