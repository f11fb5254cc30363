import { listLines, type ListItem, type ListLine } from './lines';

/** Remarks and blank lines by what stands below them. */
type Remarks = Map<string, string[]>;

const languageKey = (language: string): string => JSON.stringify([language]);
const lessonKey = (language: string, lesson: string): string => JSON.stringify([language, lesson]);
const itemKey = (language: string, text: string): string => JSON.stringify([language, 'sentence', text]);
/** Below the last sentence of a language. */
const endKey = (language: string): string => JSON.stringify([language, 'end']);
/** Sentences above all languages, and the parts below headings that are not understood: they belong to no language. */
const [START, END] = [endKey('start'), endKey('end')];

/**
 * Writes edited sentences into their list. Remarks move along with the heading or the sentence below them; those of a sentence that
 * is gone stay where they were. Headings stay as they were written. What is below a heading that is not understood moves to the end.
 * @param text the list as it is, with \n at its line ends
 * @param sentences all that shall be in it, by BCP 47 tag
 */
export function rewriteSentenceList(text: string, sentences: Readonly<Record<string, readonly ListItem[]>>): string {
  const { remarks, headings } = remarksOf(text, sentences);
  const out: string[] = [];
  const write = (key: string, line: string | undefined): void => {
    out.push(...(remarks.get(key) ?? []));
    remarks.delete(key);
    if (line !== undefined) out.push(line);
  };
  /** What stood above lines that are gone. */
  const writeOthers = (language: string): void => {
    for (const key of [...remarks.keys()]) if ((JSON.parse(key) as string[])[0] === language) write(key, undefined);
  };
  write(START, undefined);
  for (const language of inOrder([...headings.keys()], Object.keys(sentences))) {
    const items = sentences[language] ?? [];
    if (items.length === 0 && !headings.has(language)) continue;
    const key = languageKey(language);
    if (!headings.has(language) && out.length > 0 && out.at(-1) !== '') out.push('');
    write(key, headings.get(language) ?? `[${language}]`);
    let lesson = '';
    for (const item of items) {
      const line = lineOf(item);
      if (line === undefined) continue;
      const own = item.lesson ?? '';
      if (own !== lesson) write(lessonKey(language, own), own === '' ? '##' : `## ${oneLine(own)}`);
      lesson = own;
      write(itemKey(language, item.text), line);
    }
    writeOthers(language);
  }
  write(END, undefined);
  return `${out.join('\n').replace(/\n+$/, '')}\n`;
}

/** Languages as the list has them, then new ones. */
function inOrder(old: readonly string[], all: readonly string[]): readonly string[] {
  return [...old, ...all.filter((language) => !old.includes(language))];
}

function remarksOf(text: string, sentences: Readonly<Record<string, readonly ListItem[]>>) {
  const remarks: Remarks = new Map();
  const headings = new Map<string, string>();
  const stay = staying(sentences);
  let waiting: string[] = [];
  let place = START;
  const put = (key: string): void => {
    if (waiting.length > 0) remarks.set(key, [...(remarks.get(key) ?? []), ...waiting]);
    waiting = [];
  };
  const written = text.split('\n');
  for (const [i, line] of listLines(text).entries()) {
    const raw = written[i] ?? '';
    if (line.kind === 'unread' && line.why === 'heading') {
      put(place);
      place = END;
    }
    if (line.kind === 'other' || line.kind === 'unread') {
      waiting.push(raw);
      if (line.kind === 'unread' && line.why === 'start') put(START);
      continue;
    }
    if (place === END) put(END);
    place = endKey(line.language);
    const key = keyOfLine(line);
    const isFirst = line.kind === 'language' && !headings.has(line.language);
    if (isFirst) headings.set(line.language, raw.trim());
    if (isFirst || stay.has(key)) put(key);
  }
  put(place);
  return { remarks, headings };
}

function keyOfLine(line: Exclude<ListLine, { readonly kind: 'other' | 'unread' }>): string {
  if (line.kind === 'language') return languageKey(line.language);
  return line.kind === 'lesson' ? lessonKey(line.language, line.lesson) : itemKey(line.language, line.item.text);
}

/** Keys of the lines that are in the new list. */
function staying(sentences: Readonly<Record<string, readonly ListItem[]>>): ReadonlySet<string> {
  return new Set(Object.entries(sentences).flatMap(([language, items]) =>
    items.flatMap(({ text, lesson = '' }) => [itemKey(language, text), lessonKey(language, lesson)])));
}

/**
 * A line that is read as this sentence: with ` = ` before the translation, else with a tab. Signs that would make it a heading or a
 * remark are left out; undefined where nothing is left.
 */
function lineOf({ text, translation = '' }: ListItem): string | undefined {
  const [sentence, gloss] = [withoutSigns(oneLine(text)), oneLine(translation)];
  if (!/[\p{L}\p{N}]/u.test(sentence)) return undefined;
  const usual = gloss === '' ? sentence : `${sentence} = ${gloss}`;
  const [, line] = listLines(`[en]\n${usual}`);
  const isRead = line?.kind === 'sentence' && line.item.text === sentence && (line.item.translation ?? '') === gloss;
  return isRead ? usual : `${sentence}\t${gloss}`;
}

function withoutSigns(text: string): string {
  return text.replace(/^(?:[#[【〔＃［]\s*)+/u, '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
