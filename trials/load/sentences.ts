import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';

export interface Sentence {
  readonly text: string;
  readonly language: string;
}

/** The practice sentences of the package, in the order of the file. */
export function practiceSentences(): Sentence[] {
  const sentences: Sentence[] = [];
  let language = '';
  for (const line of readFileSync(join(packageRoot(), 'practice', 'sentences.txt'), 'utf8').split('\n')) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    const tag = /^\[(.+)\]$/.exec(text)?.[1];
    if (tag === undefined) sentences.push({ text, language });
    else language = tag;
  }
  return sentences;
}

/** `count` different sentences: the practice sentences, then the same ones with a number. */
export function manySentences(count: number): Sentence[] {
  const some = practiceSentences();
  return Array.from({ length: count }, (_, i) => {
    const { text, language } = some[i % some.length] as Sentence; // the file is not empty
    const round = Math.floor(i / some.length);
    return { text: round === 0 ? text : `${text}, ${round}`, language };
  });
}
