import { keptResult, type KeptResult, type Tried } from '../../../page/src/progress/kept-result';
import type { JudgedWord } from '../../../page/src/results/outcome';
import { DEFAULT_TIERS, tierOf } from '../../../pipeline/siamese/score';

/** Noon of a day by the clock of this machine, ms since 1970. */
export const noon = (day: string): number => new Date(`${day}T12:00:00`).getTime();

export function word(text: string, score: number, more: Partial<JudgedWord> = {}): JudgedWord {
  const colour = tierOf(score)?.colour;
  return { text, score, state: colour === 'red' ? 'wrong' : colour === 'orange' ? 'unclear' : 'right', ...more };
}

let count = 0;

/** A try, by default of one sentence with all words right. */
export const tried = (more: Partial<Tried> = {}): Tried => ({
  id: `try-${count++}`, when: noon('2026-12-02'), sentence: '물 한 잔 주세요', language: 'ko', voice: 'low', verdict: 'scored', points: 80, tiers: DEFAULT_TIERS,
  words: [word('물', 80), word('한', 80), word('잔', 80), word('주세요', 80)], ...more,
});

export const result = (more: Partial<Tried> = {}): KeptResult => keptResult(tried(more));

/** Tries of a diligent class of one: 200 sentences of five words, 20 tries a day, points by a simple generator of numbers. */
export function manyTries(many: number): Tried[] {
  let seed = 1;
  const chance = (below: number): number => {
    seed = (seed * 48_271) % 0x7fffffff;
    return seed % below;
  };
  const start = noon('2025-01-01');
  return Array.from({ length: many }, (_, i) => {
    const place = chance(200);
    const words = Array.from({ length: 5 }, (_unused, k) => word(`${'가나다라마바사아자차'.charAt(place % 10)}${'각난달람밥삿앙잦찿칵'.charAt(k + chance(2))}${place}`, 20 + chance(80)));
    const sentence = words.map(({ text }) => text.slice(0, 1)).join(' ') + ` ${place}`;
    const points = words.reduce((sum, { score = 0 }) => sum + score, 0) / words.length;
    return tried({ id: `many-${i}`, when: start + i * 4_320_000, sentence, points, words });
  });
}
