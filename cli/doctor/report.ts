import type { Condition, Examined, Finding } from '.';

const CONDITIONS: readonly Condition[] = ['ok', 'warning', 'problem', 'not here'];
const CONDITION_WIDTH = 9;
const LINE_WIDTH = 100;

export type Counts = Readonly<Record<Condition, number>>;

export function countsOf(examined: readonly Examined[]): Counts {
  const all = examined.flatMap(({ findings }) => findings);
  const entries = CONDITIONS.map((condition) => [condition, all.filter((finding) => finding.condition === condition).length]);
  return Object.fromEntries(entries) as Counts; // an entry for each
}

/** For people: the user directory, a paragraph for each check, a line for each finding with its fix below, the counts last. */
export function doctorReport(userDir: string, examined: readonly Examined[]): string {
  return `User directory: ${userDir}\n\n${examined.map(paragraphOf).join('\n\n')}\n\n${countsLine(countsOf(examined))}\n`;
}

function paragraphOf({ title, findings }: Examined): string {
  const width = Math.max(...findings.map(({ subject }) => subject.length));
  return [title, ...findings.flatMap((finding) => linesOf(finding, width))].join('\n');
}

function linesOf({ condition, subject, says, fix }: Finding, width: number): string[] {
  const start = `  ${condition.padEnd(CONDITION_WIDTH)}`;
  return [
    ...hanging(`${start}${subject.padEnd(width)}  `, says),
    ...(fix === null ? [] : hanging(`${' '.repeat(start.length)}-> `, fix)),
  ];
}

/** The text after its head, further lines below its beginning. */
function hanging(head: string, text: string): string[] {
  return wrapped(text, LINE_WIDTH - head.length).map((line, i) => (i === 0 ? head : ' '.repeat(head.length)) + line);
}

/** Broken at spaces; a command that is longer than a line stays whole. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= Math.max(40, width)) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function countsLine(counts: Counts): string {
  const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
  return `${counts.ok} ok, ${plural(counts.warning, 'warning')}, ${plural(counts.problem, 'problem')}, ${counts['not here']} not here`;
}
