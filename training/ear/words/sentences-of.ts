import type { Audio } from '../../../pipeline/types';

/** The voice pauses so long between two sentences, s, and for less within one. */
const SHORTEST_PAUSE = 0.7;
/** The voice's pauses are digital silence but for what the codec adds. */
const SILENT = 0.003;

/**
 * Parts a recording of several sentences at its pauses, and its text at its full stops.
 * @throws RangeError where there are not as many of one as of the other
 */
export function sentencesOf({ samples, sampleRate }: Audio, text: string): { audio: Audio; text: string }[] {
  const texts = text.split(/(?<=\.)\s+/);
  const parts: Float32Array[] = [];
  let [start, silentFrom] = [0, 0];
  let isSpeaking = false;
  samples.forEach((value, i) => {
    if (Math.abs(value) <= SILENT) return;
    if (isSpeaking && i - silentFrom > SHORTEST_PAUSE * sampleRate) {
      const middle = (i + silentFrom) >> 1;
      parts.push(samples.subarray(start, middle));
      start = middle;
    }
    isSpeaking = true;
    silentFrom = i;
  });
  parts.push(samples.subarray(start));
  if (parts.length !== texts.length) throw new RangeError(`${parts.length} sentences were said, ${texts.length} are written`);
  return parts.map((part, i) => ({ audio: { samples: part, sampleRate }, text: texts[i] as string }));
}
