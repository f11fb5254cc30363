import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { speak, type SpeakRequest } from '../../voices';
import { systemCommand } from '../../voices/system';
import { spokenText } from '../../language/spoken';
import { wavOfPcm16 } from '../../pipeline/pcm16';
import type { PronError } from '../../base/errors';
import { TTS } from '../nodes/all-nodes';
import { withEnvironment } from '../support/fake-microphone';
import { CAUGHT, startFlow, stopFlow, type RunningFlow } from '../support/node-red';

/** Texts that a program or a shell could take for something else. */
const TEXTS = [
  ['$(touch MADE)', 'is a command of a shell'],
  ['`touch MADE`', 'is one in another spelling'],
  ['hello; touch MADE #', 'has a command behind it'],
  ['hello | touch MADE', 'has a pipe'],
  ['hello\ntouch MADE', 'has a second line'],
  ['-f /etc/hostname', 'starts like an option'],
  ['--path=/etc hello', 'starts like a long option'],
  ['hello\0--stdout', 'has a NUL byte'],
  ["'); Remove-Item MADE; ('", 'ends a string of PowerShell'],
  ['\u2019); Remove-Item MADE; (\u2018', 'does so with the other quotes that PowerShell knows'],
  ['$(Remove-Item MADE)', 'is an expression of PowerShell'],
  ['" ) (system "touch MADE") ("', 'ends a string of Lisp'],
  ['<audio src="/etc/hostname"/>hello', 'is markup that names a file'],
  ['<speak><mark name="x"/>hello</speak>', 'is markup'],
  ['hello &lt;x&gt; &#65;', 'has entities'],
  ["[[h@'loU]] hello", 'has phonemes for espeak-ng'],
  ['[[inpt PHON]] hello [[rset 0]]', 'has commands for the voices of macOS'],
  ['\u202ehello', 'runs from right to left'],
] as const;

/** Voices that are no names of voices. */
const VOICES = [
  ['../../../etc/hostname', 'leads out of the folder of voices'], ['/etc/hostname', 'is a path'], ['-w MADE', 'is an option'],
  ['--path=/tmp', 'is a long option'], ['ko;touch MADE', 'has a command behind it'], ['$(touch MADE)', 'is a command of a shell'],
  ['ko\0', 'has a NUL byte'], ['ko+../../etc/hostname', 'has a variant that leads out'], ['+-w', 'has a variant like an option'],
  ["x'); Remove-Item MADE; ('", 'ends a string of PowerShell'], ['x'.repeat(100_000), 'is far too long'],
] as const;

describe('What is to be said, and by whom', function () {
  this.timeout(20_000);
  let folder = '';
  let restore: () => void = () => undefined;
  const made = (text: string): string => text.replaceAll('MADE', join(folder, 'made'));

  /** A program that writes down what it was started with, and says a WAV. */
  function fakeProgram(name: string, listing = ''): void {
    const [wav, log] = [join(folder, 'said.wav'), join(folder, `${name}.log`)];
    writeFileSync(wav, wavOfPcm16(Buffer.alloc(1000), 22050));
    const script = `case "$1" in --voices) printf '${listing}'; exit;; --voices=variant) printf 'x\\n 5 variant F f3 !v/f3\\n'; exit;; esac`;
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\nprintf '%s\\n' "$@" >${log}\n/bin/cat >${log}.in\n/bin/cat ${wav}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  }
  const startedWith = (name: string): string[] => readFileSync(join(folder, `${name}.log`), 'utf8').trimEnd().split('\n');
  const wasToldTo = (name: string): string => readFileSync(join(folder, `${name}.log.in`), 'utf8');

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pronunciation-voices-'));
    mkdirSync(join(folder, 'bin'));
    fakeProgram('espeak-ng', 'Pty Language\\n 5 en-us --/M English gmw/en-US\\n 5 ko --/M Korean ko\\n');
    fakeProgram('piper');
    writeFileSync(join(folder, 'voice.onnx'), 'x');
    writeFileSync(join(folder, 'voice.onnx.json'), '{"audio":{"sample_rate":22050}}');
    restore = withEnvironment('PATH', join(folder, 'bin'));
  });
  after(() => {
    restore();
    rmSync(folder, { recursive: true });
  });

  const request = (over: Partial<SpeakRequest>): SpeakRequest =>
    ({ engine: 'espeak-ng', language: 'en', voice: '', text: 'hello', wordTimes: false, ...over });

  /** The line of a text; undefined where the text is refused. */
  function lineOf(text: string, language: string): string | undefined {
    try {
      return spokenText(text, language).text;
    } catch (error) {
      assert.equal((error as PronError).code, 'PRON_TTS_UNREAD');
      return undefined;
    }
  }

  for (const language of ['en', 'de']) {
    for (const [text, what] of TEXTS) {
      it(`reaches a program as one line on its input, never as an argument, or is refused, where a text in ${language} ${what}`, async () => {
        const plain = lineOf(made(text), language);
        if (plain === undefined) {
          await assert.rejects(speak(request({ text: made(text), language })), { code: 'PRON_TTS_UNREAD' });
          return;
        }
        assert.doesNotMatch(plain, /[\p{Cc}<>]|\[\[|&\w+;/u);
        await speak(request({ text: made(text), language, voice: 'en-us' }));
        assert.deepEqual(startedWith('espeak-ng'), ['-v', 'en-us', '-s', '175', '-p', '50', '-z', '-b', '1', '--stdout', '--stdin']);
        assert.equal(wasToldTo('espeak-ng'), plain);
        await speak(request({ text: made(text), language, engine: 'piper', voice: join(folder, 'voice.onnx') }));
        assert.deepEqual(startedWith('piper'), ['-m', join(folder, 'voice.onnx'), '--length_scale', '1.000', '--output_raw']);
        assert.equal(wasToldTo('piper'), `${plain}\n`);
        const windows = await systemCommand('win32', plain, '', 175, 'C:\\speech.wav');
        assert.deepEqual(windows.args, (await systemCommand('win32', 'hello', '', 175, 'C:\\speech.wav')).args);
        assert.match(windows.input, /^[\w+/=]*$/);
        const mac = await systemCommand('darwin', plain, '', 175, '/speech.wav');
        assert.equal(mac.args[0], ` ${plain}`);
        assert.ok(!existsSync(join(folder, 'made')));
      });
    }
  }

  for (const [voice, what] of VOICES) {
    it(`is refused before a program is started where a voice ${what}`, async () => {
      for (const engine of ['espeak-ng', 'piper'] as const) {
        rmSync(join(folder, `${engine}.log`), { force: true });
        await assert.rejects(speak(request({ engine, voice: made(voice) })), (error: PronError) =>
          /^PRON_(TTS_VOICE|TTS_VARIANT|BAD_SETTING)$/.test(error.code) && error.message.length < 500);
        assert.ok(!existsSync(join(folder, `${engine}.log`)), 'nothing was started');
      }
      assert.ok(!existsSync(join(folder, 'made')));
    });
  }

  it('gives piper the whole path of a voice whose name looks like an option', async () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      for (const end of ['', '.json']) writeFileSync(`-x.onnx${end}`, readFileSync(`voice.onnx${end}`));
      await speak(request({ engine: 'piper', voice: '-x.onnx' }));
      assert.equal(startedWith('piper')[1], resolve('-x.onnx'));
    } finally {
      process.chdir(before);
    }
  });

  it('puts no quote of a user\'s name into a string of PowerShell', async () => {
    for (const quote of ["'", '\u2018', '\u2019', '\u201a', '\u201b']) {
      const { args } = await systemCommand('win32', 'hello', '', 175, `C:\\Users\\O${quote}Brien\\speech.wav`);
      assert.ok(args.join(' ').includes(`SetOutputToWaveFile('C:\\Users\\O${quote}${quote}Brien\\speech.wav')`), quote);
    }
  });

  describe('in a message to a tts node', () => {
    let flow: RunningFlow;
    let inside = '';
    const say = async (id: string, msg: object): Promise<string> => {
      flow.send(id, { payload: 'hello', ...msg });
      const got = await flow.next('out', CAUGHT);
      return (got as { error?: { code: string } }).error?.code ?? 'spoken';
    };

    before(async () => {
      inside = join(folder, 'recordings');
      mkdirSync(inside);
      for (const file of [join(inside, 'a.wav'), join(folder, 'secret.wav')]) writeFileSync(file, wavOfPcm16(Buffer.alloc(32_000, 1), 16000));
      const tts = { type: 'pron-tts', language: 'en', wires: [['out']] };
      flow = await startFlow([TTS], [
        { ...tts, id: 'tts', engine: 'espeak-ng' },
        { ...tts, id: 'anywhere', engine: 'recording' },
        { ...tts, id: 'folder', engine: 'recording', file: inside },
        { ...tts, id: 'file', engine: 'recording', file: join(inside, 'a.wav') },
        { id: 'out', type: 'helper' },
      ]);
    });
    after(stopFlow);

    it('can\'t choose engine, voice, speed or file of a node whose author has chosen them', async () => {
      const wishes = { engine: 'recording', voice: 'ko', rate: 400, pitch: 99, file: join(folder, 'secret.wav'), filename: join(folder, 'secret.wav') };
      assert.equal(await say('tts', { ...wishes, pronunciation: wishes }), 'spoken');
      assert.deepEqual(startedWith('espeak-ng').slice(0, 6), ['-v', 'en-us', '-s', '175', '-p', '50']);
      flow.send('file', wishes);
      assert.equal(((await flow.next('out')).payload as Buffer).length, 32_044);
    });

    for (const [name, what] of [
      ['SECRET', 'is elsewhere'], ['../secret.wav', 'leads out'], ['INSIDE/../secret.wav', 'leads in and out'], ['/etc/hostname', 'is a file of the system'],
      ['..', 'is a folder'], ['/dev/zero', 'never ends'], ['a.wav\0', 'has a NUL byte'], ['file:///etc/hostname', 'is an address'],
      ['http://example.org/a.wav', 'is on another machine'], ['missing.wav', 'is not there'],
    ] as const) {
      it(`reads no recording that ${what}: ${JSON.stringify(name)}`, async () => {
        const filename = name.replace('SECRET', join(folder, 'secret.wav')).replace('INSIDE', inside);
        for (const id of ['anywhere', 'folder']) assert.equal(await say(id, { filename }), 'PRON_TTS_FILE', id);
      });
    }

    it('reads a recording of the folder that the dialog names, and those of the package', async () => {
      for (const filename of ['a.wav', join(inside, 'a.wav')]) assert.equal(await say('folder', { filename }), 'spoken');
      const bundled = resolve(__dirname, '../../practice/recordings');
      const restoreVariable = withEnvironment('PRONUNCIATION_RECORDINGS', bundled);
      for (const filename of ['ko-correct.wav', join(bundled, 'ko-correct.wav')]) assert.equal(await say('anywhere', { filename }), 'spoken');
      restoreVariable();
    });

    it('is refused with a language that is no tag, however long', async () => {
      for (const language of ['../ko', '-w x', 'ko;ls', 'a-'.repeat(200_000), 'ko\0']) {
        const start = performance.now();
        assert.equal(await say('tts', { language }), 'PRON_BAD_SETTING');
        assert.ok(performance.now() - start < 1000);
      }
    });
  });
});
