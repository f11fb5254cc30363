import { writeFile } from 'node:fs/promises';
import type { Command } from '../../base/command-line/command';
import { readWordsAndOptions } from '../../base/command-line/options';
import { checkOutputFile } from '../../base/command-line/output-file';
import { UsageError } from '../../base/command-line/usage-error';
import { readTable } from '../../base/table/table';
import { spokenText } from '../../language/spoken';
import { spelledOf, spellReport } from '../spell-report';
import { spokenTable } from '../spoken-table';

const help = `pronunciation spell "TEXT" [--language ko] [--json]
                    (--table FILE [--output FILE]) [--language ko]

Prints what is said for a text, as the voice says it and the ear expects it: numbers, signs and letters in words. For
Korean also the standard pronunciation in Hangul, with its syllables and phones. What can't be read for sure is named.

  --language TAG   of the text (BCP 47): ko, en-US. By default ko for a text with Hangul, else en
  --json           words: [{written, spoken, pronounced, syllables: [{written, spoken}], phones}], text, pronounced
  --table FILE     a table with a column text or input: adds the columns spoken and, for Korean, pronounced. A column
                   language counts where --language is not given. A text that can't be read is named on stderr, its
                   columns stay empty
  --output FILE    writes the table there; without it the table is printed

Exit code 0; 1 for an error, or if a text of the table can't be read.
`;

/** The language that a text is probably in, by its letters. */
function languageOf(text: string): string {
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en';
}

async function run(argv: readonly string[]): Promise<number> {
  const { values, positionals } = readWordsAndOptions('spell', argv, {
    language: { type: 'string' },
    table: { type: 'string' },
    output: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const [text] = positionals;
  const { table, output, language, json } = values;
  if ((text === undefined) === (table === undefined) || positionals.length > 1) {
    throw new UsageError('Give either a text in quotes or --table. See: pronunciation spell --help');
  }
  if (table !== undefined) return spellTable(table, output, language);
  if (output !== undefined) throw new UsageError('--output is for --table; a text is printed.');
  const spoken = spokenText(text ?? '', language ?? languageOf(text ?? ''));
  process.stdout.write(json ? `${JSON.stringify(spelledOf(spoken), null, 2)}\n` : spellReport(spoken));
  return 0;
}

async function spellTable(path: string, output: string | undefined, language: string | undefined): Promise<number> {
  if (output !== undefined) await checkOutputFile('output', output);
  const { text, unread } = spokenTable(await readTable(path), path, (row) => language ?? (row.language || languageOf(row.text)));
  for (const { line, reason } of unread) process.stderr.write(`Line ${line}: ${reason}\n`);
  if (output === undefined) process.stdout.write(text);
  else await writeFile(output, text);
  return unread.length === 0 ? 0 : 1;
}

export const spell: Command = { help, run };
