import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { phrase, PronError } from '../base/errors';
import { headerOf } from './output';
import { createQueue } from './queue';
import type { SpeakRequest, Speech } from './request';
import { DEFAULT_RATE, rateOf } from './request';
import { reasonOf, runVoice, timeLimitFor } from './run-voice';

/** How say builds the command that writes a file; its types hide it, and it differs by platform. */
interface CommandBuilder {
  buildExportCommand(order: { text: string; voice: string | null; speed: number; filename: string }): {
    command: string;
    args: (string | number)[];
    pipedData: string;
  };
}

export interface SystemCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly input: string;
}

const enqueue = createQueue(1, 20);

/** The name is inserted into a PowerShell string: nothing that could end it. */
const VOICE_NAME = /^[\p{L}\p{M}\p{N} ._()-]*$/u;

/** An optional dependency. @throws PronError PRON_TTS_FAILED where it is not installed */
async function loadSay(): Promise<{ readonly Say: new (platform: string) => CommandBuilder }> {
  try {
    // Its types leave out the class that it exports.
    const { default: say }: { default: object } = await import('say');
    return say as { readonly Say: new (platform: string) => CommandBuilder };
  } catch (error) {
    if (!['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes(String((error as NodeJS.ErrnoException).code))) throw error;
    throw new PronError('PRON_TTS_FAILED', { engine: 'system', reason: phrase('packageMissing', { name: 'say' }) });
  }
}

/**
 * The command that writes the speech into `filename`, as say knows it for this platform, run by us: say's own
 * `export()` leaves the child's errors uncaught (a missing program ends Node-RED), starts a shell on Windows and
 * never ends the child.
 *
 * On Windows the text goes through the pipe as base64, because PowerShell would read anything but ASCII in the
 * console's code page.
 */
export async function systemCommand(
  platform: 'darwin' | 'win32',
  text: string,
  voice: string,
  rate: number,
  filename: string,
): Promise<SystemCommand> {
  // Imported when needed: on a platform that say does not know, its import throws.
  const say = new ((await loadSay()).Say)(platform);
  const order = { text, voice: voice === '' ? null : voice, speed: rate / DEFAULT_RATE, filename };
  if (platform === 'win32') {
    // say puts the path between single quotes, and a user's name may have one; PowerShell knows five kinds of them.
    const { command, args } = say.buildExportCommand({ ...order, filename: filename.replace(/['\u2018-\u201b]/g, '$&$&') });
    const decoded = '[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadToEnd()))';
    const script = args.map((part) => String(part).replace('[Console]::In.ReadToEnd()', decoded));
    const input = Buffer.from(text, 'utf8').toString('base64');
    return { program: command, args: ['-NoProfile', '-NonInteractive', '-Command', ...script], input };
  }
  // A text that starts with a hyphen would be read as an option.
  const { command, args, pipedData } = say.buildExportCommand({ ...order, text: ` ${text}` });
  return { program: command, args: args.map(String), input: pipedData };
}

/**
 * Speaks with the voices of macOS or Windows. They can only write to a file: a temporary one, removed at once.
 * Linux has no system voice (say needs festival there, and passes texts to its Lisp unescaped).
 * @param text as `lineFor` returns it
 * @throws PronError PRON_TTS_NO_SYSTEM_VOICE, PRON_TTS_VOICE, PRON_TTS_FAILED, PRON_TTS_TIMEOUT, PRON_BUSY
 */
export async function speakSystem(
  request: SpeakRequest,
  text: string,
  platform: string = process.platform,
): Promise<Speech> {
  if (platform !== 'darwin' && platform !== 'win32') throw new PronError('PRON_TTS_NO_SYSTEM_VOICE', { platform });
  const voice = (request.voice ?? '').trim();
  if (!VOICE_NAME.test(voice) || voice.startsWith('-')) {
    throw new PronError('PRON_TTS_VOICE', { voice, available: phrase('systemVoices') });
  }
  const rate = rateOf(request);
  return enqueue(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pronunciation-'));
    try {
      const file = join(folder, 'speech.wav');
      const command = await systemCommand(platform, text, voice, rate, file);
      const result = await runVoice({
        ...command,
        timeoutMs: timeLimitFor(text),
        install: phrase('systemSettings'),
        signal: request.signal,
      });
      if (result.code !== 0) throw new PronError('PRON_TTS_FAILED', { engine: 'system', reason: reasonOf(result) });
      const wav = await readFile(file).catch(() => Buffer.alloc(0));
      return { wav, sampleRate: headerOf('system', wav).sampleRate };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}
