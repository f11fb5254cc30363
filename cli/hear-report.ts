import type { Heard, HeardWord, Rating } from '../pipeline/ear/heard';
import type { Word } from '../pipeline/types';

const NAMES = { none: '', mispronunciation: 'said otherwise', omission: 'left out' } as const;

/** What a person at a terminal wants to see: the text, then a line for each word. */
export function hearReport({ text, words, insertions, completeness, rating, ownPhones, model, ms }: Heard): string {
  const lines: [string, string][] = [
    ['Heard', text === '' ? 'nothing' : text],
    ...words.map((word, i): [string, string] => [i === 0 ? 'Words' : '', `${word.score === undefined ? '' : `${word.score.toFixed(0).padStart(3)}  `}${wordLine(word, noteOf(word))}`]),
    ...insertions.map((word, i): [string, string] => [i === 0 ? 'Added' : '', wordLine(word, '')]),
    ...(completeness === null ? [] : [['Complete', `${Math.round(100 * completeness)} % of the words`] as [string, string]]),
    ...(rating === undefined ? [] : [['Rating', ratingLine(rating)] as [string, string]]),
    ...(ownPhones === undefined ? [] : [['Sounds', `also by ${ownPhones.recordings} recordings of your own (${ownPhones.created.slice(0, 10)})`] as [string, string]]),
    ['Model', `${model}, ${ms.toFixed(0)} ms`],
  ];
  return lines.map(([label, line]) => `${label.padEnd(10)}${line}\n`).join('');
}

function noteOf({ error, heardAs, moved }: HeardWord): string {
  if (moved === true) return 'in another order';
  return heardAs === undefined ? NAMES[error] : `sounded like ${heardAs}`;
}

function ratingLine({ total, accuracy, fluency, prosodic }: Rating): string {
  const [all, sounds, flow, melody] = [total, accuracy, fluency, prosodic].map((value) => value.toFixed(0));
  return `${all} of 100 (accuracy ${sounds}, fluency ${flow}, prosody ${melody})`;
}

function wordLine({ text, startMs, endMs }: Word, note: string): string {
  return `${(startMs / 1000).toFixed(2)} to ${(endMs / 1000).toFixed(2)} s  ${text}${note === '' ? '' : `  (${note})`}`;
}
