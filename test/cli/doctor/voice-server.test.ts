import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { examineMachine, type Finding } from '../../../cli/doctor';
import { encodeWav } from '../../../pipeline/wav';
import { syntheticSpeech } from '../../support/synthetic-speech';
import { httpServer, type TestServer } from '../../support/voice-servers';
import { about, checkSentences, NO_USER_DIR } from './examined';

describe('The doctor with a voice server', function () {
  this.timeout(40_000);
  let server: TestServer;
  afterEach(() => server.close());

  async function foundAt(answer: (response: ServerResponse) => void): Promise<Finding> {
    server = await httpServer((_, response) => answer(response));
    const voice = { engine: 'http', address: `http://${server.address}`, key: 'sk-secret' } as const;
    const findings = (await examineMachine({ userDir: NO_USER_DIR, voice }, ['voices'])).flatMap((each) => each.findings);
    checkSentences(findings);
    assert.doesNotMatch(JSON.stringify(findings), /sk-secret/);
    return about(findings, `http http://${server.address}`);
  }

  it('tries it with a word', async () => {
    const samples = syntheticSpeech({}).map((sample) => sample * 0.5);
    const found = await foundAt((response) => response.end(encodeWav({ samples, sampleRate: 16000 }).wav));
    assert.equal(found.condition, 'ok', found.says);
    assert.equal((server.requests[0] as { body: { input: string } }).body.input, 'hello');
  });

  it('says why a server refuses', async () => {
    const found = await foundAt((response) => response.writeHead(401).end('{"error":{"message":"no sk-secret"}}'));
    assert.equal(found.condition, 'problem');
    assert.match(found.says, /401/);
  });

  it('does not wait for a server that never answers', async () => {
    const found = await foundAt(() => undefined);
    assert.equal(found.condition, 'problem');
    assert.match(found.says, /has not spoken within 5 s/);
  });
});
