import type { NodeAPI } from 'node-red';

import type { Score, ScoreDetails } from '../../engine/jobs';
import type { HeardChanges } from '../../pipeline/facts';
import { belowTop, changesOf, firstChange, surestHint, type Changes } from '../../pipeline/siamese/changes';
import { gradesOf } from '../../pipeline/siamese/grades';
import { DEFAULT_TIERS, type Tier } from '../../pipeline/siamese/score';
import type { Stage } from '../lib/stage';
import { MAX_STATUS_LENGTH, type Look } from '../lib/status';

/** Adds what only the node knows: the user's tiers and the language of the runtime. @param heard from a hear node */
export function scoreOf(RED: NodeAPI, details: ScoreDetails, tiers: readonly Tier[], heard?: HeardChanges): Score {
  const changes = changesOf(heard);
  const value = belowTop(details.value, tiers, changes);
  const grades = gradesOf(value, details.words, tiers);
  const message =
    grades.tier === null ? RED._(`message.${details.verdict}`) : (changeSentence(RED, changes) ?? hintSentence(RED, heard) ?? tierSentence(RED, grades.tier.name));
  return { ...details, value, ...grades, message };
}

/** What was said otherwise than written; undefined where nothing was. The first kind is enough: it changes the others. */
function changeSentence(RED: NodeAPI, changes: Changes): string | undefined {
  const kind = firstChange(changes);
  return kind === undefined ? undefined : RED._(`message.${kind}`, { words: changes[kind].join(' ') });
}

/** What to do about the sound that the ear is surest of; undefined where there is none. */
function hintSentence(RED: NodeAPI, heard?: HeardChanges): string | undefined {
  const hint = surestHint(heard);
  if (hint === undefined) return undefined;
  const { expected, said, contrast } = hint;
  return RED._('contrast.sentence', { expected, said, advice: RED._(`contrast.${contrast}`) });
}

/** The score with one decimal, for a gauge or a display; the verdict if there is no score. */
export function payloadOf({ value, verdict }: ScoreDetails): number | string {
  return value === null ? verdict : Math.round(value * 10) / 10;
}

/** The status: "73.5 points" in the tier's colour, or the verdict. If the text is short enough, it also says that the inference
 *  was not native. */
export function showScore(RED: NodeAPI, { showText }: Pick<Stage, 'showText'>, score: Score): void {
  const payload = payloadOf(score);
  const text = RED._(`status.${score.verdict}`, { score: payload });
  const withBackend = score.backend === 'wasm' ? `${text} · wasm` : text;
  showText(lookOf(score), withBackend.length > MAX_STATUS_LENGTH ? text : withBackend);
}

/** A status has fewer colours than the tiers. */
function lookOf({ tier }: Score): Look {
  switch (tier?.colour) {
    case 'green':
      return 'good';
    case 'red':
      return 'poor';
    case undefined:
      return 'refused';
    default:
      return 'fair';
  }
}

/** The sentence for a tier. Each preset name has a translated sentence; a name that the user wrote is used as the sentence. */
function tierSentence(RED: NodeAPI, name: string): string {
  return DEFAULT_TIERS.some((tier) => tier.name === name) ? RED._(`tier.${name}`) : name;
}
