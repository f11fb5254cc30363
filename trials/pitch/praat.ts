import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMissing, runProcess } from '../../base/run-process';
import { PITCH_HOP_MS } from '../../pipeline/prosody/pitch';

/** How praat looks for pitch: by its usual range, or a second time within the range of the speaker (De Looze & Hirst 2008). */
export type PraatRange = 'usual' | 'speaker';

/** `To Pitch (ac)` with praat's defaults but for the range. The wide range of the first pass and the factors are the tracker's. */
const RANGES: Readonly<Record<PraatRange, string>> = {
  usual: 'floor = 75\n  ceiling = 600',
  speaker: `first = To Pitch (ac): 0.01, 60, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 650
  low = Get quantile: 0, 0, 0.25, "Hertz"
  high = Get quantile: 0, 0, 0.75, "Hertz"
  removeObject: first
  floor = 60
  ceiling = 650
  if low <> undefined
    floor = max (60, 0.65 * low)
    ceiling = min (650, 2 * high)
  endif`,
};

const scriptFor = (range: PraatRange): string => `form pitch
  sentence folder .
  natural count 1
endform
for i to count
  sound = Read from file: folder$ + "/" + string$ (i) + ".wav"
  ${RANGES[range]}
  selectObject: sound
  pitch = To Pitch (ac): 0.01, floor, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, ceiling
  start = Get time from frame number: 1
  matrix = To Matrix
  Save as headerless spreadsheet file: folder$ + "/" + string$ (i) + ".pitch"
  writeFileLine: folder$ + "/" + string$ (i) + ".start", start
  removeObject: sound, pitch, matrix
endfor
`;

/**
 * Praat's pitch of recordings at the tracker's times, Hz, 0 without a voice. Praat runs as a program of its own.
 * @throws Error where it is missing or fails
 */
export async function praatPitch(wavs: readonly Uint8Array[], range: PraatRange): Promise<number[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'pron-praat-'));
  try {
    wavs.forEach((wav, i) => writeFileSync(join(folder, `${i + 1}.wav`), wav));
    writeFileSync(join(folder, 'pitch.praat'), scriptFor(range));
    const end = await runProcess('praat', ['--run', join(folder, 'pitch.praat'), folder, String(wavs.length)]).ended;
    if (end.how === 'not-started' && isMissing(end.error)) throw new Error('praat is not installed. Install the Debian package praat.');
    if (end.how !== 'exited' || end.code !== 0) throw new Error(`praat failed: ${end.stderr.trim()}`);
    return wavs.map((_, i) => {
      const numbers = (kind: string): number[] => readFileSync(join(folder, `${i + 1}.${kind}`), 'utf8').trim().split(/\s+/).map(Number);
      return atHops(numbers('pitch'), 1000 * (numbers('start')[0] as number));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The nearest of praat's frames for each of the tracker's moments; none before its first frame counts. */
function atHops(frames: readonly number[], startMs: number): number[] {
  const lead = Math.max(0, Math.round(startMs / PITCH_HOP_MS));
  return [...new Array<number>(lead).fill(0), ...frames];
}
