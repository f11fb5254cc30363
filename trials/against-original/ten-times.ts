import { join } from 'node:path';
import { isMissing, runProcess } from '../../base/run-process';
import type { Task } from './chains';

const TEXT = 'the weather is lovely in the morning';
/** Ten readings by one voice, words a minute and pitch as espeak-ng counts them: no person repeats a sentence exactly. */
const READINGS = [
  [160, 48], [165, 52], [168, 46], [172, 54], [175, 50], [178, 47], [182, 53], [185, 49], [190, 51], [195, 45],
] as const;
const REFERENCE = [175, 50] as const;
const LIMIT_MS = 60_000;

export type Said = Pick<Task, 'said' | 'saidReference'>;

/**
 * One synthetic reader says one sentence ten times, another reads the reference.
 * @param folder where the recordings are written
 * @returns undefined if espeak-ng is not installed
 */
export async function tenTimes(folder: string): Promise<Said | undefined> {
  const speak = async (name: string, voice: string, [rate, pitch]: readonly [number, number]): Promise<string | undefined> => {
    const file = join(folder, `${name}.wav`);
    const args = ['-v', voice, '-s', String(rate), '-p', String(pitch), '-w', file, '--', TEXT];
    const end = await runProcess('espeak-ng', args, { timeoutMs: LIMIT_MS }).ended;
    if (end.how === 'not-started' && isMissing(end.error)) return undefined;
    return file;
  };
  const saidReference = await speak('reference', 'en-us', REFERENCE);
  if (saidReference === undefined) return undefined;
  const said: string[] = [];
  for (const [i, reading] of READINGS.entries()) {
    const file = await speak(`said-${i + 1}`, 'en-us+f3', reading);
    if (file !== undefined) said.push(file);
  }
  return { said, saidReference };
}
