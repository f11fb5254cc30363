// Makes the lessons' recordings: `node tools/run.mjs tools/lesson-recordings [FOLDER]`.
// Each has another voice variant, rate and pitch than the reference (175 words a minute, pitch 50) and a room's
// noise. The claims made of them are checked on what was made; no score has a part in it.
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spokenText } from '../../language/spoken';
import { resample } from '../../pipeline/resample';
import { trim } from '../../pipeline/trim';
import { decodeWav, encodeWav } from '../../pipeline/wav';
import { editDistance, phonemesOf, spokenPhonemes } from './phonemes';
import { rmsOf, roomNoise } from '../recordings/room';
import type { Sentences } from './sentences';
import { SENTENCES } from './sentences';

const SAMPLE_RATE = 16000;
/** 10 % slower than the reference's 175 words a minute. */
const RATE = 157;
const SPEECH_RMS = 10 ** (-23 / 20);
const SNR_DB = 25;
const NOISE_RMS = SPEECH_RMS / 10 ** (SNR_DB / 20);
const PAUSE_BEFORE_MS = 400;
const PAUSE_AFTER_MS = 500;
const MIN_REPLACED = 2;
const MAX_DURATION_CHANGE = 0.1;

const samplesIn = (ms: number): number => Math.round((ms * SAMPLE_RATE) / 1000);
const decibels = (ratio: number): number => 20 * Math.log10(ratio);

/** What the voice says, without the silence around it, at an RMS of `SPEECH_RMS`. */
function speak({ voice, variant, pitch }: Sentences, text: string): Float32Array {
  const args = ['-v', `${voice}+${variant}`, '-s', String(RATE), '-p', String(pitch), '--stdout', '--', text];
  const { samples, sampleRate } = decodeWav(execFileSync('espeak-ng', args));
  const at16k = resample(samples, sampleRate, SAMPLE_RATE);
  const { start, end } = trim(at16k, { topDb: 40, frameLength: 512, hopLength: 128 });
  const speech = at16k.slice(start, end);
  const gain = SPEECH_RMS / rmsOf(speech);
  return speech.map((sample) => sample * gain);
}

/** The speech in its room, with a pause before and after it. */
function inRoom(speech: Float32Array, seed: number): Float32Array {
  const before = samplesIn(PAUSE_BEFORE_MS);
  const mixed = roomNoise(before + speech.length + samplesIn(PAUSE_AFTER_MS), SAMPLE_RATE, NOISE_RMS, seed);
  const snr = decibels(rmsOf(speech) / rmsOf(mixed));
  assert.ok(Math.abs(snr - SNR_DB) < 0.01, `speech is ${snr} dB above the noise`);
  speech.forEach((sample, i) => (mixed[before + i] = (mixed[before + i] ?? 0) + sample));
  return mixed;
}

/** The line that the reference's voice reads. */
function pronounced(text: string, language: string): string {
  const spoken = spokenText(text, language);
  return spoken.pronounced ?? spoken.text;
}

function makeLanguage(sentences: Sentences, folder: string, seed: number): void {
  const { language, voice, wrong } = sentences;
  const [text, another] = [pronounced(sentences.text, language), pronounced(sentences.another, language)];
  const save = (name: string, samples: Float32Array): void => {
    const { wav, saturatedShare } = encodeWav({ samples, sampleRate: SAMPLE_RATE });
    assert.equal(saturatedShare, 0, `${name} is too loud`);
    writeFileSync(join(folder, `${language}-${name}.wav`), wav);
    console.log(`${language}-${name}\t${(samples.length / SAMPLE_RATE).toFixed(2)} s`);
  };

  const replaced = editDistance(phonemesOf(voice, text), phonemesOf(voice, spokenPhonemes(wrong)));
  assert.ok(replaced >= MIN_REPLACED, `only ${replaced} phonemes are wrong`);
  const correct = speak(sentences, text);
  const other = speak(sentences, another);
  const change = other.length / correct.length - 1;
  assert.ok(Math.abs(change) <= MAX_DURATION_CHANGE, `the other sentence's duration differs by ${change}`);

  save('correct', inRoom(correct, seed));
  save('mispronounced', inRoom(speak(sentences, spokenPhonemes(wrong)), seed + 1));
  save('another-sentence', inRoom(other, seed + 2));
  const phonemes = phonemesOf(voice, text).length;
  console.log(`${language}: ${replaced} of ${phonemes} phonemes wrong, other sentence ${(100 * change).toFixed(1)} %`);
}

const folder = process.argv[2] ?? join(__dirname, '..', '..', 'practice', 'lessons', 'recordings');
mkdirSync(folder, { recursive: true });
SENTENCES.forEach((sentences, i) => makeLanguage(sentences, folder, 1000 * (i + 1)));
