import { listLines, type ListItem } from './lines';

/** What is wrong with a list, and on which line, counted from 1. */
export interface ListProblem {
  readonly kind: 'heading' | 'start' | 'letters' | 'empty';
  readonly line?: number;
  /** The beginning of the line. */
  readonly text?: string;
}

/** A sentence with its place in the list. */
export interface PlacedItem extends ListItem {
  readonly language: string;
  readonly line: number;
}

export interface SentenceList {
  /** By BCP 47 tag, in the order of the list. */
  readonly sentences: Readonly<Record<string, readonly ListItem[]>>;
  /** The same one after the other. */
  readonly lines: readonly PlacedItem[];
  readonly problems: readonly ListProblem[];
}

const SHOWN_CHARACTERS = 60;

/** Reads a list of sentences. Every heading that is not understood is told; of the other faults the first. @param text with \n at its line ends */
export function readSentenceList(text: string): SentenceList {
  const sentences: Record<string, ListItem[]> = {};
  const lines: PlacedItem[] = [];
  const problems: ListProblem[] = [];
  const written = text.split('\n');
  for (const [i, line] of listLines(text).entries()) {
    if (line.kind === 'sentence') {
      (sentences[line.language] ??= []).push(line.item);
      lines.push({ ...line.item, language: line.language, line: i + 1 });
    }
    if (line.kind !== 'unread' || line.why === 'below') continue;
    const { why } = line;
    // One of a kind is enough where all lines have the same fault.
    if (why !== 'heading' && problems.some(({ kind }) => kind === why)) continue;
    problems.push({ kind: why, line: i + 1, text: (written[i] ?? '').trim().slice(0, SHOWN_CHARACTERS) });
  }
  if (Object.keys(sentences).length === 0 && problems.length === 0) problems.push({ kind: 'empty' });
  return { sentences, lines, problems };
}
