import { dayOf, streakOf, type Streak } from './days';
import { fromJson, type Imported } from './export/json';
import { keptResult, type KeptResult, type Tried } from './kept-result';
import { reviewList, weakestOf, type ReviewItem, type Weak } from './review';
import type { Store } from './store';
import { keyOf } from './subjects';
import { addTo, emptySummary, summaryOf, type Summary } from './summary';

/** Results lie by sentence and time, so that those of one sentence are found without the others. */
const RESULT = 'result\t';
const SUMMARY = 'summary';

/** What this learner did on this device. */
export interface Progress {
  /** Of all tries; changes with each. */
  readonly summary: () => Summary;
  readonly add: (tried: Tried) => Promise<void>;
  /** The tries of a sentence, the oldest first. */
  readonly of: (language: string, sentence: string) => Promise<KeptResult[]>;
  readonly all: () => Promise<KeptResult[]>;
  readonly streak: (now: number) => Streak;
  readonly review: (language: string, now: number, count: number, known?: (sentence: string) => boolean) => ReviewItem[];
  readonly weakest: (language: string, now: number, count: number) => Weak[];
  /** Adds the results of an exported file that are not here yet. @throws SyntaxError where it is none */
  readonly import: (text: string) => Promise<Imported>;
  /** Deletes everything. @returns how many values are left: 0 proves that all are gone */
  readonly delete: () => Promise<number>;
}

/** Opens what is kept in a store. */
export async function openProgress(store: Store): Promise<Progress> {
  let summary = (await store.get(SUMMARY)) as Summary | undefined ?? emptySummary();
  const all = async (): Promise<KeptResult[]> => ((await store.all(RESULT)) as KeptResult[]).sort((a, b) => a.when - b.when);

  return {
    summary: () => summary,
    add: async (tried) => {
      const result = keptResult(tried);
      await store.put(new Map([[nameOf(result), result]]), {
        name: SUMMARY,
        by: (value) => {
          // Another tab may have added some.
          summary = (value as Summary | undefined) ?? emptySummary();
          addTo(summary, result);
          return summary;
        },
      });
    },
    of: async (language, sentence) => (await store.all(prefixOf(language, sentence))) as KeptResult[],
    all,
    streak: (now) => streakOf((day) => summary.days.has(day), dayOf(now)),
    review: (language, now, count, known) => reviewList(summary, language, dayOf(now), count, known),
    weakest: (language, now, count) => weakestOf(summary, ['word', 'syllable', 'contrast'], language, dayOf(now), count),
    import: async (text) => {
      const { results, unreadable } = fromJson(text);
      const here = await all();
      const known = new Set(here.map(({ id }) => id));
      const added = [...new Map(results.map((result) => [result.id, result])).values()].filter(({ id }) => !known.has(id));
      await store.put(new Map(added.map((result) => [nameOf(result), result])), {
        name: SUMMARY,
        by: () => (summary = summaryOf([...here, ...added])),
      });
      return { added: added.length, known: results.length - added.length, unreadable };
    },
    delete: async () => {
      summary = emptySummary();
      return store.delete();
    },
  };
}

function prefixOf(language: string, sentence: string): string {
  return `${RESULT}${keyOf({ kind: 'sentence', language, text: sentence })}\t`;
}

function nameOf({ language, sentence, when, id }: KeptResult): string {
  return `${prefixOf(language, sentence)}${String(when).padStart(15, '0')}\t${id}`;
}
