import type { Result } from '../station/state';
import type { Texts } from '../texts/texts';

/** What the learner is told: why there is no score, what was said otherwise, which sound was another, or what the score means. */
export function sentenceOf({ verdict, tier, change, hint }: Result, t: Texts): string {
  if (tier === null) return t.verdicts[verdict] ?? verdict;
  if (change !== undefined) return (t.verdicts[change.kind] ?? '').replace('__words__', () => change.words);
  if (hint !== undefined) {
    const { sentence = '', [hint.contrast]: advice = '' } = t.contrast;
    return sentence.replace('__expected__', () => hint.expected).replace('__said__', () => hint.said).replace('__advice__', () => advice);
  }
  return t.tiers[tier.name] ?? tier.name;
}
