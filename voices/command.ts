import { phrase, PronError } from '../base/errors';
import { wavOfPcm16 } from '../pipeline/pcm16';
import { sampleBytes } from '../pipeline/wav/samples';
import { headerOf } from './output';
import { createQueue } from './queue';
import type { SpeakRequest, Speech } from './request';
import { reasonOf, runVoice, timeLimitFor } from './run-voice';

const PLACE = '{text}';

/** A program of the user's may be a neural voice, which fills all cores by itself. */
const enqueue = createQueue(1, 20);

/**
 * A program and its arguments from one line. Spaces divide; quotation marks (" or ') keep spaces. No shell reads it.
 * @throws PronError PRON_BAD_SETTING where it is empty or a quotation mark is open
 */
export function commandParts(command: string): [program: string, ...args: string[]] {
  const pieces = command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+|\S/g) ?? [];
  const isOpen = pieces.some((piece) => piece === '"' || piece === "'");
  const [program, ...args] = pieces.map((piece) => piece.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
  if (program === undefined || program === '' || isOpen) {
    throw new PronError('PRON_BAD_SETTING', { setting: 'command', value: command, expected: phrase('aCommand') });
  }
  return [program, ...args];
}

/** The text as an argument, which never starts like an option. */
function withText(argument: string, text: string): string {
  const filled = argument.replaceAll(PLACE, () => text);
  return filled.startsWith('-') && argument.startsWith(PLACE) ? ` ${filled}` : filled;
}

/**
 * Speaks with a program that the user named. It gets the text in place of `{text}` in its arguments, or on its standard
 * input, and writes a WAV to its standard output.
 * @param text as `lineFor` returns it
 * @throws PronError PRON_TTS_ENGINE, PRON_BAD_SETTING, PRON_TTS_FAILED, PRON_TTS_TIMEOUT, PRON_BUSY, PRON_CLOSED
 */
export async function speakCommand(request: SpeakRequest, text: string): Promise<Speech> {
  const [program, ...args] = commandParts(request.command ?? '');
  const hasPlace = args.some((argument) => argument.includes(PLACE));
  const result = await enqueue(() =>
    runVoice({
      program,
      args: args.map((argument) => withText(argument, text)),
      ...(!hasPlace && { input: text }),
      timeoutMs: timeLimitFor(text),
      install: phrase('itsPath'),
      signal: request.signal,
    }),
  );
  if (result.code !== 0) throw new PronError('PRON_TTS_FAILED', { engine: program, reason: reasonOf(result) });
  // A program that writes into a pipe does not know its lengths.
  const header = headerOf(program, result.stdout);
  const isPlain = header.encoding === 'pcm' && header.bitDepth === 16 && header.littleEndian && header.channels === 1;
  const wav = isPlain ? wavOfPcm16(sampleBytes(result.stdout, header), header.sampleRate) : result.stdout;
  return { wav, sampleRate: header.sampleRate };
}
