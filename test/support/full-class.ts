import { learnerTopics, type LearnerTopics } from '../../nodes/class/learner';
import { CLASS_FIELDS } from '../../nodes/class/settings';
import { createClassState } from '../../nodes/class/state';
import { readSettings } from '../../nodes/lib/settings';

/** A class in memory alone, in which learner `a` agreed to recordings, with so many results and recordings of `a` in it. */
export function fullClass({ results = 0, recordings = 0 }: { readonly results?: number; readonly recordings?: number }): {
  readonly topics: LearnerTopics;
  readonly kept: () => { readonly results: number; readonly recordings: number };
} {
  const state = createClassState({ places: 'seats', seats: 2, awayMs: 1000 });
  state.apply({ kind: 'join', at: 0, session: 'a', seat: '1', consent: true });
  for (let id = 1; id <= Math.max(results, recordings); id++) {
    state.apply({
      kind: 'result', at: 0, id, session: 'a', seat: '1', text: 'x', verdict: 'scored', points: 1, words: [], syllables: [], sounds: [], hints: [],
      ...(id <= recordings && { recording: `${id}.wav` }),
    });
  }
  const nothing = (): Promise<never> => Promise.reject(new Error('This class has no disk.'));
  const store = {
    state: () => state,
    recordings: { keep: () => Promise.resolve('new.wav'), read: nothing, remove: nothing, sweep: nothing },
    revision: () => 0,
    nextId: () => state.lastId() + 1,
    dropped: () => 0,
    keep: (record: Parameters<typeof state.apply>[0]) => {
      state.apply(record);
      return Promise.resolve();
    },
    results: nothing,
    deleteAll: nothing,
    close: () => Promise.resolve(),
  };
  const settings = { ...readSettings(CLASS_FIELDS, {}), recordings: true };
  return { topics: learnerTopics(store, settings), kept: () => ({ results: state.total.results(), recordings: state.recordings.size }) };
}
