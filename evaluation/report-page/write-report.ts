import { writeFile } from 'node:fs/promises';
import type { ReferenceVoice } from '../../engine/offline/reference-voice';
import { bootstrapIntervals, noIntervals } from '../bootstrap';
import { figuresOf, type Figures } from '../figures';
import { LEAST_SPEAKERS } from '../groups/comparison';
import { countUnits, unitOf, type GroupedPair } from '../groups/grouped-pair';
import { worstDisagreements } from './disagreements';
import { loadMedia } from './load-media';
import { reportPage } from './page';
import { ratedPairs } from './recording';
import type { ReportData } from './report-data';

const MOST_DISAGREEMENTS = 10;

/** Creates the page of an evaluation and writes it. @param voice that spoke the references @returns its size in bytes */
export async function writeReport(
  path: string,
  data: Omit<ReportData, 'intervals' | 'worst' | 'voice'>,
  voice: ReferenceVoice,
): Promise<number> {
  const { pairs, groups, scale, limits, draws } = data;
  const rated = groups.fault === null ? ratedPairs(pairs) : [];
  const worst: ReportData['worst'][number][] = [];
  for (const disagreement of worstDisagreements(rated, scale, MOST_DISAGREEMENTS)) {
    worst.push({ disagreement, media: await loadMedia(disagreement.pair, voice) });
  }
  const figures = (sample: readonly GroupedPair[]): Figures => figuresOf(sample, limits);
  const intervals =
    countUnits(pairs) < LEAST_SPEAKERS ? noIntervals(figures([])) : bootstrapIntervals(pairs, unitOf, figures, draws);
  const page = Buffer.from(reportPage({ ...data, intervals, worst, voice: voice.engine }));
  await writeFile(path, page);
  return page.length;
}
