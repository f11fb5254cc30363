import lists from './lexicon.json';
import { PLAIN, type Seam } from './seam';

/** A word or a part of words of the list, with the seams that it sets. */
interface Entry {
  readonly length: number;
  /** Seams by their place: the number of syllables of the entry before it. */
  readonly seams: ReadonlyMap<number, Seam>;
  readonly place: 'start' | 'later' | 'anywhere';
  /** Nothing but particles may follow. */
  readonly isClosed: boolean;
}

/**
 * The signs of lexicon.json, each before the syllable that it is about: ' gets tense, + takes ㄴ, - begins a full word, = ㄹ changes
 * after ㄴ. A line begins with * where it may stand anywhere in a word, with ~ where it may not stand first; otherwise it stands
 * first. $ at its end: only particles may follow. After / comes a second reading.
 */
const MARKS: Readonly<Record<string, Partial<Seam>>> = {
  "'": { tense: true },
  '+': { addsN: true, begins: 'part' },
  '-': { begins: 'part' },
  '=': { keepsN: true },
};

const PARTICLE = /^(?:이|가|은|는|을|를|의|에|로|으로|와|과|도|만|까지|부터|보다|처럼|나|랑|하고|입|예|인|일|임|께|밖|마다|조차|라|였)/u;

const FIRST_READINGS = readLists(0);
const SECOND_READINGS = readLists(1);
const LONGEST = Math.max(...[...FIRST_READINGS.keys()].map((word) => word.length));

/**
 * What the list of words says of a word: seams by the number of syllables before them. An entry without marks is an exception:
 * all its seams are plain. Longer entries go first.
 * @param word Hangul syllables only
 */
export function seamsFromLexicon(word: string, takesSecond = false): ReadonlyMap<number, Seam> {
  const entries = takesSecond ? SECOND_READINGS : FIRST_READINGS;
  const found: { readonly start: number; readonly entry: Entry }[] = [];
  for (let start = 0; start < word.length; start++) {
    for (let end = start + 1; end <= Math.min(word.length, start + LONGEST); end++) {
      const fitting = entries.get(word.slice(start, end))?.filter((entry) => fits(entry, start, word.slice(end))) ?? [];
      found.push(...fitting.map((entry) => ({ start, entry })));
    }
  }
  found.sort((a, b) => b.entry.length - a.entry.length);
  const seams = new Map<number, Seam>();
  for (const { start, entry } of found) {
    const isException = entry.seams.size === 0;
    for (let place = 0; place <= entry.length; place++) {
      const seam = entry.seams.get(place) ?? (isException && place > 0 && place < entry.length ? PLAIN : undefined);
      if (seam !== undefined && !seams.has(start + place)) seams.set(start + place, seam);
    }
  }
  return seams;
}

function fits({ place, isClosed }: Entry, start: number, rest: string): boolean {
  if (isClosed && rest !== '' && !PARTICLE.test(rest)) return false;
  return place === 'anywhere' || (start === 0) === (place === 'start');
}

/** @param reading 0 the first of the readings that a line gives, 1 the second where there is one */
function readLists(reading: number): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const line of Object.values(lists).flat().flatMap((words) => words.split(' '))) {
    const readings = line.split('/');
    const { word, entry } = readEntry(readings[reading] ?? (readings[0] as string));
    entries.set(word, [...(entries.get(word) ?? []), entry]);
  }
  return entries;
}

function readEntry(line: string): { word: string; entry: Entry } {
  const place = line.startsWith('*') ? 'anywhere' : line.startsWith('~') ? 'later' : 'start';
  const seams = new Map<number, Seam>();
  let word = '';
  for (const character of line) {
    const mark = MARKS[character];
    if (mark !== undefined) seams.set(word.length, { ...PLAIN, ...seams.get(word.length), ...mark });
    else if (!'*~$'.includes(character)) word += character;
  }
  return { word, entry: { length: word.length, seams, place, isClosed: line.endsWith('$') } };
}
