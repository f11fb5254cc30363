import { csvFile } from '../../../../base/table/csv';
import { dayOf } from '../days';
import type { KeptResult } from '../kept-result';

const COLUMNS = ['day', 'time', 'language', 'sentence', 'voice', 'verdict', 'points', 'weak words', 'weak syllables', 'expected', 'said'];

/** All results for a spreadsheet, one a row. Day and time are those of this device. */
export function resultsCsv(results: readonly KeptResult[]): string {
  return csvFile(COLUMNS, results.map((result) => {
    const { when, language, sentence, voice, verdict, points, words, hint } = result;
    const weak = words.filter(({ state }) => state === 'unclear' || state === 'wrong' || state === 'left');
    return [
      dayOf(when), new Date(when).toTimeString().slice(0, 8), language, sentence, voice, verdict, points === null ? null : Math.round(points * 10) / 10,
      weak.map(({ text }) => text).join(' '), words.flatMap((word) => word.weak ?? []).join(' '), hint?.expected ?? '', hint?.said ?? '',
    ];
  }));
}
