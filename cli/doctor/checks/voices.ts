import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { measureLevel } from '../../../pipeline/level';
import { PronError } from '../../../base/errors';
import { decodeWav } from '../../../pipeline/wav';
import { speak, type SpeakRequest } from '../../../voices';
import type { VoiceChoice } from '../../../engine/offline/voice-options';
import type { Check } from '../check';
import { notHere, ok, problem, warning, type Finding } from '../finding';
import { problemOf } from '../from-error';
import { programPath } from '../machine-files';

/** Any voice says this word in well under a second. */
const WORD = { text: 'hello', language: 'en' } as const;
const DURATION_MS = { least: 150, most: 3000 } as const;
/** Quieter than any voice, and than a learner should be. */
const QUIETEST_DB = -40;

/** Of the whole check, so that a server that does not answer is named and the other voices are still told. */
const SERVER_LIMIT_MS = 5000;

type Speaker = Omit<SpeakRequest, 'text' | 'language' | 'signal'> & { readonly subject: string };

/** Lets a voice say a word, and checks by its length and level whether that is speech. */
async function saying({ subject, ...speaker }: Speaker, signal: AbortSignal): Promise<Finding> {
  const began = performance.now();
  try {
    const { wav } = await speak({ ...WORD, ...speaker, wordTimes: false, signal });
    const tookMs = Math.round(performance.now() - began);
    const { samples, sampleRate } = decodeWav(wav);
    const durationMs = Math.round((samples.length / sampleRate) * 1000);
    const { rmsDb, peakDb } = measureLevel(samples);
    const facts = { durationMs, rmsDb: Math.round(rmsDb), peakDb: Math.round(peakDb), sampleRate, tookMs };
    const heard = `"${WORD.text}" lasts ${(durationMs / 1000).toFixed(2)} s at ${facts.rmsDb} dBFS`;
    const isWord = durationMs >= DURATION_MS.least && durationMs <= DURATION_MS.most && rmsDb >= QUIETEST_DB;
    if (isWord) return ok(subject, `${heard}, spoken within ${(tookMs / 1000).toFixed(1)} s.`, facts);
    return problem(subject, `${heard}: that is not speech.`, 'Install it again, or choose another engine in the tts node.', facts);
  } catch (error) {
    const code = error instanceof PronError ? error.code : undefined;
    const found = problemOf(subject, error);
    return code === 'PRON_TTS_ENGINE' || code === 'PRON_TTS_NO_SYSTEM_VOICE' ? { ...found, condition: 'not here' } : found;
  }
}

/** Voice files in the user directory and the folders in it. */
async function piperVoices(userDir: string): Promise<string[]> {
  const filesIn = async (folder: string): Promise<string[]> => {
    const names: string[] = await readdir(folder).catch(() => []);
    return names.filter((name) => names.includes(`${name}.json`) && name.endsWith('.onnx')).map((name) => join(folder, name));
  };
  const entries = await readdir(userDir, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  return (await Promise.all([userDir, ...folders.map(({ name }) => join(userDir, name))].map(filesIn))).flat();
}

/** The voice that the command line names; for a server the one thing that sends a word to it. */
async function chosen(voice: VoiceChoice, signal: AbortSignal): Promise<Finding> {
  const { engine, address } = voice;
  const subject = address === undefined ? `the voice of ${engine}` : `${engine} ${address}`;
  const limit = AbortSignal.timeout(SERVER_LIMIT_MS);
  const found = await saying({ subject, ...voice }, AbortSignal.any([signal, limit]));
  if (found.condition === 'ok' || !limit.aborted) return found;
  const says = `It has not spoken within ${SERVER_LIMIT_MS / 1000} s.`;
  return problem(subject, says, 'Look whether the server works, and whether the address and the model are right.');
}

async function piper(userDir: string, signal: AbortSignal): Promise<Finding> {
  const subject = 'piper';
  if (programPath(subject) === undefined) return notHere(subject, 'The program is not installed.', 'Install it with: pipx install piper-tts.');
  const [voice] = await piperVoices(userDir);
  if (voice !== undefined) return saying({ subject, engine: 'piper', voice }, signal);
  const fix = 'Name a voice file (.onnx) in the tts node; one in the user directory is tried here.';
  return notHere(subject, `It is installed; no voice is in ${userDir}.`, fix);
}

export const voices: Check = {
  name: 'voices',
  title: 'Voices',
  limitMs: 8000,
  run: async ({ userDir, voice }, signal) => {
    // At the same time, since a server may take all of the time.
    const served = voice === undefined ? [] : [chosen(voice, signal)];
    const findings = [
      await saying({ subject: 'built-in voice', engine: 'built-in' }, signal),
      await saying({ subject: 'espeak-ng', engine: 'espeak-ng' }, signal),
      await piper(userDir, signal),
      await saying({ subject: 'system voice', engine: 'system' }, signal),
      ...(await Promise.all(served)),
    ];
    if (findings.some(({ condition }) => condition === 'ok')) return findings;
    const fix = 'Install one: sudo apt install espeak-ng.';
    return [...findings, warning('voice', 'No voice can speak: a reference must be a recording.', fix)];
  },
};
