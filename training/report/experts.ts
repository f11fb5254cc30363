import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pearson } from '../../evaluation/metrics/pearson';

export const SCALES = ['total', 'accuracy', 'fluency', 'prosodic'] as const;
export type Scale = (typeof SCALES)[number];

/** The ratings of each expert for one recording. */
export type ExpertFigures = Readonly<Record<Scale, readonly number[]>>;

interface Label {
  readonly file: string;
  readonly experts: ExpertFigures;
}

/** The experts' ratings, by the file names of the recordings. */
export function readExperts(speech: string): ReadonlyMap<string, ExpertFigures> {
  const lines = readFileSync(join(speech, 'english-learners', 'labels.jsonl'), 'utf8').split('\n').filter((line) => line !== '');
  const labels = lines.map((line) => JSON.parse(line) as Label);
  return new Map(labels.map(({ file, experts }) => [basename(file), experts]));
}

/** One expert against the others, over the recordings whose ratings are known. */
export function expertAgreement(recordings: readonly { readonly experts: ExpertFigures | undefined }[], scale: Scale): number | null {
  return oneAgainstOthers(recordings.flatMap(({ experts }) => (experts === undefined ? [] : [experts[scale]])));
}

/**
 * Pearson correlation of one expert's rating with the mean of the others', over all experts of all recordings together: the
 * agreement of a randomly chosen listener.
 */
export function oneAgainstOthers(recordings: readonly (readonly number[])[]): number | null {
  const one: number[] = [];
  const others: number[] = [];
  for (const figures of recordings) {
    const sum = figures.reduce((total, figure) => total + figure, 0);
    for (const figure of figures.length > 1 ? figures : []) {
      one.push(figure);
      others.push((sum - figure) / (figures.length - 1));
    }
  }
  return pearson(one, others);
}
