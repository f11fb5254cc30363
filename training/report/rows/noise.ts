import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pick, seededRandom } from '../../../base/random';
import { readSet } from '../../protocol/recordings';
import { reduceNoise, type GateOptions } from '../../../pipeline/gate';
import { resample } from '../../../pipeline/resample';
import type { Audio } from '../../../pipeline/types';
import { spread, type Context } from '../context';
import { mixedAt } from '../mixing';
import { intervalsOf, mean, type Measured, type Row } from '../row';

const RECORDINGS = 60;
/** The defaults of the noise node. */
const GATE: GateOptions = { stationary: true, profile: { from: 'quietest' } };

/** Changes of the score, in points, from that of the original recording without noise and filter. */
interface Change {
  readonly speaker: string;
  readonly snrDb: number | null;
  readonly filtered: number;
  readonly unfiltered: number;
  /** Whether the filtered recording is refused. */
  readonly refused: boolean;
}

const CASES = [
  { snrDb: 20, most: 2 },
  { snrDb: 10, most: 4 },
] as const;

/** How many points a learner loses by noise, with and without the noise node's filter. */
export async function measureNoiseChange(context: Context): Promise<Measured> {
  const recordings = spread(await readSet(context.speech, 'report', undefined), context.few ? 2 : RECORDINGS);
  const folder = join(context.speech, 'noise');
  const noises = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.opus') && !file.startsWith('rir'))
    .sort();
  const random = seededRandom(1);
  const changes: Change[] = [];
  for (const { path, text, language, speaker } of recordings) {
    const speech = await context.audio(path);
    const reference = await context.reference(text, language);
    const noise = await context.audio(join(folder, pick(noises, random)));
    const samples = resample(noise.samples, noise.sampleRate, speech.sampleRate);
    const start = random();
    const judge = (audio: Audio) => context.compare(context.hear(audio), reference);
    const filtered = (audio: Audio): Audio => ({ ...audio, samples: reduceNoise(audio.samples, audio.sampleRate, GATE) });
    const clean = (await judge(speech)).score;
    for (const snrDb of [null, ...CASES.map((each) => each.snrDb)]) {
      const noisy = snrDb === null ? speech : { ...speech, samples: mixedAt(speech.samples, samples, snrDb, start) };
      const [plain, gated] = [await judge(noisy), await judge(filtered(noisy))];
      changes.push({
        ...{ speaker, snrDb, refused: gated.verdict !== 'scored' },
        ...{ filtered: gated.score - clean, unfiltered: plain.score - clean },
      });
    }
  }
  const figures = figuresOf(changes);
  const intervals = intervalsOf(changes, ({ speaker }) => speaker, figuresOf);
  const refusedAt = (snrDb: number): number => changes.filter((each) => each.snrDb === snrDb && each.refused).length;
  const rows = CASES.flatMap(({ snrDb, most }): Row[] => {
    const [lost, bare] = [`lostAt${snrDb}` as const, `lostAt${snrDb}Unfiltered` as const];
    const note = `${recordings.length} recordings, ${refusedAt(snrDb)} refused`;
    return [
      {
        ...{ title: `Points lost at ${snrDb} dB SNR, with the noise node`, target: { atMost: most }, digits: 1, note },
        ...{ measured: figures[lost], interval: intervals[lost] },
      },
      { title: '  without it', target: null, digits: 1, measured: figures[bare], interval: intervals[bare] },
    ];
  });
  rows.push({
    ...{ title: '  by the noise node, where nothing was added', target: null, digits: 1 },
    ...{ measured: figures.lostByFilter, interval: intervals.lostByFilter },
  });
  return { rows, figures: { noise: { recordings: recordings.length, ...figures, intervals } } };
}

function figuresOf(changes: readonly Change[]) {
  const lost = (snrDb: number | null, key: 'filtered' | 'unfiltered'): number | null => {
    const change = mean(changes.filter((each) => each.snrDb === snrDb).map((each) => each[key]));
    return change === null ? null : -change;
  };
  return {
    lostAt20: lost(20, 'filtered'),
    lostAt20Unfiltered: lost(20, 'unfiltered'),
    lostAt10: lost(10, 'filtered'),
    lostAt10Unfiltered: lost(10, 'unfiltered'),
    lostByFilter: lost(null, 'filtered'),
  };
}
