import type { NodeMessage } from 'node-red';
import * as v from 'valibot';

import { pronunciationOf } from '../lib/facts';
import type { Hint, ResultRecord, Scored, Sound } from './records';

/** What a result says, apart from whose it is. */
export type Measured = Pick<ResultRecord, 'text' | 'verdict' | 'points' | 'colour' | 'words' | 'syllables' | 'sounds' | 'hints'>;

/** Longest kept sentence and word, characters. */
const MAX_TEXT = 300;
const MAX_WORD = 60;
/** Most words, syllables, sounds or hints of a sentence. A sentence that is compared has fewer. */
const MAX_PARTS = 120;

const points = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const word = v.pipe(v.string(), v.transform((text) => text.normalize('NFC').slice(0, MAX_WORD)));

/** A list of which ill-formed members are left out. */
function listOf<const Schema extends v.GenericSchema>(schema: Schema) {
  const good = v.transform((list: unknown[]) =>
    list.slice(0, MAX_PARTS).flatMap((one) => {
      const checked = v.safeParse(schema, one);
      return checked.success ? [checked.output] : [];
    }),
  );
  return v.fallback(v.optional(v.pipe(v.array(v.unknown()), good), []), []);
}

const SCORED = v.object({ text: word, score: points });
const SCORE = v.object({
  verdict: v.pipe(v.string(), v.maxLength(MAX_WORD)),
  value: v.nullable(points),
  tier: v.fallback(v.nullish(v.object({ colour: word })), undefined),
  words: listOf(v.object({ ...SCORED.entries, syllables: listOf(SCORED) })),
});
const HEARD = v.object({
  phones: listOf(v.object({ symbol: word, goodness: points })),
  hints: listOf(v.object({ expected: word, said: word, contrast: word })),
});

/** Whether a score node has judged the message. */
export function isResult(msg: NodeMessage): boolean {
  return v.is(SCORE, pronunciationOf(msg)['score']);
}

/** What a score node's message says. Ill-formed parts are left out. @param msg for which isResult holds */
export function measuredIn(msg: NodeMessage): Measured {
  const { score, heard, text } = pronunciationOf(msg);
  const { verdict, value, tier, words } = v.parse(SCORE, score);
  const { phones, hints } = v.parse(v.fallback(HEARD, { phones: [], hints: [] }), heard);
  return {
    text: typeof text === 'string' ? sentenceKey(text) : '',
    verdict,
    points: value === null ? null : rounded(value),
    ...(tier && { colour: tier.colour }),
    words: words.map(scored),
    syllables: words.flatMap(({ syllables }) => syllables.map(scored)),
    sounds: soundsOf(phones),
    hints: hints.map(({ expected, said, contrast }): Hint => [expected, said, contrast]),
  };
}

/** A sentence in the form by which tries of the same one are counted together. */
export function sentenceKey(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, MAX_TEXT);
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

const scored = ({ text, score }: { readonly text: string; readonly score: number }): Scored => [text, rounded(score)];

function soundsOf(phones: readonly { readonly symbol: string; readonly goodness: number }[]): readonly Sound[] {
  const found = new Map<string, number[]>();
  for (const { symbol, goodness } of phones) found.set(symbol, [...(found.get(symbol) ?? []), goodness]);
  return [...found].map(([symbol, all]): Sound => [symbol, rounded(all.reduce((sum, one) => sum + one, 0) / all.length), all.length]);
}
