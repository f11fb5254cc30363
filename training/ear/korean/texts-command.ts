import { writeFile } from 'node:fs/promises';
import type { Command } from '../../../base/command-line/command';
import { needed, readOptions } from '../../../base/command-line/options';
import { readTable, requireColumns } from '../../../base/table/table';
import { pronounce } from '../../../language/korean/pronunciation';

const help = `node tools/run.mjs training ear-korean-texts --list spoken.tsv --out pronounced.tsv

How Korean texts are pronounced, for training/ear/korean/align.py.

  --list FILE   table with the columns file and spoken: the text in Hangul
  --out FILE    table with the columns file, pronounced and text
`;

async function run(argv: readonly string[]): Promise<number> {
  const string = { type: 'string' } as const;
  const options = readOptions('ear-korean-texts', argv, { list: string, out: string });
  const [list, out] = (['list', 'out'] as const).map((name) => needed('ear-korean-texts', name, options[name]));
  if (list === undefined || out === undefined) return 1;
  const table = await readTable(list);
  requireColumns(table, list, ['file', 'spoken']);
  const rows = table.rows.map(({ fields: { file = '', spoken = '' } }) => [file, pronounce(spoken), spoken].join('\t'));
  await writeFile(out, `${['file\tpronounced\ttext', ...rows].join('\n')}\n`);
  return 0;
}

export const earKoreanTexts: Command = { help, run };
