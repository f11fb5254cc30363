import type { NodeMessage } from 'node-red';

export interface MadeResult {
  readonly session?: string;
  readonly text?: string;
  readonly attempt?: string;
  /** Null: the recording was refused. */
  readonly points?: number | null;
  readonly verdict?: string;
  readonly words?: readonly (readonly [string, number])[];
  readonly syllables?: readonly (readonly [string, number])[];
  readonly phones?: readonly (readonly [string, number])[];
  readonly hints?: readonly { readonly expected: string; readonly said: string; readonly contrast: string }[];
  readonly seat?: string;
}

/** A message as a score node sends it behind a hear node. */
export function scoredMessage(made: MadeResult = {}): NodeMessage {
  const { session, text = '안녕하세요', attempt, points = 80, verdict = points === null ? 'no-speech' : 'scored', words = [], syllables = [], phones = [], hints = [], seat } = made;
  const scored = ([word, score]: readonly [string, number]) => ({ text: word, startMs: 0, endMs: 100, score, tier: null });
  return {
    payload: points ?? verdict,
    pronunciation: {
      role: 'learner', text, language: 'ko',
      ...(session !== undefined && { session }),
      ...(attempt !== undefined && { attempt }),
      ...(seat !== undefined && { seat }),
      score: {
        verdict, value: points, distance: 0.4, tier: null, tiers: [], message: '',
        words: words.map((word, i) => ({ ...scored(word), ...(i === 0 && { syllables: syllables.map(scored) }) })),
      },
      heard: {
        text, completeness: 1, words: [], insertions: [],
        phones: phones.map(([symbol, goodness]) => ({ word: 0, symbol, startMs: 0, endMs: 10, goodness })),
        hints: hints.map((hint) => ({ word: 0, syllable: 0, confidence: 1, ...hint })),
      },
    },
  };
}
