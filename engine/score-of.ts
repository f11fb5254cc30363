import { withParticles } from '../language/korean/particles';
import type { HeardChanges } from '../pipeline/facts';
import { belowTop, changesOf, firstChange, surestHint } from '../pipeline/siamese/changes';
import { gradesOf } from '../pipeline/siamese/grades';
import { DEFAULT_TIERS, type Tier } from '../pipeline/siamese/score';
import type { Score, ScoreDetails } from './jobs';

/** A text of the score node's catalogue, with values in the place of `__NAME__`. */
export type Say = (key: string, values?: Readonly<Record<string, string>>) => string;

/** What a score node puts into `msg.pronunciation.score`: the details, their tiers and a sentence for the learner. @param heard by the ear */
export function scoreOf(details: ScoreDetails, tiers: readonly Tier[], say: Say, heard?: HeardChanges): Score {
  const value = belowTop(details.value, tiers, changesOf(heard));
  const grades = gradesOf(value, details.words, tiers);
  const message =
    grades.tier === null ? say(`message.${details.verdict}`) : (changeSentence(say, heard) ?? hintSentence(say, heard) ?? tierSentence(say, grades.tier.name));
  return { ...details, value, ...grades, message: withParticles(message) };
}

/** What was said otherwise than written; undefined where nothing was. The first kind is enough: it changes the others. */
function changeSentence(say: Say, heard: HeardChanges | undefined): string | undefined {
  const changes = changesOf(heard);
  const kind = firstChange(changes);
  return kind === undefined ? undefined : say(`message.${kind}`, { words: changes[kind].join(' ') });
}

/** What to do about the sound that the ear is surest of; undefined where there is none. */
function hintSentence(say: Say, heard: HeardChanges | undefined): string | undefined {
  const hint = surestHint(heard);
  if (hint === undefined) return undefined;
  const { expected, said, contrast } = hint;
  return say('contrast.sentence', { expected, said, advice: say(`contrast.${contrast}`) });
}

/** Each preset name has a translated sentence; a name that the user wrote is used as the sentence. */
function tierSentence(say: Say, name: string): string {
  return DEFAULT_TIERS.some((tier) => tier.name === name) ? say(`tier.${name}`) : name;
}
