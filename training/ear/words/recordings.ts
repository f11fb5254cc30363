import { join } from 'node:path';
import { readAudio } from '../../../engine/offline/read-audio';
import { seededRandom, shuffled } from '../../../base/random';
import { readTable } from '../../../base/table/table';
import { decodeWav } from '../../../pipeline/wav';
import type { Audio } from '../../../pipeline/types';
import { readSet } from '../../protocol/recordings';
import { withBlanksOf } from './natural-spacing';
import { sentencesOf } from './sentences-of';

/** Limits are chosen on one half; figures are those of the other. */
export const HALVES = ['choice', 'report'] as const;
export type Half = (typeof HALVES)[number];

/** Somebody who said a text. */
export interface Recording {
  readonly id: string;
  readonly who: 'native' | 'learner';
  readonly language: 'en-US' | 'ko';
  readonly text: string;
  /** The same words with blanks in other places. */
  readonly otherSpacing?: string;
  readonly audio: Audio;
}

/** Experts find a learner fair from here on, of 10. */
const FAIR = 8;

/**
 * The recordings of one half. Natives: of each folder the odd or the even rows. Learners whom experts rate 8 and more, drawn at
 * random: the report speakers are for the report, all others for the choice.
 */
export async function readHalf(speech: string, half: Half, learners: number, seed: number): Promise<Recording[]> {
  return [...(await englishNatives(speech, half)), ...(await koreanNatives(speech, half)), ...(await fairLearners(speech, half, learners, seed))];
}

const ofHalf = <T>(rows: readonly T[], half: Half): T[] => rows.filter((_, i) => (i % 2 === 0) === (half === 'choice'));

async function englishNatives(speech: string, half: Half): Promise<Recording[]> {
  const folder = join(speech, 'english-native');
  const { rows } = await readTable(join(folder, 'labels.tsv'));
  return Promise.all(
    ofHalf(rows, half).map(async ({ fields: { file = '', text = '' } }): Promise<Recording> => ({
      id: file,
      who: 'native',
      language: 'en-US',
      text,
      audio: await audioOf(join(folder, file)),
    })),
  );
}

async function koreanNatives(speech: string, half: Half): Promise<Recording[]> {
  const folder = join(speech, 'korean');
  const spoken = new Map((await readTable(join(folder, 'spoken.tsv'))).rows.map(({ fields }) => [fields['file'], fields['spoken'] ?? '']));
  const { rows } = await readTable(join(folder, 'labels.tsv'));
  const files = ['zeroth/', 'koreanfa/', 'azure/'].map((start) => rows.filter(({ fields }) => fields['file']?.startsWith(start)));
  const sets = await Promise.all(
    files.map(async (of) => {
      const found = await Promise.all(
        of.map(async ({ fields: { file = '', text = '' } }): Promise<Recording[]> => {
          const one = { id: file, who: 'native', language: 'ko', audio: await audioOf(join(folder, file)) } as const;
          if (file.startsWith('zeroth/')) return [{ ...one, text: withBlanksOf(spoken.get(file) ?? '', text), otherSpacing: text }];
          if (!file.startsWith('azure/')) return [{ ...one, text }];
          // The stroke is read as a word.
          return sentencesOf(one.audio, text.replaceAll('/', ' 슬래시 ')).map((part, i) => ({ ...one, ...part, id: `${file}#${i}` }));
        }),
      );
      return ofHalf(found.flat(), half);
    }),
  );
  return sets.flat();
}

async function fairLearners(speech: string, half: Half, count: number, seed: number): Promise<Recording[]> {
  const set = half === 'report' ? await readSet(speech, 'report', undefined) : await readSet(speech, 'train', join('training', 'choice-speakers.txt'));
  const fair = shuffled(set.filter(({ human }) => Number(human) >= FAIR), seededRandom(seed)).slice(0, count);
  return Promise.all(
    fair.map(async ({ path, text, speaker }, i): Promise<Recording> => ({
      id: `${speaker}-${i}`,
      who: 'learner',
      language: 'en-US',
      text,
      audio: await audioOf(path),
    })),
  );
}

async function audioOf(path: string): Promise<Audio> {
  return decodeWav(await readAudio(path));
}
