import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from '../../base/command-line/command';
import { needed, readOptions } from '../../base/command-line/options';
import { progressLine } from '../../base/command-line/progress';
import { findEar } from '../../models/ear';
import { openEar } from '../../engine/ear/ear';
import { createTeacher } from '../../engine/ear/taught';
import { createInference } from '../../engine/inference';
import { readAudio } from '../../engine/offline/read-audio';
import { readTable, requireColumns } from '../../base/table/table';
import { spell } from '../../pipeline/ear/spelling';
import { earSamples } from '../../pipeline/ear/samples';
import { decodeWav } from '../../pipeline/wav';

const help = `node tools/run.mjs training ear --list files.tsv --out DIR

What the ear hears in every recording of a list: this is what its heads are trained on.

  --list FILE   tab-separated table with a header line and the columns id, file, language and text
  --out DIR     folder of the output; what is there already is not computed again

Output, in DIR: for each recording ID.json with one number a token, and ID.f32 with the vectors: hidden, context and
context4 (tokens x 512 each), block4 and block5 (frames x 512 each).
`;

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('ear', argv, { list: { type: 'string' }, out: { type: 'string' } });
  const list = needed('ear', 'list', options.list);
  const out = needed('ear', 'out', options.out);
  const table = await readTable(list);
  requireColumns(table, list, ['id', 'file', 'language', 'text']);
  const ear = await openEar(await findEar(), createInference({ only: 'native' }));
  const teach = createTeacher(ear);
  await mkdir(out, { recursive: true });
  const done = new Set((await readFile(join(out, 'done.txt'), 'utf8').catch(() => '')).split('\n'));
  const progress = progressLine('recordings', table.rows.length);
  for (const { fields } of table.rows) {
    const { id = '', file = '', language = '', text = '' } = fields;
    if (!done.has(id)) {
      const { samples, startMs, speechMs } = earSamples(decodeWav(await readAudio(resolve(dirname(list), file))));
      const heard = await ear.listen(samples);
      const spelled = spell(text, language);
      const taught = await teach(heard, spelled, ear.tokens.prompt(language) ?? []);
      const { hidden, context, context4, passes: _, ...numbers } = taught;
      const { frames, size } = heard;
      const flat = Object.fromEntries(Object.entries(numbers).map(([name, data]) => [name, [...data]]));
      await writeFile(join(out, `${id}.f32`), Buffer.concat([hidden, context, context4, heard.block4, heard.block5, heard.last].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))));
      await writeFile(join(out, `${id}.json`), JSON.stringify({ id, startMs, speechMs, frames, size, words: spelled.words, ...flat }));
      await appendFile(join(out, 'done.txt'), `${id}\n`);
    }
    progress.step(0);
  }
  progress.end();
  return 0;
}

export const ear: Command = { help, run };
