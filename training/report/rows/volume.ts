import { readSet } from '../../protocol/recordings';
import { spread, type Context } from '../context';
import type { Measured } from '../row';

const RECORDINGS = 60;
const GAINS_DB = [-20, -10, 10, 20];
/** Peak of the unchanged recording: 20 dB more still leave 1 dB of headroom. */
const PEAK = 10 ** (-21 / 20);

/** A microphone's gain must not change the score. Compares the same samples at several levels, none of them clipped. */
export async function measureVolume(context: Context): Promise<Measured> {
  const recordings = spread(await readSet(context.speech, 'report', undefined), context.few ? 2 : RECORDINGS);
  let most = 0;
  let refused = 0;
  for (const { path, text, language } of recordings) {
    const { samples, sampleRate } = await context.audio(path);
    const peak = samples.reduce((max, sample) => Math.max(max, Math.abs(sample)), 1e-9);
    const reference = await context.reference(text, language);
    const at = (gainDb: number) => {
      const gain = (PEAK / peak) * 10 ** (gainDb / 20);
      return context.compare(context.hear({ samples: samples.map((sample) => sample * gain), sampleRate }), reference);
    };
    const { score, verdict } = await at(0);
    for (const gainDb of GAINS_DB) {
      const other = await at(gainDb);
      most = Math.max(most, Math.abs(other.score - score));
      refused += Number(other.verdict !== verdict);
    }
  }
  return {
    rows: [
      {
        title: 'Largest change of the score for -20 to +20 dB, points',
        target: { atMost: 0.5 },
        measured: most,
        note: `${recordings.length} recordings, ${refused} verdicts changed`,
      },
    ],
    figures: { volume: { recordings: recordings.length, mostPoints: most, verdictsChanged: refused } },
  };
}
