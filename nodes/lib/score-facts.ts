import type { NodeMessage } from 'node-red';

import type { ScoreJob } from '../../engine/jobs';
import { lightOf } from '../../pipeline/snr';
import type { Level, NoiseMeasure, Span, Word } from '../../pipeline/types';
import { hasNumbers, pronunciationOf } from './message';
import { listedWords } from './message-limits';

/** What the verdict is to judge. A sender may have put anything there: what has not the right form is not
 *  judged, and nothing else goes along, which might not be of a kind that reaches another process. */
export function judgedFacts(msg: NodeMessage): ScoreJob['facts'] {
  const { level, noise, speech } = pronunciationOf(msg) as Readonly<Record<string, unknown>>;
  return {
    ...(hasNumbers<Level>(level, ['peakDb', 'rmsDb', 'clippedShare']) && { level: plainLevel(level) }),
    ...(hasNumbers<NoiseMeasure>(noise, ['snrDb']) && { noise: { snrDb: noise.snrDb, light: lightOf(noise.snrDb) } }),
    ...((speech === null || isStretch(speech)) && { speech: speech && { startMs: speech.startMs, endMs: speech.endMs } }),
  };
}

function plainLevel({ peakDb, rmsDb, clippedShare }: Level): Level {
  return { peakDb, rmsDb, clippedShare };
}

/** A span that has a length. */
function isStretch(value: unknown): value is Span {
  return hasNumbers<Span>(value, ['startMs', 'endMs']) && value.endMs > value.startMs;
}

/** The reference's words; those that have not the right form are left out. */
export function wordsOf(msg: NodeMessage): Word[] {
  return (listedWords(msg) ?? []).filter(isWord).map(({ text, startMs, endMs }) => ({ text, startMs, endMs }));
}

function isWord(value: unknown): value is Word {
  return hasNumbers<Word>(value, ['startMs', 'endMs']) && typeof value.text === 'string';
}
