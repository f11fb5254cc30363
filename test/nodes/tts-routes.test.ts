import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import helper from 'node-red-node-test-helper';

import { isBuiltInInstalled, speak } from '../../voices';
import type { OfferedVoice } from '../../voices/voices-of';
import { startFlow, stopFlow } from '../support/node-red';
import { hasProgram, needsProgram, skipFor } from '../support/programs';
import { httpServer } from '../support/voice-servers';
import { TTS } from './all-nodes';

interface Failure {
  readonly code: string;
  readonly message: string;
}

describe('The voices in the dialog of pron-tts', function () {
  this.timeout(30_000);
  before(() => startFlow([TTS], [{ id: 'tts', type: 'pron-tts' }]));
  after(stopFlow);

  const voices = async (engine: string, language: string): Promise<OfferedVoice[]> => {
    const { status, body } = await helper.request().get(`/pronunciation/voices?engine=${engine}&language=${language}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body as OfferedVoice[];
  };
  const names = (found: readonly OfferedVoice[], kind: string): string[] =>
    found.filter((voice) => voice.kind === kind).map(({ name }) => name);

  for (const engine of ['built-in', 'espeak-ng'] as const) {
    describe(`of the engine ${engine}`, () => {
      before(function () {
        if (engine === 'espeak-ng') needsProgram(this, 'espeak-ng');
        else if (!isBuiltInInstalled()) skipFor(this, 'needs the optional package');
      });

      it('are the language\'s own first, then higher and lower ones', async () => {
        const found = await voices(engine, 'ko');
        assert.deepEqual(found[0], { name: 'ko', kind: 'plain' });
        assert.ok(names(found, 'higher').includes('ko+f3'));
        assert.ok(names(found, 'lower').includes('ko+m8'));
      });

      it('are of other accents too, where the language has them', async () => {
        const found = await voices(engine, 'en-GB');
        assert.equal(found[0]?.name, 'en-gb');
        assert.ok(names(found, 'accent').includes('en-us'));
        assert.ok(!names(found, 'accent').includes('ko'));
      });

      it('all speak', async () => {
        for (const { name } of await voices(engine, 'ko')) {
          const { wav } = await speak({ engine, text: '네', language: 'ko', voice: name, wordTimes: false });
          assert.ok(wav.length > 1000, name);
        }
      });

      it('are none of a language that has none, which is said', async () => {
        const { status, body } = await helper.request().get(`/pronunciation/voices?engine=${engine}&language=tlh`);
        assert.deepEqual([status, (body as Failure).code], [500, 'PRON_TTS_VOICE']);
      });
    });
  }

  it('of the system are named where it has any', async () => {
    if (process.platform === 'linux') {
      const { body } = await helper.request().get('/pronunciation/voices?engine=system&language=ko');
      assert.equal((body as Failure).code, 'PRON_TTS_NO_SYSTEM_VOICE');
    } else {
      assert.ok((await voices('system', 'ko')).length > 0);
    }
  });

  it('of piper are files that nobody lists', async () => {
    assert.deepEqual(await voices('piper', 'ko'), []);
  });

  it('of a server are asked for at the address in the dialog, and never with a GET', async () => {
    const server = await httpServer((_, response) => response.end('{"voices":["kim"]}'));
    try {
      const asked = { engine: 'http', language: 'ko', address: `http://${server.address}`, key: 'typed', id: 'tts' };
      const { body } = await helper.request().post('/pronunciation/server-voices').send(asked);
      assert.deepEqual(body, [{ name: 'kim', kind: 'server' }]);
      assert.deepEqual(await voices('http', `ko&address=http://${server.address}`), []);
      assert.equal(server.requests.length, 1);
    } finally {
      await server.close();
    }
  });

  it('of a server never get the key of a node that was deployed with another address', async () => {
    const [own, other] = [await httpServer((_, response) => response.end('{}')), await httpServer((_, response) => response.end('{}'))];
    const address = `http://${own.address}`;
    await stopFlow();
    await startFlow([TTS], [{ id: 'tts', type: 'pron-tts', engine: 'http', address }], { credentials: { tts: { key: 'deployed' } } });
    try {
      for (const asked of [address, `http://${other.address}`]) {
        await helper.request().post('/pronunciation/server-voices').send({ engine: 'http', language: 'ko', address: asked, key: '__PWRD__', id: 'tts' });
      }
      const authorizations = [own, other].map(({ requests }) => (requests[0] as { authorization?: string }).authorization);
      assert.deepEqual(authorizations, ['Bearer deployed', undefined]);
    } finally {
      await Promise.all([own.close(), other.close()]);
    }
  });

  it('are not asked for with anything else', async () => {
    for (const query of ['engine=other&language=ko', 'engine=built-in&language=../ko', 'engine=built-in&engine=piper']) {
      const { status, body } = await helper.request().get(`/pronunciation/voices?${query}`);
      assert.deepEqual([status, (body as Failure).code], [400, 'PRON_BAD_SETTING'], query);
    }
  });
});

describe('Hearing a voice in the dialog of pron-tts', function () {
  this.timeout(30_000);
  let folder = '';
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pronunciation-speak-'));
    await startFlow([TTS], [{ id: 'tts', type: 'pron-tts' }]);
  });
  after(async () => {
    await stopFlow();
    rmSync(folder, { recursive: true });
  });

  const ENGINE = hasProgram('espeak-ng') ? 'espeak-ng' : 'built-in';
  const HELLO = { engine: ENGINE, language: 'ko', voice: 'ko+f3', rate: '200', pitch: '60', text: '안녕하세요' } as const;
  const post = (body: object) => helper.request().post('/pronunciation/speak').send(body);
  const refused = async (body: object): Promise<[number, string]> => {
    const { status, body: answer } = await post(body);
    return [status, (answer as Failure).code];
  };

  it('gives a WAV of the text with the settings that are posted', async () => {
    const { status, body } = await post(HELLO);
    assert.equal(status, 200, JSON.stringify(body));
    const { text, wav } = body as { readonly text: string; readonly wav: string };
    assert.equal(text, HELLO.text);
    const { wav: expected } = await speak({ ...HELLO, rate: 200, pitch: 60, wordTimes: false });
    assert.deepEqual(Buffer.from(wav, 'base64'), expected);
  });

  it('reads no file, whatever is asked for', async () => {
    const file = join(folder, 'secret.wav');
    writeFileSync(file, (await speak({ ...HELLO, rate: 200, pitch: 60 })).wav);
    assert.deepEqual(await refused({ ...HELLO, engine: 'command', command: `cat ${file}` }), [400, 'PRON_BAD_SETTING']);
    assert.deepEqual(await refused({ ...HELLO, engine: 'recording', file }), [400, 'PRON_BAD_SETTING']);
    assert.deepEqual(await refused({ ...HELLO, engine: 'piper', voice: file }), [400, 'PRON_BAD_SETTING']);
  });

  it('is for short texts', async () => {
    assert.deepEqual(await refused({ ...HELLO, text: '가'.repeat(201) }), [400, 'PRON_TTS_LONG']);
    assert.deepEqual(await refused({ ...HELLO, text: ' ' }), [500, 'PRON_TTS_TEXT']);
    assert.deepEqual(await refused({ ...HELLO, text: 5 }), [400, 'PRON_BAD_SETTING']);
  });

  it('says what is wrong with a setting', async () => {
    for (const wrong of [{ rate: 1000 }, { pitch: -1 }, { engine: 'other' }, { language: 'k o' }]) {
      assert.deepEqual(await refused({ ...HELLO, ...wrong }), [400, 'PRON_BAD_SETTING'], JSON.stringify(wrong));
    }
    assert.deepEqual(await refused({ ...HELLO, voice: 'ko+nobody' }), [500, 'PRON_TTS_VARIANT']);
  });

  it('is refused while another one is spoken', async () => {
    const [first, second] = await Promise.all([post(HELLO), refused(HELLO)]);
    const statuses = [first.status, second[0]].sort();
    assert.deepEqual(statuses, [200, 409]);
    assert.equal((await post(HELLO)).status, 200);
  });
});
