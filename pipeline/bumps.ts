import { highestHill, type Hill } from './bumps/hill';
import { FRAMES_PER_SECOND, levelsOf, type Levels } from './bumps/levels';
import { shapeOf, type Shape } from './bumps/shape';
import { detectSpeech } from './speech/detect';

/*
 * A knock on the table, the key that stops a recording, a slammed door, a puff of breath: short, and louder than the
 * voice. What is measured by the loudest sound (where speech begins and ends, the level, the noise) is then measured by
 * the bump. The limits were found on 740 recordings of sentences and single words (of which none may lose a syllable)
 * and on 15 kinds of bumps, 14 and 26 dB louder than the voice.
 */
/** A bump must be louder than all the rest by this: one that is not does no harm. In a sentence less is enough
 *  where no voice at all has its shape. */
const LOUDER_DB = 6;
const SUDDEN_LOUDER_DB = 3;
/** Two bumps of two sounds each, and one to spare. */
const MAX_BUMPS = 5;
/** Above the room's level: what is nearer to it is the room, and the end of the bump. */
const MIN_REST_DB = 10;
/** Frames around a bump that its edges reach into. */
const EDGE_FRAMES = 2;
/** Shorter rests are single words. Their own plosives and endings must not be taken for bump and speech. */
const SENTENCE_SECONDS = 0.5;
/** Frames this far below the loudest of the rest count as speech. */
const ACTIVE_DB = 15;
/** A voice rises more slowly: in 4 ms and more for a word, in 10 and more for the loudest syllable of a sentence. */
const SUDDEN_MS = 3;
const SUDDEN_SENTENCE_MS = 8;
/** A bump in a room rises as slowly as a syllable, but repeats no period. */
const ROOM_RISE_MS = 30;
const MAX_HARMONICITY = 0.8;
const WORD_HARMONICITY = 0.6;
const HALL_RISE_MS = 60;
const NOISE_HARMONICITY = 0.4;
/** Syllables that are louder than all others are longer. */
const MAX_FALL_MS = 170;
/** A high-pass filter at 200 Hz takes up to 3 dB of a voice. */
const MIN_LOW_DB = 7;

/**
 * The recording with its bumps turned down to the level of the room: sounds that are short, unlike a voice and louder
 * than all the rest, where the rest is speech. The same array where there are none.
 */
export function withoutBumps(samples: Float32Array, sampleRate: number): Float32Array {
  const levels = levelsOf(samples, sampleRate);
  const hills = highestHills(levels);
  let quiet = samples;
  let isSudden = true;
  let isNoWord = true;
  for (let count = 1; count < hills.length && count <= lastGap(levels, hills); count++) {
    const shape = shapeOfHill(samples, sampleRate, levels, hills[count - 1] as Hill);
    if (!isUnlikeSentence(shape)) break;
    isSudden &&= isUnlikeSyllable(shape);
    isNoWord &&= isUnlikeWord(shape);
    const bumps = hills.slice(0, count);
    const rest = hills[count] as Hill;
    if (levelAt(levels, rest) < levels.floorDb + MIN_REST_DB) break;
    const isSentence = activeSeconds(levels, levelAt(levels, rest), bumps) >= SENTENCE_SECONDS;
    if (!isSentence && !isNoWord) continue;
    if (gapDb(levels, hills, count) < (isSentence && isSudden ? SUDDEN_LOUDER_DB : LOUDER_DB)) continue;
    const turned = turnedDown(samples, levels, bumps);
    if (detectSpeech(turned, sampleRate) !== null) quiet = turned;
  }
  return quiet;
}

/** The highest, and the next that lies outside of it, and so on: one more than there may be bumps. */
function highestHills(levels: Levels): Hill[] {
  const hills: Hill[] = [];
  for (let next = highestHill(levels, () => false); next !== undefined && hills.length <= MAX_BUMPS; ) {
    hills.push(next);
    next = highestHill(levels, (frame) => isIn(hills, frame));
  }
  return hills;
}

function isIn(hills: readonly Hill[], frame: number): boolean {
  return hills.some(({ start, end }) => frame >= start - EDGE_FRAMES && frame <= end + EDGE_FRAMES);
}

/** How much the lowest of the first `count` hills is higher than the next, dB. */
function gapDb(levels: Levels, hills: readonly Hill[], count: number): number {
  return levelAt(levels, hills[count - 1] as Hill) - levelAt(levels, hills[count] as Hill);
}

/** Up to how many hills there can be bumps: 0 where no gap is wide enough, as in nearly all recordings. */
function lastGap(levels: Levels, hills: readonly Hill[]): number {
  let last = 0;
  for (let count = 1; count < hills.length; count++) if (gapDb(levels, hills, count) >= SUDDEN_LOUDER_DB) last = count;
  return last;
}

function levelAt({ db }: Levels, { peak }: Hill): number {
  return db[peak] as number;
}

function shapeOfHill(samples: Float32Array, sampleRate: number, { hop }: Levels, { start, end }: Hill): Shape {
  return shapeOf(samples, sampleRate, Math.max(0, (start - 2 * EDGE_FRAMES) * hop), Math.min(samples.length, (end + EDGE_FRAMES) * hop));
}

/** Whether no syllable of a sentence has this shape. */
function isUnlikeSentence({ riseMs, fallMs, lowDb, harmonicity }: Shape): boolean {
  if (lowDb >= MIN_LOW_DB) return true;
  if (fallMs > MAX_FALL_MS) return false;
  if (riseMs <= SUDDEN_SENTENCE_MS) return true;
  if (riseMs > HALL_RISE_MS) return false;
  return harmonicity() < (riseMs <= ROOM_RISE_MS ? MAX_HARMONICITY : NOISE_HARMONICITY);
}

/** Whether not even the first syllable after a plosive has this shape. */
function isUnlikeSyllable({ riseMs, lowDb }: Shape): boolean {
  return riseMs <= SUDDEN_MS || lowDb >= MIN_LOW_DB;
}

/** Whether nothing in a single word has this shape. */
function isUnlikeWord(shape: Shape): boolean {
  return shape.lowDb >= MIN_LOW_DB || (isUnlikeSyllable(shape) && shape.harmonicity() < WORD_HARMONICITY);
}

/** How long the rest is as loud as speech. */
function activeSeconds({ db }: Levels, loudestDb: number, bumps: readonly Hill[]): number {
  let count = 0;
  for (let j = 0; j < db.length; j++) if ((db[j] as number) > loudestDb - ACTIVE_DB && !isIn(bumps, j)) count++;
  return count / FRAMES_PER_SECOND;
}

/** The hills turned down to the level of the room, frame by frame and evenly between them. */
function turnedDown(samples: Float32Array, { db, hop, floorDb }: Levels, hills: readonly Hill[]): Float32Array {
  const out = samples.slice();
  for (const { start, end } of hills) {
    const [first, last] = [Math.max(0, start - EDGE_FRAMES), Math.min(db.length - 1, end + EDGE_FRAMES)];
    const gainAt = (frame: number): number => 10 ** (Math.min(0, floorDb - (db[frame] ?? floorDb)) / 20);
    for (let n = first * hop; n <= last * hop && n < out.length; n++) {
      const frame = Math.floor(n / hop);
      const share = n / hop - frame;
      out[n] = (samples[n] as number) * ((1 - share) * gainAt(frame) + share * gainAt(frame + 1));
    }
  }
  return out;
}
