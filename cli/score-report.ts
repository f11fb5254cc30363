import sentences from '../locales/en-US/judgement.json';
import type { Score, ScoreDetails } from '../engine/jobs';
import { scoreOf } from '../engine/score-of';
import type { HeardChanges } from '../pipeline/facts';
import { changesOf } from '../pipeline/siamese/changes';
import type { WordGrade } from '../pipeline/siamese/grades';
import type { Prosody } from '../pipeline/prosody/prosody';
import { DEFAULT_TIERS, tierOf, type Tier } from '../pipeline/siamese/score';

/** What the score node puts into `msg.pronunciation.score`, with the default tiers and in English. @param heard by the ear */
export function scoreInEnglish(details: ScoreDetails, heard?: HeardChanges): Score {
  return scoreOf(details, DEFAULT_TIERS, inEnglish, heard);
}

/** A key's text in the catalogue of the score node; the key itself where there is none. */
function inEnglish(key: string, values: Readonly<Record<string, string>> = {}): string {
  const [group = '', name = ''] = key.split('.');
  const { message, tier, contrast } = sentences;
  const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = { message, tier, contrast };
  const text = groups[group]?.[name] ?? key;
  return Object.entries(values).reduce((filled, [place, value]) => filled.replace(`__${place}__`, () => value), text);
}

/** A line for each word: its score, and where the learner says it. None for a refused recording: a reader
 *  would think that its words were said. */
function wordLines({ verdict, words, tiers }: Score): [string, string][] {
  if (verdict !== 'scored') return [];
  return words.flatMap((word, i): [string, string][] => {
    const { text, score, startMs, endMs } = word;
    return [
      [i === 0 ? 'Words' : '', `${score.toFixed(0).padStart(3)}  ${(startMs / 1000).toFixed(2)} to ${(endMs / 1000).toFixed(2)} s  ${text}`],
      ...syllableLine(word, tiers),
    ];
  });
}

/** The syllables of a word that does not reach the highest tier, with their scores. */
function syllableLine({ syllables = [], tier }: WordGrade, tiers: readonly Tier[]): [string, string][] {
  if (syllables.length === 0 || tier?.from === tierOf(100, tiers)?.from) return [];
  return [['', `     ${syllables.map(({ text, score }) => `${text} ${score.toFixed(0)}`).join('  ')}`]];
}

/** Which of several references is the nearest. */
function nearestLine({ reference }: Score): [string, string][] {
  return reference === null || reference.of === 1 ? [] : [['Nearest', reference.voice ?? `reference ${reference.place + 1}`]];
}

/** What the score would be without the calibration. */
function plainLine({ uncalibrated }: Score): [string, string][] {
  return typeof uncalibrated === 'number' ? [['', `${uncalibrated.toFixed(1)} without the calibration`]] : [];
}

/** Words that were left out, said otherwise or at another place, or added. */
function changeLines(heard: HeardChanges | undefined): [string, string][] {
  const { left, exchanged, moved, added } = changesOf(heard);
  const near = (heard?.words ?? []).flatMap(({ text, heardAs }) => (heardAs === undefined ? [] : [`${text} like ${heardAs}`]));
  const lines: [string, readonly string[]][] = [['Left out', left], ['Otherwise', exchanged], ['Order', moved], ['Sounded', near], ['Added', added]];
  return lines.flatMap(([label, words]): [string, string][] => (words.length === 0 ? [] : [[label, words.join(', ')]]));
}

const UNITS = { syllable: 'syllables', phone: 'sounds', nucleus: 'voiced syllables' } as const;

/** The end of the sentence, the rate and the pauses of both voices. */
function prosodyLines({ reference, learner, unit }: Prosody): [string, string][] {
  const pausesOf = ({ count, ms }: Prosody['learner']['pauses']): string => (count === 0 ? 'none' : `${count}, ${(ms / 1000).toFixed(1)} s`);
  return [
    ['End', `${learner.end ?? 'not heard'} (reference: ${reference.end ?? 'not heard'})`],
    ['Rate', `${learner.rate.toFixed(1)} ${UNITS[unit]} a second (reference: ${reference.rate.toFixed(1)})`],
    ['Pauses', `${pausesOf(learner.pauses)} (reference: ${pausesOf(reference.pauses)})`],
  ];
}

/** The details that a person at a terminal wants to see, one a line. @param heard by the ear */
export function scoreReport(score: Score, heard?: HeardChanges, prosody?: Prosody): string {
  const { value, verdict, tier, distance, model, backend, ms, message } = score;
  const lines: [string, string][] = [
    ['Verdict', verdict],
    ['Score', value === null ? '-' : `${value.toFixed(1)}${tier === null ? '' : ` (${tier.name})`}`],
    ...plainLine(score),
    ['Distance', distance === null ? '-' : distance.toFixed(3)],
    ...nearestLine(score),
    ...wordLines(score),
    ...changeLines(heard),
    ...(prosody === undefined ? [] : prosodyLines(prosody)),
    ['Model', `${model}, ${backend}, ${ms.toFixed(1)} ms`],
    ['', message],
  ];
  return lines.map(([label, text]) => `${label.padEnd(10)}${text}\n`).join('');
}
