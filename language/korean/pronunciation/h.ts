import { heardCoda } from './codas';
import { partsOf, simplifyCluster } from './clusters';
import type { Joint, Rule } from './seam';

const ASPIRATED: Readonly<Record<string, string>> = { ㄱ: 'ㅋ', ㄷ: 'ㅌ', ㅂ: 'ㅍ', ㅈ: 'ㅊ' };
/** What is left of a coda that loses ㅎ. */
const WITHOUT_H: Readonly<Record<string, string>> = { ㅎ: '', ㄶ: 'ㄴ', ㅀ: 'ㄹ' };

/** Article 12: ㅎ melts with its neighbour, or falls. 놓고 [노코], 닿소 [다쏘], 놓는 [논는], 낳은 [나은], 각하 [가카] */
export const meltH: Rule = (joint) => {
  if (joint.onset === 'ㅎ') return aspirateOnset(joint);
  const rest = WITHOUT_H[joint.coda];
  if (rest === undefined || joint.seam.tense || joint.seam.begins !== 'syllable' || joint.seam.afterLetterName) return joint;
  if (joint.onset in ASPIRATED && joint.onset !== 'ㅂ') return { ...joint, coda: rest, onset: ASPIRATED[joint.onset] as string };
  if (joint.onset === 'ㅅ') return { ...joint, coda: rest, onset: 'ㅆ' };
  if (joint.onset === 'ㄴ' && joint.coda === 'ㅎ') return { ...joint, coda: 'ㄴ' };
  return joint.onset === 'ㅇ' || joint.onset === 'ㄴ' ? { ...joint, coda: rest } : joint;
};

/**
 * A stop before ㅎ. Before the suffix 히 the last consonant melts as it is written (앉히다 [안치다], 밝히다 [발키다]); elsewhere it
 * is what one hears of the coda (꽃 한 송이 [꼬탄송이]).
 */
function aspirateOnset(joint: Joint): Joint {
  const { coda } = joint;
  const isSuffix = isSuffixHi(joint);
  const [first, last] = isSuffix ? (partsOf(coda) ?? ['', coda]) : ['', simplifyCluster(joint, {}).coda];
  const stop = last === 'ㅈ' && isSuffix ? last : heardCoda(last);
  const onset = ASPIRATED[stop];
  return onset === undefined ? joint : { ...joint, coda: first, onset };
}

/** 히 with any ending, or 혀, 혔: the suffix of the passive and the causative. */
export function isSuffixHi({ onset, nucleus, nextCoda, seam }: Joint): boolean {
  if (onset !== 'ㅎ' || seam.begins !== 'syllable') return false;
  return nucleus === 'ㅣ' || (nucleus === 'ㅕ' && (nextCoda === '' || nextCoda === 'ㅆ'));
}
