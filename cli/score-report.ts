import sentences from '../locales/en-US/judgement.json';
import type { Score, ScoreDetails } from '../engine/jobs';
import type { HeardChanges } from '../pipeline/facts';
import { belowTop, changesOf, firstChange, surestHint } from '../pipeline/siamese/changes';
import { gradesOf, type WordGrade } from '../pipeline/siamese/grades';
import type { Prosody } from '../pipeline/prosody/prosody';
import { DEFAULT_TIERS, tierOf, type Tier } from '../pipeline/siamese/score';
import type { Verdict } from '../pipeline/siamese/verdict';

/** What the score node puts into `msg.pronunciation.score`, with the default tiers and in English. @param heard by the ear */
export function scoreOf(details: ScoreDetails, heard?: HeardChanges): Score {
  const value = belowTop(details.value, DEFAULT_TIERS, changesOf(heard));
  const grades = gradesOf(value, details.words);
  const changed = grades.tier === null ? undefined : (changeSentence(heard) ?? hintSentence(heard));
  return { ...details, value, ...grades, message: changed ?? sentenceFor(details.verdict, grades.tier) };
}

function changeSentence(heard: HeardChanges | undefined): string | undefined {
  const changes = changesOf(heard);
  const kind = firstChange(changes);
  return kind === undefined ? undefined : sentences.message[kind].replace('__words__', changes[kind].join(' '));
}

/** How to say the sound that was said as another one. */
function hintSentence(heard: HeardChanges | undefined): string | undefined {
  const hint = surestHint(heard);
  if (hint === undefined) return undefined;
  const { sentence, ...advice } = sentences.contrast;
  return sentence.replace('__expected__', hint.expected).replace('__said__', hint.said).replace('__advice__', advice[hint.contrast]);
}

/** The node's own sentence: what to do about a refusal, or what the tier means. */
function sentenceFor(verdict: Verdict, tier: Tier | null): string {
  const { message, tier: tiers } = sentences;
  const byKey: Readonly<Record<string, string>> = verdict === 'scored' ? tiers : message;
  const key = tier?.name ?? verdict;
  return byKey[key] ?? key;
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
