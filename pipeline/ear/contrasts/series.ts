import type { Stretch } from './measures';
import { meanOf } from './measures';
import { MOMENT_MS, type Moments } from './moments';

/** A consonant before a vowel, as Korean's series differ in it. */
export interface SeriesMeasures {
  /** Silence before the release, ms. Long in tense stops (Cho & Keating 2001). */
  readonly closureMs: number;
  /** From the release to the vowel's voice, ms. Short in tense, long in aspirated stops (Lisker & Abramson 1964; Cho, Jun &
   *  Ladefoged 2002). */
  readonly voiceOnsetMs: number;
  /** Mean level of 2 to 8 kHz in that time, dB from the vowel's loudest moment. */
  readonly aspirationDb: number;
  /** At the vowel's start, semitones from the speaker's mean in the recording. High after aspirated and tense ones, low after lax
   *  ones at the start of a phrase (Jun 1993; Silva 2006). */
  readonly pitch: number;
  /** H1-H2 at the vowel's start, dB from that mean. Low after tense, high after lax and aspirated ones (Cho, Jun & Ladefoged 2002). */
  readonly tilt: number;
  /** Level of the vowel's first 15 ms from its loudest moment, dB: a tense one starts at once (Han & Weitzman 1970). */
  readonly riseDb: number;
  /** Share of the consonant that has voice: lax ones between voiced sounds (Silva 1992). */
  readonly voiced: number;
  /** Of the consonant and of the vowel, ms. */
  readonly lengthMs: number;
  readonly vowelMs: number;
}

const VOICED = 0.6;
/** From the vowel's loudest moment, dB: what lies below is silence or noise. */
const QUIET = -20;
const VOICE_LEVEL = -14;
/** ms. */
const EARLIER = 30;
const LONGEST_CLOSURE = 200;
const LONGEST_LAG = 120;
const VOWEL_START = 40;
const RISE = 15;

/**
 * @param consonant its stretch, as aligned
 * @param vowel that of the vowel after it
 */
export function seriesMeasures(moments: Moments, consonant: Stretch, vowel: Stretch): SeriesMeasures {
  const { level, high, voicing, pitch, tilt, count } = moments;
  const steps = (ms: number): number => Math.round(ms / MOMENT_MS);
  const end = Math.min(count, Math.max(vowel.end, vowel.start + 2));
  const loudest = Math.max(...level.subarray(Math.min(vowel.start, count - 1), end), -100);
  const release = steepest(high, Math.max(2, consonant.start - steps(EARLIER)), Math.min(end - 1, consonant.end + steps(EARLIER / 2)));
  let voice = Math.min(release, end - 1);
  const latest = Math.min(end - 1, release + steps(LONGEST_LAG));
  while (voice < latest && ((voicing[voice] as number) < VOICED || (level[voice] as number) < loudest + VOICE_LEVEL)) voice++;
  let closure = release - 1;
  const earliest = Math.max(0, release - steps(LONGEST_CLOSURE));
  while (closure > earliest && (level[closure] as number) < loudest + QUIET) closure--;
  const begin = { start: voice, end: Math.min(count, voice + steps(VOWEL_START)) };
  const ofVoice = (values: Float32Array): number => meanOf(values, begin, voicing, VOICED) - meanOf(values, { start: 0, end: count }, voicing, VOICED);
  const lag = { start: release, end: Math.max(release + 1, voice) };
  return {
    closureMs: (release - 1 - closure) * MOMENT_MS,
    voiceOnsetMs: (voice - release) * MOMENT_MS,
    aspirationDb: meanOf(high, lag) - loudest,
    pitch: hasVoice(voicing, begin) ? ofVoice(pitch) : 0,
    tilt: hasVoice(voicing, begin) ? ofVoice(tilt) : 0,
    riseDb: meanOf(level, { start: voice, end: Math.min(count, voice + steps(RISE)) }) - loudest,
    voiced: share(voicing, consonant),
    lengthMs: (consonant.end - consonant.start) * MOMENT_MS,
    vowelMs: (vowel.end - vowel.start) * MOMENT_MS,
  };
}

/** Where the values rise most within 10 ms. */
function steepest(values: Float32Array, from: number, to: number): number {
  let best = from;
  const rise = (i: number): number => (values[i] ?? 0) - (values[i - 2] ?? 0);
  for (let i = from; i <= to; i++) if (rise(i) > rise(best)) best = i;
  return best;
}

function share(voicing: Float32Array, { start, end }: Stretch): number {
  const part = voicing.subarray(start, Math.max(start + 1, end));
  return part.reduce((sum, value) => sum + (value >= VOICED ? 1 : 0), 0) / Math.max(1, part.length);
}

function hasVoice(voicing: Float32Array, { start, end }: Stretch): boolean {
  return voicing.subarray(start, end).some((value) => value >= VOICED);
}
