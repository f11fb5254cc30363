import type { NodeMessage } from 'node-red';

import { PronError } from '../../base/errors';
import { isPlainObject } from '../lib/facts';
import { csvOf, localTime } from './csv';
import { overviewOf, type Overview } from './overview';
import { sentenceKey } from './result-of';
import type { ClassSettings } from './settings';
import type { Exercise } from './state';
import type { ClassStore, Deleted } from './store';

export const TEACHER_TOPICS = ['start', 'end', 'overview', 'csv', 'listen', 'delete'] as const;
export type TeacherTopic = (typeof TEACHER_TOPICS)[number];

/** What the teacher is told. */
export type TeacherAnswer =
  | { readonly topic: 'started' | 'ended'; readonly payload: Exercise | null }
  | { readonly topic: 'overview'; readonly payload: Overview }
  | { readonly topic: 'csv'; readonly payload: string; readonly filename: string }
  | { readonly topic: 'recording'; readonly payload: Buffer; readonly filename: string }
  | { readonly topic: 'deleted'; readonly payload: Deleted };

/** Longest title, characters, and most sentences of an exercise. */
const MAX_TITLE = 200;
const MAX_SENTENCES = 200;

/** How a class handles its teacher's messages, whose PIN has been checked. */
export function teacherTopics(store: ClassStore, settings: ClassSettings): Readonly<Record<TeacherTopic, (msg: NodeMessage) => Promise<TeacherAnswer>>> {
  return {
    start: async ({ payload }) => {
      const { title, sentences } = isPlainObject(payload) ? payload : { title: payload, sentences: [] };
      await store.keep({ kind: 'start', at: Date.now(), title: text(title).slice(0, MAX_TITLE), sentences: sentencesIn(sentences) });
      return { topic: 'started', payload: store.state().exercise() };
    },
    end: async () => {
      const exercise = store.state().exercise();
      if (exercise !== null && exercise.endedAt === undefined) await store.keep({ kind: 'end', at: Date.now() });
      return { topic: 'ended', payload: store.state().exercise() };
    },
    overview: (msg) => Promise.resolve({ topic: 'overview', payload: overviewOf(store.state(), Date.now(), wantsAll(msg)) }),
    csv: async () => ({ topic: 'csv', payload: csvOf(await store.results()), filename: `${settings.className} ${localTime(Date.now()).slice(0, 10)}.csv` }),
    listen: async ({ payload }) => {
      const id = numberOf(isPlainObject(payload) ? payload['id'] : payload);
      const recording = store.state().recordings.get(id);
      const wav = recording && (await store.recordings.read(recording.file));
      if (wav === undefined) throw new PronError('PRON_CLASS_NO_RECORDING', { id: Number.isInteger(id) ? id : 0 });
      return { topic: 'recording', payload: wav, filename: recording?.file ?? '' };
    },
    delete: async () => ({ topic: 'deleted', payload: await store.deleteAll() }),
  };
}

export const isTeacherTopic = (topic: unknown): topic is TeacherTopic => TEACHER_TOPICS.some((one) => one === topic);

/** Whether the teacher asks for everything instead of the newest exercise. */
export function wantsAll({ payload }: NodeMessage): boolean {
  return payload === 'all' || (isPlainObject(payload) && payload['of'] === 'all');
}

/** Of a number or its text; anything else is none: some values can't even be converted. */
const numberOf = (value: unknown): number => (typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN);

const text = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC').trim() : '');

/** A list of texts, or of objects with a text, such as rows of a list of sentences. */
function sentencesIn(list: unknown): readonly string[] {
  if (!Array.isArray(list)) return [];
  const texts = list.slice(0, MAX_SENTENCES).map((one: unknown) => sentenceKey(text(isPlainObject(one) ? one['text'] : one)));
  return [...new Set(texts.filter((one) => one !== ''))];
}
