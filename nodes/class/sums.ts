import type { ResultRecord, Seat } from './records';

/** A learner's tries of one sentence. */
export interface Cell {
  readonly tries: number;
  /** Null as long as every try was refused. */
  readonly best: number | null;
  /** Of the tier of the best. */
  readonly colour?: string;
  /** Of the newest try; null where it was refused. */
  readonly last: number | null;
  readonly verdict: string;
  /** Number of the newest result that has a recording. */
  readonly recording?: number;
}

/** A mean that is kept as a sum. */
interface Mean {
  count: number;
  sum: number;
}

/** Something that is hard to say: the mean of its points, 0 to 100, over so many tries. */
export interface Hard {
  readonly text: string;
  readonly tries: number;
  readonly points: number;
}

export interface HintCount {
  readonly expected: string;
  readonly said: string;
  readonly contrast: string;
  readonly count: number;
}

/** Running sums of results. Adding one takes the same time however many there are, and so does reading them. */
export interface Sums {
  readonly add: (result: ResultRecord) => void;
  /** By seat (null: results without one), then by sentence, in the order they came. */
  readonly rows: ReadonlyMap<Seat | null, ReadonlyMap<string, Cell>>;
  /** The points of each sentence that were given. */
  readonly sentences: ReadonlyMap<string, Readonly<Mean>>;
  readonly hardWords: () => readonly Hard[];
  readonly hardSyllables: () => readonly Hard[];
  readonly hardSounds: () => readonly Hard[];
  /** The commonest first. */
  readonly hints: () => readonly HintCount[];
  readonly results: () => number;
  /** Takes the number of a deleted recording out. */
  readonly forgetRecordings: (ids: ReadonlySet<number>) => void;
}

/** Different texts of each kind that are counted. Further ones are kept in the file only. */
const MAX_TEXTS = 2000;
const MAX_ROWS = 500;
const MAX_SENTENCES = 300;
/** How many of the hardest are listed. */
const LISTED = 10;
/** A text is ranked as if it had been said so many times more with the class's mean: one bad try alone says little. */
const PRIOR_TRIES = 2;

export function createSums(): Sums {
  const rows = new Map<Seat | null, Map<string, Cell>>();
  const sentences = new Map<string, Mean>();
  const [words, syllables, sounds] = [createMeans(), createMeans(), createMeans()];
  const hints = new Map<string, HintCount>();
  let results = 0;

  function addCell({ seat, text, points, colour: ofTier, verdict, id, recording }: ResultRecord): void {
    const row = rows.get(seat) ?? new Map<string, Cell>();
    const before = row.get(text);
    if ((!rows.has(seat) && rows.size >= MAX_ROWS) || (before === undefined && row.size >= MAX_SENTENCES)) return;
    rows.set(seat, row);
    const best = before?.best ?? null;
    const listen = recording === undefined ? before?.recording : id;
    const colour = points !== null && points >= (best ?? 0) ? ofTier : before?.colour;
    row.set(text, {
      tries: (before?.tries ?? 0) + 1,
      best: points === null ? best : Math.max(points, best ?? 0),
      last: points,
      verdict,
      ...(colour !== undefined && { colour }),
      ...(listen !== undefined && { recording: listen }),
    });
  }

  return {
    rows,
    sentences,
    add: (result) => {
      results++;
      addCell(result);
      // A refused recording may be of another sentence, so its words say nothing.
      if (result.points === null) return;
      addTo(sentences, result.text, result.points, MAX_SENTENCES);
      for (const [text, points] of result.words) words.add(spokenWord(text), points);
      for (const [text, points] of result.syllables) syllables.add(text, points);
      for (const [symbol, goodness, count] of result.sounds) sounds.add(symbol, goodness, count);
      for (const [expected, said, contrast] of result.hints) {
        const key = `${expected}\n${said}\n${contrast}`;
        const before = hints.get(key);
        if (before !== undefined || hints.size < MAX_TEXTS) hints.set(key, { expected, said, contrast, count: (before?.count ?? 0) + 1 });
      }
    },
    hardWords: words.hardest,
    hardSyllables: syllables.hardest,
    hardSounds: sounds.hardest,
    hints: () => [...hints.values()].sort((one, other) => other.count - one.count).slice(0, LISTED),
    results: () => results,
    forgetRecordings: (ids) => {
      for (const row of rows.values()) {
        for (const [text, { recording, ...cell }] of row) if (recording !== undefined && ids.has(recording)) row.set(text, cell);
      }
    },
  };
}

interface Means {
  readonly add: (text: string, points: number, count?: number) => void;
  /** The lowest means first. */
  readonly hardest: () => readonly Hard[];
}

function createMeans(): Means {
  const means = new Map<string, Mean>();
  const all: Mean = { count: 0, sum: 0 };
  return {
    add: (text, points, count = 1) => {
      if (text === '' || !addTo(means, text, points, MAX_TEXTS, count)) return;
      all.count += count;
      all.sum += points * count;
    },
    hardest: () => {
      const usual = all.sum / all.count;
      const rank = ({ count, sum }: Mean): number => (sum + PRIOR_TRIES * usual) / (count + PRIOR_TRIES);
      return [...means]
        .sort(([, one], [, other]) => rank(one) - rank(other))
        .slice(0, LISTED)
        .map(([text, { count, sum }]) => ({ text, tries: count, points: Math.round(sum / count) }));
    },
  };
}

/** @returns false where the text is new and there are too many */
function addTo(means: Map<string, Mean>, text: string, points: number, most: number, count = 1): boolean {
  const mean = means.get(text) ?? { count: 0, sum: 0 };
  if (mean.count === 0 && means.size >= most) return false;
  mean.count += count;
  mean.sum += points * count;
  means.set(text, mean);
  return true;
}

/** A word without the marks around it, and without capitals. */
function spokenWord(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toLowerCase();
}
