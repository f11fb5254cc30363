import manifest from '../../models/default.json';
import type { RecordedFigure } from '../lib/record.mjs' with { 'resolution-mode': 'import' };

const { reportSet, koreanReaders, koreanSynthetic, koreanDigits, negatives, noise, volume, signalVerdicts, speed } = manifest.figures;

const decimal = (value: number, digits = 2): string => value.toFixed(digits);
const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;
const between = ([low, high]: readonly number[], digits = 2): string => `95 % interval ${low?.toFixed(digits) ?? ''} to ${high?.toFixed(digits) ?? ''}`;
const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** The figures that `npm run report -- --write` left in the default model's manifest, in words. */
export const MODEL_FIGURES: readonly RecordedFigure[] = [
  {
    name: 'agreement with the experts\' ratings (Pearson), 25 English learners whom no training and no choice has heard',
    value: `${decimal(reportSet.pearson)} (${between(reportSet.intervals.pearson)})`,
    target: `one expert against the others: ${decimal(reportSet.expertTotal, 3)}`,
  },
  { name: 'the same for accuracy', value: decimal(reportSet.accuracy), target: `one expert: ${decimal(reportSet.expertAccuracy)}` },
  { name: 'the same for fluency', value: decimal(reportSet.fluency), target: `one expert: ${decimal(reportSet.expertFluency)}` },
  { name: 'children alone', value: decimal(reportSet.children), target: `one expert: ${decimal(reportSet.expertChildren)}` },
  { name: 'adults alone', value: decimal(reportSet.adults, 3), target: `one expert: ${decimal(reportSet.expertAdults, 3)}` },
  { name: 'score / 10 against the rating, mean squared error', value: decimal(reportSet.mse) },
  { name: 'good (8 and more of 10) against bad (5 and less), AUC', value: decimal(reportSet.aucGoodBad, 3) },
  { name: 'the same sentence against another of like length, AUC', value: decimal(reportSet.aucSame, 3) },
  { name: 'the same sentence against another, equal error rate', value: percent(reportSet.eerSame) },
  { name: 'the right sentence, refused', value: percent(reportSet.falseReject) },
  { name: 'another sentence, not refused', value: percent(reportSet.falseAccept) },
  {
    name: 'a word\'s score against the experts\' rating of the word (Pearson)',
    value: decimal(reportSet.pearsonWords),
    target: `more than length and duration alone: ${decimal(reportSet.pearsonWordsBaseline)}`,
  },
  {
    name: 'a native reader of Korean against the voice, five sentences: points',
    value: `${decimal(koreanReaders.meanScore, 0)} (${between(koreanReaders.intervals.meanScore, 0)})`,
    target: 'a native deserves 85 and more',
  },
  { name: 'the same reader, another sentence: points', value: decimal(koreanReaders.meanScoreOther, 0), target: 'at most 20' },
  {
    name: 'Korean by voices with 0, 10, 15, 20 and 40 % wrong phonemes, median points',
    value: [0, 0.1, 0.15, 0.2, 0.4].map((share) => decimal(medianOf(share), 0)).join(', '),
  },
  { name: 'Korean number words, the same against another, equal error rate', value: percent(koreanDigits.eerSame) },
  {
    name: 'noise, hum, tones, chords, tunes and clicks: refused, or at most 5 points',
    value: `${percent(negatives.share)} of ${negatives.sounds} sounds; the worst gets ${decimal(negatives.worst.points, 0)} points`,
  },
  { name: 'people who spoke, refused as no speech', value: `${percent(signalVerdicts.noSpeech)} of ${signalVerdicts.recordings} recordings` },
  { name: 'points lost in noise of 20 dB SNR, with the noise node', value: decimal(noise.lostAt20, 1) },
  { name: 'points lost in noise of 10 dB SNR, with the noise node', value: decimal(noise.lostAt10, 1) },
  { name: 'points that 20 dB more or less volume move', value: decimal(volume.mostPoints, 1) },
  { name: 'one comparison, native; WebAssembly', value: `${ms(speed.nativeMs)}; ${ms(speed.wasmMs)}` },
];

function medianOf(share: number): number {
  return Object.entries(koreanSynthetic.medians).find(([key]) => Number(key) === share)?.[1] ?? Number.NaN;
}
