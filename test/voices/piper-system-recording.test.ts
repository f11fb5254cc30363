import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wavOfPcm16 } from '../../pipeline/pcm16';
import { speak } from '../../voices';
import { speakSystem, systemCommand } from '../../voices/system';
import { withEnvironment } from '../support/fake-microphone';

let folder = '';
let restore: () => void = () => undefined;

function programIs(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** A folder for programs of each test's own, the first that is searched. */
function withPrograms(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pronunciation-bin-'));
    restore = withEnvironment('PATH', `${folder}:/usr/bin:/bin`);
  });
  afterEach(() => {
    restore();
    rmSync(folder, { recursive: true });
  });
}

describe('piper', () => {
  withPrograms();
  const request = { engine: 'piper', text: "It's \"fine\"; $(id)", language: 'en' } as const;

  function voice(config: object = { audio: { sample_rate: 16000 } }): string {
    const file = join(folder, 'voice.onnx');
    writeFileSync(file, 'a network');
    writeFileSync(`${file}.json`, JSON.stringify(config));
    return file;
  }

  it('gets the text as one line, and the speed as a length', async () => {
    programIs('piper', `echo "$@" > ${folder}/args; cat > ${folder}/input; head -c 3200 /dev/zero`);
    const { wav, sampleRate } = await speak({ ...request, voice: voice(), rate: 350 });
    assert.equal(sampleRate, 16000);
    assert.equal(wav.readUInt32LE(24), 16000);
    assert.equal(wav.length, 44 + 3200);
    assert.equal(readFileSync(join(folder, 'input'), 'utf8'), `It's fine id\n`);
    assert.equal(
      readFileSync(join(folder, 'args'), 'utf8'),
      `-m ${join(folder, 'voice.onnx')} --length_scale 0.500 --output_raw\n`,
    );
  });

  it('says how to install it where it is missing', async () => {
    const back = withEnvironment('PATH', folder);
    await assert.rejects(speak({ ...request, voice: voice() }), { code: 'PRON_TTS_ENGINE', message: /piper-tts/ });
    back();
  });

  it('names the voice file that is missing or has no description', async () => {
    programIs('piper', 'exit 0');
    await assert.rejects(speak(request), { code: 'PRON_TTS_VOICE_FILE' });
    await assert.rejects(speak({ ...request, voice: '/nowhere/v.onnx' }), { message: /voice file \/nowhere\/v.onnx/ });
    await assert.rejects(speak({ ...request, voice: voice({}) }), { message: /voice\.onnx\.json/ });
  });

  it('passes on its last words when it fails', async () => {
    programIs('piper', 'echo "Unable to load voice" >&2; exit 255');
    await assert.rejects(speak({ ...request, voice: voice() }), {
      code: 'PRON_TTS_FAILED',
      message: /piper could not .*: Unable to load voice/,
    });
  });
});

describe('system', () => {
  withPrograms();
  const request = { engine: 'system', text: '안녕하세요', language: 'ko' } as const;

  it('is refused where the system has no voice', async function () {
    if (process.platform === 'darwin' || process.platform === 'win32') this.skip();
    await assert.rejects(speak(request), { code: 'PRON_TTS_NO_SYSTEM_VOICE', message: /built-in or espeak-ng/ });
  });

  it('speaks with the program of macOS, and leaves no file behind', async () => {
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    const back = withEnvironment('TMPDIR', temporary);
    writeFileSync(join(folder, 'sound.wav'), wavOfPcm16(Buffer.alloc(6400), 32000));
    programIs('say', `while [ "$1" != -o ]; do shift; done; cp ${folder}/sound.wav "$2"`);
    const { wav, sampleRate } = await speakSystem(request, request.text, 'darwin');
    assert.equal(sampleRate, 32000);
    assert.equal(wav.length, 44 + 6400);
    assert.deepEqual(readdirSync(temporary), []);

    programIs('say', 'echo "Voice not found" >&2; exit 1');
    await assert.rejects(speakSystem(request, request.text, 'darwin'), { code: 'PRON_TTS_FAILED' });
    programIs('say', 'exit 0');
    await assert.rejects(speakSystem(request, request.text, 'darwin'), { message: /wrote no audio/ });
    assert.deepEqual(readdirSync(temporary), []);
    back();
  });

  it('gives a text that looks like an option to macOS as text', async () => {
    const { program, args } = await systemCommand('darwin', '-o /etc/x', 'Yuna', 350, '/tmp/a.wav');
    assert.equal(program, 'say');
    assert.deepEqual(args.slice(0, 5), ['-v', 'Yuna', ' -o /etc/x', '-r', '350']);
    assert.deepEqual(args.slice(5, 7), ['-o', '/tmp/a.wav']);
  });

  it('gives Windows the text as ASCII and no shell', async () => {
    const { program, args, input } = await systemCommand('win32', '안녕 "친구"', 'Heami', 175, 'C:\\a.wav');
    assert.equal(program, 'powershell');
    assert.match(args.at(-1) ?? '', /UTF8\.GetString\(\[Convert\]::FromBase64String\(\[Console\]::In\.ReadToEnd\(\)\)\)/);
    assert.match(args.at(-1) ?? '', /SelectVoice\('Heami'\)/);
    assert.equal(Buffer.from(input, 'base64').toString('utf8'), '안녕 "친구"');
  });

  it('refuses a voice name that could end the string it is put into', async () => {
    for (const voice of ["x'); Remove-Item C:\\ -r; ('", '-o']) {
      await assert.rejects(speakSystem({ ...request, voice }, request.text, 'win32'), { code: 'PRON_TTS_VOICE' });
    }
  });
});

describe('recording', () => {
  withPrograms();
  const request = { engine: 'recording', text: '', language: 'ko' } as const;

  it("gives the teacher's WAV as it is", async () => {
    const wav = wavOfPcm16(Buffer.alloc(320, 1), 8000);
    writeFileSync(join(folder, 'teacher.wav'), wav);
    const speech = await speak({ ...request, file: join(folder, 'teacher.wav') });
    assert.deepEqual(speech.wav, wav);
    assert.equal(speech.sampleRate, 8000);
  });

  it('says what is wrong with the file', async () => {
    await assert.rejects(speak(request), { code: 'PRON_TTS_FILE', message: /no file is named/ });
    await assert.rejects(speak({ ...request, file: '/nowhere.wav' }), { code: 'PRON_TTS_FILE', message: /no such file/ });
    await assert.rejects(speak({ ...request, file: folder }), { code: 'PRON_TTS_FILE', message: /a folder/ });
    writeFileSync(join(folder, 'song.mp3'), 'ID3 and so on');
    await assert.rejects(speak({ ...request, file: join(folder, 'song.mp3') }), { code: 'PRON_NOT_AUDIO' });
  });
});
