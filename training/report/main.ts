import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { modelFolders, readOptions } from '../../base/command-line/options';
import { checkOutputFile } from '../../base/command-line/output-file';
import { UsageError } from '../../base/command-line/usage-error';
import { packageRoot } from '../../base/package-root';
import { makeSpeech } from '../protocol/corpus';
import { chooseGroups } from './choose-groups';
import { openContext } from './context';
import { rounded } from './evaluation';
import { GROUPS } from './groups';
import { writePage } from './page';
import { refuseOtherSpeakers } from './report-set';
import type { Figures, Measured, Row } from './row';
import { reportTable } from './table';

const help = `npm run report -- [OPTIONS]

Measures a model on all that the project promises and prints each figure beside its target, with a 95 % interval.
Needs espeak-ng, a folder of recordings, and ffmpeg where these are no WAV. Rows whose recordings are not there are
left out. With a public copy of the corpus speechocean762, on its test part, with both witnesses and all pictures:

  npm run report -- --corpus speechocean762 --page report.html

The rows ear listen to each recording, which takes over an hour for the corpus. They leave out the speakers that the
ear's judge has learned from, which are all of the corpus's training part. The rows negatives-ear take some minutes.

  --only NAMES   some rows, by comma: ${Object.keys(GROUPS).join(', ')}
  --model NAME   default: default
  --models DIR   a further folder of models
  --speech DIR   the folder of recordings (default: ../shared/speech beside the project): english-learners, korean, noise
                 and others, as training/README.md says
  --corpus DIR   in place of --speech: a public copy of speechocean762; its test part is measured
  --page FILE    writes one .html file with pictures, for each witness: points against the experts' total, the mean rating
                 by points, and words that are right, unclear and wrong by points and by experts. It holds the voices of
                 the learners with the largest disagreements. Where the ear's judge has learned from all speakers, it is
                 about the Siamese network alone
  --markdown     prints a table for the documentation
  --write        puts the figures into the model's manifest; of the rows that were measured, and of the English learners of
                 training/report-speakers.txt alone
  --few          a few items of each row, to see that all works: the figures mean nothing and are not written
`;

/** `npm run report`. Unless a row says otherwise, it measures speakers that were used neither for training nor for a choice. */
async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions('report', argv, {
    only: { type: 'string' },
    model: { type: 'string', default: 'default' },
    models: { type: 'string' },
    speech: { type: 'string' },
    corpus: { type: 'string' },
    page: { type: 'string' },
    markdown: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    few: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (options.help) return void process.stdout.write(help);
  if (options.few && options.write) throw new UsageError('The figures of --few mean nothing and cannot be written; leave out --few or --write.');
  if (options.corpus !== undefined && options.speech !== undefined) throw new UsageError('--corpus takes the place of --speech; leave out one of them.');
  if (options.page !== undefined) await checkOutputFile('page', options.page);
  const speech = options.corpus === undefined ? (options.speech ?? join(packageRoot(), '..', 'shared', 'speech')) : await speechOfCorpus(options.corpus);
  const { groups, leftOut } = chooseGroups(options.only, speech);
  if (options.write) await refuseOtherSpeakers(groups, speech);
  if (spawnSync('espeak-ng', ['--version']).error !== undefined) {
    throw new UsageError('The report needs the program espeak-ng, which speaks its references: sudo apt-get install espeak-ng');
  }
  const context = await openContext({ ...options, speech, modelFolders: modelFolders(options.models) });
  const rows: Row[] = [];
  let figures: Figures = {};
  let witnessed: Pick<Measured, 'rows' | 'pairs'> = { rows: [] };
  try {
    for (const [name, { measure }] of groups) {
      const started = Date.now();
      const measured = await measure(context);
      process.stderr.write(`${name}: ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
      rows.push(...measured.rows);
      figures = { ...figures, ...measured.figures };
      if (name === 'ear') witnessed = measured;
    }
    if (options.page !== undefined) {
      const bytes = await writePage(options.page, context, witnessed.pairs, witnessed.rows);
      process.stderr.write(`Page: ${options.page} (${(bytes / 1e6).toFixed(1)} MB).\n`);
    }
  } finally {
    await context.scoring.close();
  }
  process.stdout.write(reportTable(rows, options.markdown));
  if (leftOut.length > 0) process.stderr.write(`Left out, because their recordings are not in ${speech}: ${leftOut.join(', ')}.\n`);
  if (options.write) writeFigures(join(context.folder, `${options.model}.json`), figures);
}

/** A folder of recordings made of a copy of the corpus, the same one for the same copy: its pairs are kept. @throws UsageError */
async function speechOfCorpus(corpus: string): Promise<string> {
  const key = createHash('sha1').update(resolve(corpus)).digest('hex').slice(0, 12);
  const out = join(packageRoot(), 'training', 'work', 'report', `corpus-${key}`);
  rmSync(out, { recursive: true, force: true });
  await makeSpeech({ corpus, out, part: 'test' });
  return out;
}

/** Writes the new figures into the manifest. Figures that were not measured this time are kept. */
function writeFigures(path: string, figures: Figures): void {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { figures: Figures };
  manifest.figures = { ...manifest.figures, ...(JSON.parse(JSON.stringify(figures, rounded)) as Figures) };
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
