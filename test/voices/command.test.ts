import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wavOfPcm16 } from '../../pipeline/pcm16';
import { speak } from '../../voices';
import { commandParts } from '../../voices/command';

const WAV = wavOfPcm16(Buffer.alloc(3200, 5), 16000);

describe('The command engine', function () {
  this.timeout(10_000);
  let folder = '';
  let program = '';
  const request = { engine: 'command', text: "It's \"fine\"; $(touch x) `id`", language: 'fr' } as const;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pronunciation-command-'));
    program = join(folder, 'my voice');
    writeFileSync(join(folder, 'sound.wav'), WAV);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const programIs = (script: string): void =>
    writeFileSync(program, `#!/bin/sh\ncd "${folder}"\n${script}\n`, { mode: 0o755 });

  it('gives the text in place of {text}, with no shell', async () => {
    programIs('printf "%s|" "$@" > args; cat sound.wav');
    const { wav, sampleRate } = await speak({ ...request, command: `"${program}" -x {text} --t={text}` });
    assert.equal(sampleRate, 16000);
    assert.deepEqual(wav, WAV);
    assert.equal(readFileSync(join(folder, 'args'), 'utf8'), `-x|${request.text}|--t=${request.text}|`);
    assert.ok(!existsSync(join(folder, 'x')));
  });

  it('gives no text that reads as an option', async () => {
    programIs('printf "%s|" "$@" > args; cat sound.wav');
    await speak({ ...request, text: '--help me', command: `"${program}" {text}` });
    assert.equal(readFileSync(join(folder, 'args'), 'utf8'), ' --help me|');
  });

  it('gives the text on the standard input without a place for it', async () => {
    programIs('cat > input; cat sound.wav');
    await speak({ ...request, command: `'${program}'` });
    assert.equal(readFileSync(join(folder, 'input'), 'utf8'), request.text);
  });

  it('says what went wrong', async () => {
    programIs('echo "no model" >&2; exit 2');
    await assert.rejects(speak({ ...request, command: `"${program}"` }), { code: 'PRON_TTS_FAILED', message: /no model/ });
    programIs('echo hello');
    await assert.rejects(speak({ ...request, command: `"${program}"` }), { code: 'PRON_TTS_FAILED', message: /wrote no audio/ });
    await assert.rejects(speak({ ...request, command: '/nowhere/voice' }), { code: 'PRON_TTS_ENGINE', message: /correct its path/ });
    for (const command of ['', '  ', '"', '"open', "''"]) {
      await assert.rejects(speak({ ...request, command }), { code: 'PRON_BAD_SETTING' }, command);
    }
  });

  it('ends a program that goes on after its message was given up', async () => {
    programIs('exec sleep 30');
    const control = new AbortController();
    setTimeout(() => control.abort(), 200);
    await assert.rejects(speak({ ...request, command: `"${program}"`, signal: control.signal }), { code: 'PRON_CLOSED' });
  });

  it('divides a command as people write it', () => {
    assert.deepEqual(commandParts(`a  b "c d" e='f g' ""`), ['a', 'b', 'c d', 'e=f g', '']);
  });
});
