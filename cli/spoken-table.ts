import { PronError } from '../base/errors';
import { UsageError } from '../base/command-line/usage-error';
import { writtenField } from '../base/table/records';
import type { Table } from '../base/table/table';
import { spokenText } from '../language/spoken';

export interface SpokenTable {
  /** The table with tabs between its fields. */
  readonly text: string;
  /** Rows whose text can't be read. */
  readonly unread: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * A table with what is said for each text.
 * @param languageFor of a row's text
 * @throws UsageError without a column text or input
 */
export function spokenTable(
  { columns, rows }: Table,
  path: string,
  languageFor: (row: { readonly text: string; readonly language: string }) => string,
): SpokenTable {
  const column = ['text', 'input'].find((name) => columns.includes(name));
  if (column === undefined) throw new UsageError(`${path} lacks a column text or input; it has ${columns.join(', ')}.`);
  const unread: { line: number; reason: string }[] = [];
  const said = rows.map(({ line, fields }) => {
    const text = fields[column] ?? '';
    try {
      const { text: spoken, pronounced = '' } = spokenText(text, languageFor({ text, language: fields['language'] ?? '' }));
      return { spoken, pronounced };
    } catch (error) {
      if (!(error instanceof PronError)) throw error;
      unread.push({ line, reason: error.message });
      return { spoken: '', pronounced: '' };
    }
  });
  const added = said.some(({ pronounced }) => pronounced !== '') ? (['spoken', 'pronounced'] as const) : (['spoken'] as const);
  const kept = columns.filter((name) => name !== 'spoken' && name !== 'pronounced');
  const lines = rows.map(({ fields }, i) => [...kept.map((name) => fields[name] ?? ''), ...added.map((name) => said[i]?.[name] ?? '')]);
  return { text: [[...kept, ...added], ...lines].map((line) => `${line.map(writtenField).join('\t')}\n`).join(''), unread };
}
