import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { decodeWav } from '../../../pipeline/wav';
import { pcmOfWav, wavOfPcm16 } from '../../../pipeline/pcm16';
import { eventually } from '../../system/support/node-red';
import { CAUGHT, startFlow, stopFlow, type RunningFlow } from '../../support/node-red';
import { installFromPypi, type PypiPackage } from '../../support/pypi';
import { PYTHON } from '../../support/python';
import { syntheticWav } from '../../support/synthetic-speech';
import { SATELLITE } from '../all-nodes';

const PORT = 10_799;

describe("The satellite node with PyPI's wyoming-satellite", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'pronunciation-satellite-'));
  const speech = Buffer.from(pcmOfWav(syntheticWav({ seed: 2 })));
  let installed: PypiPackage | undefined;
  let satellite: ChildProcess | undefined;
  let flow: RunningFlow;

  before(async function () {
    installed = installFromPypi(this, 'wyoming-satellite==1.0.0');
    // Its microphone: silence, a sentence, and silence from then on, at the pace of a sound card.
    writeFileSync(join(folder, 'heard.raw'), Buffer.concat([Buffer.alloc(64_000), speech, Buffer.alloc(640_000)]));
    const mic = `${PYTHON} -u -c "import sys,time\nf=open('${join(folder, 'heard.raw')}','rb')\nwhile True:\n b=f.read(2048) or bytes(2048)\n sys.stdout.buffer.write(b)\n time.sleep(0.064)"`;
    writeFileSync(join(folder, 'mic.sh'), `exec ${mic}\n`);
    writeFileSync(join(folder, 'snd.sh'), `exec cat > ${join(folder, 'played.raw')}\n`);
    const args = ['--uri', `tcp://127.0.0.1:${PORT}`, '--name', 'test', '--no-zeroconf', '--mic-command', `sh ${join(folder, 'mic.sh')}`, '--snd-command', `sh ${join(folder, 'snd.sh')}`, '--snd-command-rate', '16000'];
    satellite = spawn(PYTHON, ['-m', 'wyoming_satellite', ...args], { stdio: 'ignore', env: installed.env });
    flow = await startFlow([SATELLITE], [{ id: 'n', type: 'pron-satellite', address: `127.0.0.1:${PORT}`, wires: [['out']] }, { id: 'out', type: 'helper' }]);
  });
  after(async () => {
    await stopFlow();
    satellite?.kill();
    installed?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('hears what is said to it', async () => {
    const { payload, pronunciation } = await flow.next('out', CAUGHT);
    const { samples, sampleRate } = decodeWav(payload as Buffer);
    assert.equal(sampleRate, 16000);
    assert.ok(samples.length > speech.length / 2 - 16000 && samples.length < speech.length / 2 + 5 * 16000, String(samples.length));
    assert.equal(pronunciation.role, 'learner');
  });

  it('plays what it is sent', async () => {
    flow.send('n', { payload: wavOfPcm16(speech, 16000) });
    const played = await eventually('what was played', () => {
      const bytes = existsSync(join(folder, 'played.raw')) ? readFileSync(join(folder, 'played.raw')) : Buffer.alloc(0);
      return Promise.resolve(bytes.length >= speech.length ? bytes : undefined);
    });
    assert.ok(played.equals(speech));
  });
});
