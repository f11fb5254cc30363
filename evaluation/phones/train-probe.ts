import { setImmediate as rest } from 'node:timers/promises';
import type { AlignedPhone } from '../../pipeline/ear/phones/align';
import { seededRandom } from '../../base/random';
import { alignBy, readSegment, type HeardRecording } from './heard-recording';
import { LENGTHS, PARTS, type ProbeWeights } from './probe-weights';
import { learnOn, type Examples } from './regression';

/** How often the phones are looked for anew by what was learned. */
const ROUNDS = 2;
/** See training/ear/korean/README.md for how these were chosen. */
const FRAMES = { epochs: 2, rate: 2e-4, pull: 1 };
const SEGMENTS = { rate: 2e-4, pull: 1 };
/** Examples that are seen in all, about: a small school's recordings often, a large one's a few times. */
const SEEN = 20_000;
const EPOCHS = { least: 2, most: 10 };

/**
 * Goes on training a probe with more recordings. It finds their phones itself, and again after it has learned; it is drawn back to the
 * weights it began with.
 */
export async function trainProbe(start: ProbeWeights, recordings: readonly HeardRecording[]): Promise<ProbeWeights> {
  const random = seededRandom(1);
  const turn = { random, rest: () => rest() };
  let { frames } = start;
  for (let round = 0; round < ROUNDS; round++) {
    const found = recordings.map((recording) => alignBy(frames, recording));
    frames = await learnOn(start.frames, frameExamples(recordings, found), { ...FRAMES, ...turn });
  }
  const examples = segmentExamples(recordings, recordings.map((recording) => alignBy(frames, recording)));
  const epochs = Math.min(EPOCHS.most, Math.max(EPOCHS.least, Math.round(SEEN / examples.count)));
  return { frames, segments: await learnOn(start.segments, examples, { ...SEGMENTS, epochs, ...turn }) };
}

function frameExamples(recordings: readonly HeardRecording[], found: readonly (readonly AlignedPhone[])[]): Examples {
  const size = recordings[0]?.size ?? 0;
  const places = recordings.flatMap(({ count }, recording) => {
    const classes = new Uint8Array(count);
    for (const { symbol, start, end } of found[recording] ?? []) classes.fill(symbol, start, end);
    return Array.from(classes, (own, frame) => ({ recording, frame, own }));
  });
  return {
    count: places.length,
    inputs: size,
    read(example, to) {
      const { recording, frame } = places[example] as (typeof places)[number];
      to.set((recordings[recording] as HeardRecording).frames.subarray(frame * size, (frame + 1) * size));
    },
    classOf: (example) => places[example]?.own ?? 0,
  };
}

function segmentExamples(recordings: readonly HeardRecording[], found: readonly (readonly AlignedPhone[])[]): Examples {
  const size = recordings[0]?.size ?? 0;
  const places = found.flatMap((phones, recording) => phones.map(({ symbol }, at) => ({ recording, at, symbol })));
  return {
    count: places.length,
    inputs: PARTS * size + LENGTHS,
    read(example, to) {
      const { recording, at } = places[example] as (typeof places)[number];
      readSegment(recordings[recording] as HeardRecording, found[recording] as readonly AlignedPhone[], at, to);
    },
    classOf: (example) => places[example]?.symbol ?? 0,
  };
}
