import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import helper from 'node-red-node-test-helper';

import { withEnvironment } from '../support/fake-microphone';
import { startFlow, stopFlow } from '../support/node-red';
import { MIC } from './all-nodes';

describe('The list of devices in the dialog of pron-mic', function () {
  this.timeout(10_000);
  let bin = '';
  let restore: () => void = () => undefined;

  before(() => helper.startServer());
  after(() => helper.stopServer());

  beforeEach(async () => {
    bin = mkdtempSync(join(tmpdir(), 'pronunciation-bin-'));
    restore = withEnvironment('PATH', bin);
    await startFlow([MIC], [{ id: 'mic', type: 'pron-mic' }]);
  });

  afterEach(async () => {
    await stopFlow();
    restore();
    rmSync(bin, { recursive: true });
  });

  /** An arecord that knows one card, which `onCard` opens. */
  function writeArecord(onCard: string): void {
    const card = 'card 1: Device [USB PnP Sound Device], device 0: USB Audio [USB Audio]';
    const lines = [
      '#!/bin/sh',
      `[ "$1" = -l ] && echo "${card}"`,
      '[ "$1" = -D ] || exit 0',
      `case "$2" in plughw*) ${onCard} ;; esac`,
      'exec /usr/bin/head -c 100000 /dev/zero',
    ];
    writeFileSync(join(bin, 'arecord'), `${lines.join('\n')}\n`, { mode: 0o755 });
  }
  const fails = (reason: string): string => `echo "arecord: main:831: audio open error: ${reason}" >&2; exit 1`;
  const list = async (): Promise<{ name: string; label: string; problem: { code: string; message: string } | null }[]> => {
    const { status, body } = await helper.request().get('/pronunciation/devices');
    assert.equal(status, 200);
    return body as Awaited<ReturnType<typeof list>>;
  };

  it('comes from arecord', async () => {
    writeArecord('true');
    assert.deepEqual(await list(), [
      { name: 'default', label: 'default', problem: null },
      { card: 1, name: 'plughw:CARD=Device,DEV=0', label: 'USB PnP Sound Device, USB Audio', problem: null },
    ]);
  });

  for (const [reason, code] of [
    ['Device or resource busy', 'PRON_MIC_BUSY'],
    ['Permission denied', 'PRON_MIC_FORBIDDEN'],
    ['No such device', 'PRON_MIC_UNPLUGGED'],
  ] as const) {
    it(`says of a device that can't be opened why: ${reason}`, async () => {
      writeArecord(fails(reason));
      const [first, second] = await list();
      assert.equal(first?.problem, null);
      assert.equal(second?.problem?.code, code);
      assert.match(second?.problem?.message ?? '', /plughw:CARD=Device,DEV=0.*\.$/);
    });
  }

  it('takes no device for busy that is busy only with being tried by another name', async () => {
    const taken = join(bin, 'taken');
    writeArecord(`[ -e ${taken} ] || { >${taken}; ${fails('Device or resource busy')}; }`);
    assert.deepEqual((await list()).map(({ problem }) => problem), [null, null]);
  });

  it('gives a device up that delivers nothing', async () => {
    writeArecord('exec /bin/sleep 30');
    const began = Date.now();
    const [, second] = await list();
    assert.equal(second?.problem?.code, 'PRON_MIC_NO_DATA');
    assert.ok(Date.now() - began < 6000);
  });

  it('is an error with a sentence for the dialog where arecord is missing', async () => {
    const { status, body } = await helper.request().get('/pronunciation/devices');
    assert.equal(status, 500);
    const { code, message } = body as { readonly code: string; readonly message: string };
    assert.equal(code, 'PRON_MIC_PROGRAM');
    assert.match(message, /apt install alsa-utils/);
  });
});
