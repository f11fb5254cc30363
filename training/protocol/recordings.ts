import { join } from 'node:path';
import { readTextFile } from '../../base/command-line/text-file';
import { readTable } from '../../base/table/table';
import { UsageError } from '../../base/command-line/usage-error';

export const SETS = ['report', 'choice', 'train', 'korean', 'english-native'] as const;
export type SetName = (typeof SETS)[number];

/** A recording of the protocol, with the experts' ratings if it has any. */
export interface Recording {
  readonly path: string;
  readonly text: string;
  /** The voice that speaks the reference. */
  readonly language: 'en-US' | 'ko';
  readonly speaker: string;
  readonly human: string;
  readonly accuracy: string;
  readonly fluency: string;
  readonly prosodic: string;
  readonly age: string;
  readonly gender: string;
  /** JSON: [{text, human, phoneAccuracy}]; without the last where nobody rated sounds. */
  readonly words: string;
}

/** The properties that are used from a line of `english-learners/labels.jsonl`. */
interface Label {
  readonly file: string;
  readonly speaker: string;
  readonly age: number;
  readonly gender: string;
  readonly text: string;
  readonly total: number;
  readonly accuracy: number;
  readonly fluency: number;
  readonly prosodic: number;
  readonly words: readonly { readonly text: string; readonly total: number; readonly phoneAccuracy?: readonly number[] }[];
}

/**
 * The recordings of one set of the speech folder. `report`: the speakers that the folder's list names; `choice`: the speakers
 * in the file `choiceSpeakers` (one on each line); `train`: all others; `korean` and `english-native`: sentences
 * that natives read.
 */
export async function readSet(
  speech: string,
  set: SetName,
  choiceSpeakers: string | undefined,
): Promise<readonly Recording[]> {
  if (set === 'korean') return readNatives(join(speech, 'korean'), 'ko', 'zeroth/');
  if (set === 'english-native') return readNatives(join(speech, 'english-native'), 'en-US');
  const folder = join(speech, 'english-learners');
  const report = await readSpeakers(join(folder, 'report-speakers.txt'));
  if (set !== 'report' && choiceSpeakers === undefined) {
    throw new UsageError(`The set ${set} needs --choice-speakers FILE, one speaker a line.`);
  }
  const choice = choiceSpeakers === undefined ? new Set<string>() : await readSpeakers(choiceSpeakers);
  const both = [...choice].find((speaker) => report.has(speaker));
  if (both !== undefined) throw new UsageError(`Speaker ${both} of ${choiceSpeakers} belongs to the report set.`);
  const setOf = (speaker: string): SetName =>
    report.has(speaker) ? 'report' : choice.has(speaker) ? 'choice' : 'train';
  const labels = (await readTextFile(join(folder, 'labels.jsonl'))).split('\n').filter((line) => line !== '');
  return labels
    .map((line) => JSON.parse(line) as Label)
    .filter(({ speaker }) => setOf(speaker) === set)
    .map((label) => learnerRecording(folder, label));
}

/** Texts become lower case: the corpus has them in capitals, and the voice would spell "IT" letter by letter. */
function learnerRecording(folder: string, label: Label): Recording {
  return {
    path: join(folder, label.file),
    text: label.text.toLowerCase(),
    language: 'en-US',
    speaker: label.speaker,
    human: String(label.total),
    accuracy: String(label.accuracy),
    fluency: String(label.fluency),
    prosodic: String(label.prosodic),
    age: String(label.age),
    gender: label.gender,
    words: JSON.stringify(label.words.map(({ text, total, phoneAccuracy }) => ({ text: text.toLowerCase(), human: total, phoneAccuracy }))),
  };
}

/** @param place where the files begin */
async function readNatives(folder: string, language: Recording['language'], place = ''): Promise<readonly Recording[]> {
  const { rows } = await readTable(join(folder, 'labels.tsv'));
  return rows
    .filter(({ fields }) => fields['file']?.startsWith(place))
    .map(({ fields }) => ({
      path: join(folder, fields['file'] ?? ''),
      // Some of the English ones are in capitals, as the learners' are.
      text: language === 'ko' ? (fields['text'] ?? '') : (fields['text'] ?? '').toLowerCase(),
      language,
      speaker: fields['speaker'] ?? '',
      human: '',
      accuracy: '',
      fluency: '',
      prosodic: '',
      age: '',
      gender: '',
      words: '',
    }));
}

/** A file of speakers, one a line, `#` for a comment. */
export async function readSpeakers(path: string): Promise<ReadonlySet<string>> {
  const lines = (await readTextFile(path)).split('\n').map((line) => line.trim());
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')));
}
