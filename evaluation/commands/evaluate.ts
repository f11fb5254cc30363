import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { modelFingerprint, modelLabel } from '../../models/fingerprint';
import { findModel } from '../../models/store';
import type { Command } from '../../base/command-line/command';
import { bootstrapIntervals } from '../bootstrap';
import { detailsTable, type Outcome } from '../details';
import { evaluationOf, figuresOf } from '../figures';
import { groupColumns } from '../groups/group-columns';
import { groupsOf } from '../groups/groups';
import { groupsReport } from '../groups/groups-report';
import { measuredPair } from '../measured-pair';
import { measureTable } from '../outcomes';
import { checkColumns } from '../pair';
import { readScale } from '../rating-scale';
import { evaluationReport } from '../report';
import { reportedPair } from '../report-page/recording';
import { writeReport } from '../report-page/write-report';
import { countOption, modelFolders, needed, numberOption, readOptions } from '../../base/command-line/options';
import { checkOutputFile } from '../../base/command-line/output-file';
import { referenceVoice, type ReferenceVoice } from '../../engine/offline/reference-voice';
import { openScoring } from '../../engine/offline/scoring';
import { VOICE_HELP, VOICE_OPTIONS, voiceChoice, type VoiceChoice } from '../../engine/offline/voice-options';
import { readTable, requireColumns } from '../../base/table/table';
import { UsageError } from '../../base/command-line/usage-error';

const help = `pronunciation evaluate --pairs pairs.tsv [--model NAME] [--json]

Compares every pair of a table. Measures how well the scores agree with human raters, and how well the same
sentence is told from another one. Where the ear is installed, it listens to each recording that has a text.

  --pairs FILE      a table with a header line: tabs between the fields, or a CSV file. Columns:
                      learner     a recording; paths are relative to the table
                      reference   a recording, or text and language (BCP 47): then a voice speaks each text
                                  once (175 words a minute)
                      reference_2 to reference_5   optional: more recordings of the sentence, the nearest counts
                      text, language   also beside a reference: what the ear expects
                      human       optional: the raters' score, any scale, higher is better
                      same        optional: 1 the learner says the reference's sentence, 0 another one
                      accuracy, fluency, prosodic   optional: the raters' scores of these kinds
                      words       optional: the raters' scores for the words, JSON [{"text", "human"}], with a
                                  list phoneAccuracy in it if the sounds were rated
                      reference_words   optional: where the words are in the reference, JSON [{"text",
                                  "startMs", "endMs"}]; without it the voice gives the times
                    speaker, age, gender and any others are copied to the details.
                    WAV; FLAC, Opus and others if ffmpeg is installed.
  --model NAME      default: default
  --models DIR      a further folder with models
  --calibration FILE   a file from calibrate for this model: scores go through its map, distances do not
${VOICE_HELP}
  --other-voice NAME   a further voice of that engine speaks each text too, and the nearest counts; repeatable
  --no-ear          compares by the Siamese network alone, which takes less time
  --good N --bad N  ratings from N on are good, up to N are bad (defaults 8 and 5)
  --bootstrap COL   adds 95 % intervals by bootstrap over the values of a column, usually speaker
  --resamples N     draws of the bootstrap (default 1000), --seed N (default 1)
  --scale LOW,HIGH  the raters' scale (default 0,10): LOW is 0 points, HIGH is 100
  --group-by COL    adds a table by the values of a column; repeatable. The columns speaker, age_group (from
                    age: children are under 16), gender and sex are always used if they exist
  --report FILE     writes one HTML page that needs no network: figures in plain words, scatter plot,
                    calibration, verdicts, the ten largest disagreements to see and hear, tables by group
  --details FILE    writes the result of every pair as a table: verdict, score (whatever the verdict), siamese (the
                    score without the ear), distance, completeness, omissions, mispronunciations and insertions
                    (places in the text, counted from 0, by comma; an added word has the place of the word that it
                    was said before), the ear's ratings heard_total, heard_accuracy, heard_fluency and
                    heard_prosodic, word_scores and others
  --jobs N          recordings prepared at the same time (default 2)
  --json            prints JSON with these keys; a figure that can't be computed is null:
    n               pairs measured                 failed     pairs that failed (named on stderr)
    heard           pairs that the ear has listened to (stderr says why not to the others)
    scored          pairs with verdict scored      verdicts   how many pairs got each verdict
    pearson, spearman   of score and human over the pairs with same = 1 (all pairs if there is no such
                        column); a refused pair counts with the score that it would have, or with 0 if nothing
                        could be compared
    pearsonScored   the same over the pairs that were scored
    aucGoodBad      area under the ROC curve of score, good against bad
    aucSame, eerSame    AUC and equal error rate of what the verdict decides by (the mismatch and the share of the
                        words that were said, whichever is worse), same against another; a pair that could not be
                        compared counts as another sentence
    refusedSame, refusedOther   share of own and of other sentences with the verdict wrong-sentence or incomplete
    meanScore       over the pairs with same = 1, refused ones as above
    pearsonWords    of the words' scores and their ratings, over the pairs with same = 1
    pearsonWordsWithin     the same without each recording's means: whether the bad word of a recording is found
    pearsonWordsBaseline   as pearsonWords, for a least-squares fit on a word's letters and the logarithm of its
                    duration; a fit to all other speakers predicts each speaker's words (the column of
                    --bootstrap, else speaker)
    pearsonPhones   of the sounds' scores by the ear and their ratings
    agreement       correlation with the raters' total, accuracy, fluency, prosodic, words and phones, each of the
                    ear's rating of that kind, else of the score
    witnesses       siamese, ear and both: the figures of each alone, over the pairs that the ear has listened to
                    (all pairs if there are none)
    words           n rated words, the recordings they are in, and how many recordings were leftOut because
                    the raters' words and the scored ones differ in number
    phones          n rated sounds, and how many rated words were leftOut because their sounds differ in number
    msMedian, msP95 time of a comparison in ms
    intervals       with --bootstrap: [low, high] for each figure
    groups          for each group n, mean rating and score, Pearson, mse (of score / 10), bias (score minus
                    rating in points); how far one group's score is above another's at equal rating

Exit code 0 if any pair was measured, else 1.
`;

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('evaluate', argv, {
    pairs: { type: 'string' },
    model: { type: 'string', default: 'default' },
    models: { type: 'string' },
    calibration: { type: 'string' },
    'no-ear': { type: 'boolean', default: false },
    'other-voice': { type: 'string', multiple: true, default: [] },
    good: { type: 'string' },
    bad: { type: 'string' },
    bootstrap: { type: 'string' },
    resamples: { type: 'string' },
    seed: { type: 'string' },
    scale: { type: 'string' },
    'group-by': { type: 'string', multiple: true },
    report: { type: 'string' },
    details: { type: 'string' },
    jobs: { type: 'string' },
    json: { type: 'boolean', default: false },
    ...VOICE_OPTIONS,
  });
  const choice = voiceChoice(options);
  const voice = referenceVoice(choice);
  const otherVoices = options['other-voice'].map((name) => otherVoice(choice, name));
  const path = needed('evaluate', 'pairs', options.pairs);
  const limits = {
    good: numberOption('good', options.good, 8, -1e9, 1e9),
    bad: numberOption('bad', options.bad, 5, -1e9, 1e9),
  };
  if (limits.bad >= limits.good) throw new UsageError('--bad must be below --good.');
  const resamples = countOption('resamples', options.resamples, 1000, 10, 100_000);
  const seed = countOption('seed', options.seed, 1, 0, 2 ** 31);
  const jobs = countOption('jobs', options.jobs, 2, 1, 8);
  const scale = readScale(options.scale);
  const group = options.bootstrap ?? 'speaker';
  const table = await readTable(path);
  checkColumns(table, path);
  if (options.bootstrap !== undefined) requireColumns(table, path, [group]);
  const columns = groupColumns(table, path, options['group-by'] ?? []);
  await checkOutputs({ report: options.report, details: options.details }, path);

  const scoring = await openScoring(options.model, modelFolders(options.models), options.calibration);
  const outcomes = await measureTable(table, path, { scoring, voice, otherVoices, jobs, withEar: !options['no-ear'] }).finally(() => scoring.close());
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  const found = await findModel(options.model, modelFolders(options.models));
  if (options.details !== undefined) {
    const label = modelLabel(options.model, await modelFingerprint(found));
    await writeFile(options.details, detailsTable(table.columns, outcomes, label, found.manifest));
  }
  if (options.calibration !== undefined && scoring.calibration?.ear !== true) {
    process.stderr.write(ratingsUnused(options.calibration, outcomes));
  }
  const { verdict } = scoring.manifest;
  const measured = outcomes.flatMap(({ pair, result }) =>
    pair === undefined || result === undefined ? [] : [reportedPair(pair, measuredPair(pair, result, group, verdict), result)],
  );
  const unitColumn = table.columns.includes(group) ? group : null;
  const groups = groupsOf(measured, { columns, unitColumn, scale, resamples, seed });
  const evaluated = evaluationOf(measured, limits);
  if (evaluated.words.leftOut > 0) process.stderr.write(leftOutNote(evaluated.words.leftOut));
  const { n, ...evaluation } = evaluated;
  const intervals =
    options.bootstrap === undefined
      ? undefined
      : bootstrapIntervals(
          measured,
          (pair) => pair.group,
          (sample) => figuresOf(sample, limits),
          { resamples, seed },
        );
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ n, failed, ...evaluation, ...(intervals && { intervals }), groups }, null, 2)}\n`
      : evaluationReport({ n, ...evaluation }, intervals) + groupsReport(groups),
  );
  if (options.report !== undefined) {
    const { manifest } = found;
    const failures = outcomes.flatMap(({ row, error }) =>
      error === undefined ? [] : [{ line: row.line, learner: row.fields['learner'] ?? '', reason: error }],
    );
    const calibration = options.calibration === undefined ? null : basename(options.calibration);
    const run = { model: manifest, calibration, date: new Date(), table: basename(path) };
    const page = { ...run, evaluation: evaluated, groups, limits, scale };
    const bytes = await writeReport(options.report, { ...page, draws: { resamples, seed }, pairs: measured, failures }, voice);
    process.stderr.write(`Report: ${options.report} (${(bytes / 1e6).toFixed(1)} MB).\n`);
  }
  return n > 0 ? 0 : 1;
}

/** @throws UsageError without an engine */
function otherVoice(choice: VoiceChoice | undefined, name: string): ReferenceVoice {
  if (choice === undefined) throw new UsageError('--other-voice needs --voice-engine.');
  return referenceVoice({ ...choice, voice: name });
}

function ratingsUnused(calibration: string, outcomes: readonly Outcome[]): string {
  if (outcomes.every(({ result }) => result?.hearing.heard?.rating === undefined)) return '';
  return `${calibration} was made without the ear, so the scores leave out the ear's ratings; calibrate again to use them.\n`;
}

function leftOutNote(count: number): string {
  return `Left out of the figures of words: ${count} recordings whose rated and scored words differ in number.\n`;
}

/** Checks, before the long work, that each file can be written, and that no two options name the same file. */
async function checkOutputs(files: Readonly<Record<string, string | undefined>>, table: string): Promise<void> {
  const taken = new Map([[resolve(table), 'pairs']]);
  for (const [option, file] of Object.entries(files)) {
    if (file === undefined) continue;
    const other = taken.get(resolve(file));
    if (other !== undefined) throw new UsageError(`--${option} and --${other} name the same file ${file}.`);
    taken.set(resolve(file), option);
    await checkOutputFile(option, file);
  }
}

export const evaluate: Command = {
  help,
  run,
};
