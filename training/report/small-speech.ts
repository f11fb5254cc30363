import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SPEAKERS = 2;
const RECORDINGS = 3;

/** Makes a folder with a few recordings of the report set and of the Korean readers, to test the whole report. */
export function smallSpeech(speech: string, work: string): string {
  const small = join(work, 'speech');
  mkdirSync(join(small, 'english-learners'), { recursive: true });
  const lines = (...path: string[]): string[] => readFileSync(join(speech, ...path), 'utf8').trim().split('\n');
  const write = (some: readonly string[], ...path: string[]): void => writeFileSync(join(small, ...path), some.join('\n') + '\n');

  const speakers = lines('english-learners', 'report-speakers.txt').filter((line) => /^\d+$/.test(line)).slice(0, SPEAKERS);
  const labels = lines('english-learners', 'labels.jsonl');
  const ofSpeaker = (speaker: string): string[] =>
    labels.filter((line) => (JSON.parse(line) as { speaker: string }).speaker === speaker).slice(0, RECORDINGS);
  write(speakers, 'english-learners', 'report-speakers.txt');
  write(speakers.flatMap(ofSpeaker), 'english-learners', 'labels.jsonl');
  symlinkSync(resolve(speech, 'english-learners', 'audio'), join(small, 'english-learners', 'audio'));

  if (!existsSync(join(speech, 'korean'))) return small;
  mkdirSync(join(small, 'korean'));
  const [header = '', ...korean] = lines('korean', 'labels.tsv');
  write([header, ...korean.filter((line) => line.startsWith('zeroth/')).slice(-RECORDINGS)], 'korean', 'labels.tsv');
  symlinkSync(resolve(speech, 'korean', 'zeroth'), join(small, 'korean', 'zeroth'));
  return small;
}
