import { dirname, join, resolve } from 'node:path';
import { mapInParallel } from '../../../base/serialise';
import { readSet } from '../../protocol/recordings';
import { readTable } from '../../../base/table/table';
import { packageRoot } from '../../../base/package-root';
import type { Verdict } from '../../../pipeline/siamese/verdict';
import { spread, type Context } from '../context';
import { intervalsOf, mean, type Measured } from '../row';

interface Heard {
  readonly set: string;
  readonly verdict: Verdict;
}

const CHOICE = join(packageRoot(), 'training', 'choice-speakers.txt');
/** Most recordings of each set. */
const MOST = 300;
const TABLES = ['english-native', 'korean', 'english-commands', 'arabic-commands'] as const;

/** The reference of every comparison. Here `wrong-sentence` does not count as a refusal. */
const REFERENCE = ['yes', 'en-US'] as const;

/** How many recordings with speech are refused because of their signal, or because the network detects no speech. These
 *  refusals do not depend on the reference. */
export async function measureVerdicts(context: Context): Promise<Measured> {
  const sets: [string, readonly string[]][] = [];
  for (const set of ['report', 'choice', 'train'] as const) {
    sets.push([`learners (${set})`, (await readSet(context.speech, set, CHOICE)).map(({ path }) => path)]);
  }
  for (const name of TABLES) {
    const table = join(context.speech, name, 'labels.tsv');
    const { rows } = await readTable(table);
    sets.push([name, rows.map(({ fields }) => resolve(dirname(table), fields.file ?? ''))]);
  }
  const reference = await context.reference(...REFERENCE);
  const heard: Heard[] = [];
  for (const [set, paths] of sets) {
    // Two at a time: one is decoded while the other is judged.
    const verdicts = await mapInParallel(spread(paths, context.few ? 2 : MOST), 2, async (path) => {
      const { verdict } = await context.compare(context.hear(await context.audio(path)), reference);
      return verdict === 'wrong-sentence' ? 'scored' : verdict;
    });
    heard.push(...verdicts.map((verdict) => ({ set, verdict })));
  }
  const shares = sharesOf(heard);
  const intervals = intervalsOf(heard.map((each, i) => ({ ...each, i })), ({ i }) => String(i), sharesOf);
  const counts = sets.map(([name]) => {
    const refused = heard.filter(({ set, verdict }) => set === name && verdict !== 'scored');
    return `${name} ${refused.length} of ${heard.filter(({ set }) => set === name).length}`;
  });
  return {
    rows: [
      {
        title: 'People who spoke, refused as no speech',
        target: { atMost: 0.002 },
        measured: shares.noSpeech,
        interval: intervals.noSpeech,
        digits: 4,
        note: `${heard.length} recordings`,
      },
      {
        title: '  refused as too quiet, clipped or too noisy',
        target: null,
        measured: shares.otherVerdicts,
        interval: intervals.otherVerdicts,
        digits: 4,
        note: counts.join(', '),
      },
    ],
    figures: { signalVerdicts: { recordings: heard.length, ...shares, intervals } },
  };
}

function sharesOf(heard: readonly Heard[]) {
  return {
    noSpeech: mean(heard.map(({ verdict }) => Number(verdict === 'no-speech'))),
    otherVerdicts: mean(heard.map(({ verdict }) => Number(verdict !== 'no-speech' && verdict !== 'scored'))),
  };
}
