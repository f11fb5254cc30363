import { countsAsSaid, type Heard, type HeardPhone, type HeardWord } from './heard';

/** A written word and how many words are spoken for it. */
export interface WrittenWord {
  readonly text: string;
  readonly spoken: number;
}

type ByWord = Pick<Heard, 'completeness' | 'words' | 'insertions' | 'phones' | 'hints'>;

/**
 * What was heard, by the words as they are written: 3시 is left out where both 세 and 시 are, and right where both are.
 * @param heard by the spoken words
 * @param written those that are spoken; their spoken words must be as many as `heard` has, else it stays as it is
 */
export function byWrittenWords<Part extends ByWord>(heard: Part, written: readonly WrittenWord[]): Part {
  const wordOf = written.flatMap(({ spoken }, place) => Array.from({ length: spoken }, () => place));
  if (wordOf.length !== heard.words.length) return heard;
  const words = written.map(({ text }, place) => joined(text, heard.words.filter((_, i) => wordOf[i] === place)));
  const right = words.filter(countsAsSaid).length;
  return {
    ...heard,
    words,
    completeness: heard.completeness === null ? null : right / Math.max(1, words.length),
    insertions: heard.insertions.map((word) => ({ ...word, before: wordOf[word.before] ?? words.length })),
    ...(heard.phones && { phones: heard.phones.map((phone) => inWritten(phone, wordOf, heard.words)) }),
    ...(heard.hints && { hints: heard.hints.map((hint) => inWritten(hint, wordOf, heard.words)) }),
  };
}

/** A place by its written word, whose syllables are those of all its spoken words. */
function inWritten<Placed extends Pick<HeardPhone, 'word' | 'syllable'>>(placed: Placed, wordOf: readonly number[], spoken: readonly HeardWord[]): Placed {
  const word = wordOf[placed.word] ?? placed.word;
  if (placed.syllable === undefined) return { ...placed, word };
  const before = spoken.filter((_, i) => i < placed.word && wordOf[i] === word).flatMap(({ syllables = [] }) => syllables);
  return { ...placed, word, syllable: before.length + placed.syllable };
}

function joined(text: string, parts: readonly HeardWord[]): HeardWord {
  const said = parts.filter(({ error }) => error !== 'omission');
  const [first, last] = said.length === 0 ? [parts[0], parts[0]] : [said[0], said.at(-1)];
  const syllables = parts.flatMap((part) => part.syllables ?? []);
  const scores = parts.flatMap(({ score }) => score ?? []);
  const isSaid = parts.every(countsAsSaid);
  const isNear = isSaid && parts.some(({ heardAs }) => heardAs !== undefined);
  const isMoved = isSaid && parts.some(({ moved }) => moved === true);
  return {
    text,
    startMs: first?.startMs ?? 0,
    endMs: last?.endMs ?? 0,
    error: said.length === 0 ? 'omission' : parts.every(({ error }) => error === 'none') ? 'none' : 'mispronunciation',
    confidence: Math.min(...parts.map(({ confidence }) => confidence)),
    ...(scores.length === parts.length && { score: scores.reduce((sum, score) => sum + score, 0) / scores.length }),
    ...(syllables.length > 0 && { syllables }),
    ...(isNear && { heardAs: parts.map((part) => part.heardAs ?? part.text).join(' ') }),
    ...(isMoved && { moved: true }),
  };
}
