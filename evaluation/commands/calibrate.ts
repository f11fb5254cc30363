import { modelFingerprint, modelLabel } from '../../models/fingerprint';
import { findModel } from '../../models/store';
import { fitMap } from '../calibration/fit-map';
import { FEWEST_RATINGS, ratedRows } from '../calibration/rated-rows';
import { readRatings } from '../calibration/ratings';
import { fileSentence, findingSentence, fitReport, leftOut, restReport, scaleHint } from '../calibration/report';
import { draw, judgeRest, withShuffledRatings } from '../calibration/trial';
import { inUnits } from '../calibration/units';
import { checkCalibrationFile, writeCalibration } from '../calibration/write-calibration';
import type { Command } from '../../base/command-line/command';
import { detailsTable } from '../details';
import { measureTable } from '../outcomes';
import { checkColumns } from '../pair';
import { readScale } from '../rating-scale';
import { countOption, modelFolders, needed, readOptions } from '../../base/command-line/options';
import { referenceVoice, type ReferenceVoice } from '../../engine/offline/reference-voice';
import { openScoring } from '../../engine/offline/scoring';
import { VOICE_HELP, VOICE_OPTIONS, voiceChoice } from '../../engine/offline/voice-options';
import { parseTable, readTable, type Table } from '../../base/table/table';
import { UsageError } from '../../base/command-line/usage-error';

/** Exit code if the map does not help. */
const NO_HELP = 2;
/** Shuffles in the permutation test: enough to tell 1 % from 2 %. */
const SHUFFLES = 999;
const RESAMPLES = 1000;

const help = `pronunciation calibrate (--pairs pairs.tsv | --details results.tsv) [--out FILE.json] [--scale 0-10]

Fits a map from the score to the ratings of a teacher, so that the score comes near the teacher's rating. Where the
ear has rated the recordings too, the map is for scores with that ear; otherwise it is for the distance alone.
Cross-validation decides whether the map helps. The score node and the commands score and evaluate can use the file.

  --pairs FILE      a table for evaluate (see evaluate --help) with the ratings in its column human: at least
                    ${FEWEST_RATINGS} recordings, good ones and bad ones. With a column speaker and at least 5 speakers,
                    whole speakers are left out in cross-validation.
  --details FILE    a table from evaluate --details with the same model: no recording is measured again
  --out FILE        the .json file for the map; without it only the figures are printed
  --scale A-B       the worst and the best rating that the teacher gives (default 0-10): 1-5, 0-100, 6-1
  --no-ear          makes a map for the distance alone, for a machine or a flow without the ear
  --model NAME      default: default
  --models DIR      a further folder with models
${VOICE_HELP}
  --seed N          seed of all random draws (default 1)
  --jobs N          recordings prepared at the same time (default 2)
  --json            prints JSON: helps, finding, message, ratings, speakers, scale, ear, judge, method, folds, chance, before
                    and after (rmse, mae, pearson, spearman), intervals (95 %), file (null: not written), rest

To test how many ratings are needed:
  --take N          fits to N of the recordings, drawn with --seed, and prints the error on the others
  --shuffle         assigns the ratings at random first: the answer must be that no map helps

A refused recording has no score. It is left out, and a map does not change the refusal.
Exit code 0 if the map helps, ${NO_HELP} if it does not (then nothing is written), 1 for an error.
`;

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('calibrate', argv, {
    pairs: { type: 'string' },
    details: { type: 'string' },
    out: { type: 'string' },
    scale: { type: 'string' },
    'no-ear': { type: 'boolean', default: false },
    model: { type: 'string', default: 'default' },
    models: { type: 'string' },
    seed: { type: 'string' },
    jobs: { type: 'string' },
    take: { type: 'string' },
    shuffle: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    ...VOICE_OPTIONS,
  });
  const voice = referenceVoice(voiceChoice(options));
  if ((options.pairs === undefined) === (options.details === undefined)) {
    throw new UsageError('Give either --pairs or --details. See: pronunciation calibrate --help');
  }
  if (options.shuffle && options.out !== undefined) {
    throw new UsageError('--shuffle is only a test with random ratings; leave out --out.');
  }
  const { out } = options;
  const scale = readScale(options.scale, true);
  const seed = countOption('seed', options.seed, 1, 0, 2 ** 31);
  const jobs = countOption('jobs', options.jobs, 2, 1, 8);
  const take = options.take === undefined ? Infinity : countOption('take', options.take, 0, FEWEST_RATINGS, 1_000_000);
  if (out !== undefined) await checkCalibrationFile(out);

  const path = needed('calibrate', 'pairs', options.details ?? options.pairs);
  const table = await readTable(path);
  const rated = ratedRows(table, path, scale);
  if (options.scale === undefined) process.stderr.write(scaleHint(rated.ratings));

  const folders = modelFolders(options.models);
  const fingerprint = await modelFingerprint(await findModel(options.model, folders));
  const label = modelLabel(options.model, fingerprint);
  const measured = { columns: table.columns, rows: rated.rows };
  const withEar = !options['no-ear'];
  const details =
    options.details === undefined
      ? await measure(measured, path, { label, folders, jobs, withEar, voice, model: options.model })
      : measured;
  const found = readRatings(details, path, scale, label, withEar);
  process.stderr.write(leftOut(rated, found));

  const recordings = options.shuffle ? withShuffledRatings(found.recordings, seed) : found.recordings;
  const { taken, rest } = draw(recordings, take, seed);
  const units = inUnits(taken);
  const span = Math.abs(scale.high - scale.low);
  const fitted = fitMap(units.ratings, { span, seed, shuffles: SHUFFLES, resamples: RESAMPLES });
  const others = rest.length === 0 ? null : judgeRest(rest, fitted.knots, span);
  const helps = fitted.finding === 'helps';
  const file = helps && out !== undefined ? out : null;
  const { method, knots, before, after, chance, folds } = fitted;
  const judge = found.judge === undefined ? {} : { judge: found.judge };
  const facts = { scale: { worst: scale.low, best: scale.high }, ear: found.ear, ...judge, method, ratings: taken.length, speakers: units.speakers };
  const figures = { folds, chance, before: before.agreement, after: after.agreement };
  if (file !== null) {
    const created = new Date().toISOString();
    await writeCalibration(file, { model: options.model, fingerprint, created, ...facts, knots, figures });
  }
  const message = findingSentence(fitted, scale);
  const intervals = { before: before.intervals, after: after.intervals };
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ helps, finding: fitted.finding, message, ...facts, ...figures, intervals, file, rest: others }, null, 2)}\n`
      : fitReport(units, fitted, scale, found.ear) + restReport(others) + `${message} ${fileSentence(file, out)}`.trimEnd() + '\n',
  );
  return helps ? 0 : NO_HELP;
}

interface MeasureOptions {
  readonly model: string;
  readonly label: string;
  readonly folders: readonly string[];
  readonly jobs: number;
  readonly withEar: boolean;
  readonly voice: ReferenceVoice;
}

/** Measures a table of pairs. @returns the same table that evaluate --details would write */
async function measure(table: Table, path: string, { model, label, folders, jobs, withEar, voice }: MeasureOptions): Promise<Table> {
  checkColumns(table, path);
  const scoring = await openScoring(model, folders);
  const outcomes = await measureTable(table, path, { scoring, voice, jobs, withEar }).finally(() => scoring.close());
  return parseTable(detailsTable(table.columns, outcomes, label, scoring.manifest), path);
}

export const calibrate: Command = {
  help,
  run,
};
