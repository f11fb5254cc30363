import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { readSentenceList } from '../../language/sentence-list/read';

export interface Sentence {
  readonly text: string;
  readonly language: string;
}

/** The practice sentences of the package, in the order of the file. */
export function practiceSentences(): Sentence[] {
  const { lines } = readSentenceList(readFileSync(join(packageRoot(), 'practice', 'sentences.txt'), 'utf8'));
  return lines.map(({ text, language }) => ({ text, language }));
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
