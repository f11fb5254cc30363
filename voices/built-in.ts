import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { ErrorCode } from '../base/errors';
import { PronError } from '../base/errors';
import { forkModule } from '../base/fork-module';
import { watchProcess } from '../base/run-process';
import { wavOfPcm16 } from '../pipeline/pcm16';
import type { BuiltInAnswer, BuiltInRequest } from './built-in-messages';
import { createQueue } from './queue';
import type { SpeakRequest, Speech } from './request';
import { pitchOf, rateOf } from './request';
import { timeLimitFor, voiceFault } from './run-voice';
import type { VoiceCatalogue } from './voice-name';

const PACKAGE = '@echogarden/espeak-ng-emscripten';
/** Starting the engine takes a small computer seconds. */
const LIST_TIMEOUT_MS = 30_000;

/** Each utterance is a process of 150 MB. One at a time leaves memory for the rest of a small computer. */
const enqueue = createQueue(1, 20);

/** The optional package that brings the voice may be missing. */
export function isBuiltInInstalled(): boolean {
  try {
    require.resolve(PACKAGE);
    return true;
  } catch {
    return false;
  }
}

/** @throws PronError PRON_CLOSED (aborted), PRON_TTS_TIMEOUT, PRON_TTS_FAILED */
async function runChild(request: BuiltInRequest, timeoutMs: number, signal?: AbortSignal): Promise<BuiltInAnswer> {
  let answer: BuiltInAnswer | undefined;
  const start = (): ChildProcess => {
    const child = forkModule(join(__dirname, 'built-in-child'));
    child.on('message', (message) => {
      answer = message as BuiltInAnswer; // only built-in-child writes to it
    });
    if (child.pid !== undefined) child.send(request, () => undefined); // one that failed is told by the end
    return child;
  };
  const end = await watchProcess(start, { timeoutMs, signal }).ended;
  if (end.how === 'exited' && answer !== undefined) return answer;
  throw voiceFault('built-in', end, timeoutMs);
}

function checkInstalled(): void {
  if (isBuiltInInstalled()) return;
  throw new PronError('PRON_TTS_ENGINE', { engine: 'built-in', install: `npm install ${PACKAGE}` });
}

function failedWith(answer: BuiltInAnswer): PronError {
  if (answer.kind === 'pron-error') return new PronError(answer.code as ErrorCode, answer.details);
  const reason = answer.kind === 'failed' ? answer.reason : `it answered with ${answer.kind}`;
  return new PronError('PRON_TTS_FAILED', { engine: 'built-in', reason });
}

let catalogue: Promise<VoiceCatalogue> | undefined;

/** The voices in the package. @throws PronError as `speakBuiltIn` */
export async function builtInCatalogue(): Promise<VoiceCatalogue> {
  checkInstalled();
  catalogue ??= enqueue(() => runChild({ kind: 'list' }, LIST_TIMEOUT_MS)).then((answer) => {
    if (answer.kind === 'voices') return answer.catalogue;
    throw failedWith(answer);
  });
  try {
    return await catalogue;
  } catch (error) {
    catalogue = undefined;
    throw error;
  }
}

/**
 * Speaks with espeak-ng in WebAssembly: no program to install, the same audio for the same input, bit by bit.
 * 22,050 Hz. It is another build than Debian's espeak-ng 1.51: its phoneme data differ (554,740 against 551,064 bytes), and so
 * do English sounds.
 * @param text as `lineFor` returns it
 * @throws PronError PRON_TTS_ENGINE, PRON_TTS_VOICE, PRON_TTS_VARIANT, PRON_TTS_FAILED, PRON_TTS_TIMEOUT, PRON_BUSY
 */
export async function speakBuiltIn(request: SpeakRequest, text: string): Promise<Speech> {
  checkInstalled();
  const { language, voice, signal } = request;
  const order: BuiltInRequest = { kind: 'speak', text, language, voice, rate: rateOf(request), pitch: pitchOf(request) };
  const answer = await enqueue(() => runChild(order, timeLimitFor(text), signal));
  if (answer.kind !== 'speech') throw failedWith(answer);
  const { pcm, sampleRate, words } = answer;
  return { wav: wavOfPcm16(pcm, sampleRate), sampleRate, words };
}
