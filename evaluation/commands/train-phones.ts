import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../../base/command-line/command';
import { needed, readOptions } from '../../base/command-line/options';
import { progressLine } from '../../base/command-line/progress';
import { UsageError } from '../../base/command-line/usage-error';
import { openEar } from '../../engine/ear/ear';
import { createInference } from '../../engine/inference';
import { jamoOf } from '../../language/korean/phones';
import { findEar, readEarFile } from '../../models/ear';
import { USER_PHONES } from '../../models/user-folders';
import { crossValidate, isGain } from '../phones/cross-validate';
import type { HeardRecording } from '../phones/heard-recording';
import { hearRecording, type KnownProbe } from '../phones/hear-recording';
import { measureProbe } from '../phones/measure-probe';
import { readProbe, writeProbe } from '../phones/probe-weights';
import { heldOutReport, tokensReport } from '../phones/report';
import { findRecordings, type SchoolRecording } from '../phones/school-recordings';
import { trainProbe } from '../phones/train-probe';
import { writeOwnPhones } from '../phones/write-probe';

const FEWEST_RECORDINGS = 5;
const FEWEST_PHONES = 200;
/** About 200 MB of what the ear hears. */
const MOST_SECONDS = 1800;
/** Exit code where the new probe is no better, and nothing was written. */
const NO_HELP = 2;

const help = `pronunciation train-phones --recordings DIR [--texts FILE] [--out DIR] [--force]

Teaches the ear more sounds of Korean from recordings of your own, of people whose Korean is right. It goes on from what the ear knows,
and keeps to it: sounds that your recordings lack are not unlearned. Nothing is sent anywhere.

  --recordings DIR  recordings (WAV; FLAC, Opus and others if ffmpeg is installed), each at most 29 s, with their texts:
                    a table (.tsv or .csv) with the columns file and text, and speaker if you know; or a file of the same
                    name that ends in .txt beside each recording. Without a column speaker, a folder is a speaker.
                    At least ${FEWEST_RECORDINGS} recordings with ${FEWEST_PHONES} sounds, about half a minute; ${MOST_SECONDS / 60} minutes are used at most
  --texts FILE      the table, if it is elsewhere or there are several
  --out DIR         default ~/.node-red/${USER_PHONES}, where Node-RED finds it when it starts. For the command line name it
                    in the environment variable PRONUNCIATION_PHONES. Delete the folder to go back
  --force           writes it although it is hardly better than what is there

It prints how many of each sound there are, and how many sounds it hears as written before and after, in recordings (of other
speakers, if there are 3 and more) that it had not learned from.
Exit code 0 if it was written, ${NO_HELP} if it is hardly better (then nothing is written), 1 for an error.
`;

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('train-phones', argv, {
    recordings: { type: 'string' },
    texts: { type: 'string' },
    out: { type: 'string', default: join(homedir(), '.node-red', USER_PHONES) },
    force: { type: 'boolean', default: false },
  });
  const { recordings: listed, without } = await findRecordings(needed('train-phones', 'recordings', options.recordings), options.texts);
  checkTexts(listed, without);
  const found = await findEar('');
  const ear = await openEar(found, createInference());
  const probe = found.manifest.probes['ko'];
  if (probe === undefined) throw new UsageError('The ear that is installed has no sounds of Korean to go on from.');
  const graph = await readEarFile(found, probe.graph);
  const known: KnownProbe = { weights: readProbe(graph), classOf: (symbol) => probe.symbols.indexOf(probe.same[symbol] ?? symbol) + 1 };
  const heard = await hearAll(listed, (recording) => hearRecording(ear, known, recording));
  const own = countTokens(heard, probe.symbols.length);
  process.stdout.write(tokensReport(probe.symbols.map((symbol, i) => ({ name: jamoOf(symbol), own: own[i] ?? 0, all: (own[i] ?? 0) + (probe.tokens[i] ?? 0) }))));
  const phones = own.reduce((sum, count) => sum + count, 0);
  if (heard.length < FEWEST_RECORDINGS || phones < FEWEST_PHONES) {
    throw new UsageError(`There are ${phones} sounds in ${heard.length} recordings that can be used; at least ${FEWEST_PHONES} in ${FEWEST_RECORDINGS} are needed.`);
  }

  const progress = progressLine('trainings', Math.min(5, heard.length) + 1);
  const heldOut = await crossValidate(known.weights, heard, () => progress.step(0));
  const trained = await trainProbe(known.weights, heard);
  progress.end();
  process.stdout.write(heldOutReport(heldOut));
  const isBetter = isGain(heldOut) && !(await isBelowFormer(options.out, heard, heldOut.after.right));
  if (!isBetter && !options.force) {
    process.stdout.write('That is hardly better than what is there, so nothing was written. Record more, or add --force.\n');
    return NO_HELP;
  }
  await writeOwnPhones(options.out, writeProbe(graph, trained), {
    base: found.manifest.checksums[probe.graph] ?? '',
    created: new Date().toISOString(),
    recordings: heard.length,
    speakers: new Set(heard.map(({ speaker }) => speaker).filter((speaker) => speaker !== '')).size,
    seconds: Math.round(heard.reduce((sum, { seconds }) => sum + seconds, 0)),
    tokens: own,
    figures: heldOut,
  });
  process.stdout.write(`Written to ${options.out}. Start Node-RED again to use it.\n`);
  return 0;
}

function checkTexts(listed: readonly SchoolRecording[], without: readonly string[]): void {
  if (listed.length === 0) {
    throw new UsageError(without.length === 0 ? 'There are no recordings.' : `None of the ${without.length} recordings has a text. See: pronunciation train-phones --help`);
  }
  for (const name of without) process.stderr.write(`${name} is left out: it has no text.\n`);
}

/** Says why a recording can't be used, and goes on. */
async function hearAll(listed: readonly SchoolRecording[], hear: (recording: SchoolRecording) => Promise<HeardRecording>): Promise<HeardRecording[]> {
  const heard: HeardRecording[] = [];
  const progress = progressLine('recordings', listed.length);
  let [seconds, failed] = [0, 0];
  for (const recording of listed) {
    if (seconds > MOST_SECONDS) {
      progress.note(`Only the first ${heard.length} recordings are used: they last ${MOST_SECONDS / 60} minutes.`);
      break;
    }
    try {
      const one = await hear(recording);
      seconds += one.seconds;
      heard.push(one);
    } catch (error) {
      failed += 1;
      progress.note(`${recording.name} is left out: ${(error as Error).message.replace(/\.$/, '')}.`);
    }
    progress.step(failed);
  }
  progress.end();
  return heard;
}

function countTokens(heard: readonly HeardRecording[], symbols: number): number[] {
  const counts = new Array<number>(symbols).fill(0);
  for (const own of heard.flatMap(({ words }) => words.flat(2))) counts[own - 1] = (counts[own - 1] ?? 0) + 1;
  return counts;
}

/** Whether the probe that is there hears these recordings better. Of recordings that it has learned from it hears more than of others. */
async function isBelowFormer(folder: string, heard: readonly HeardRecording[], right: number): Promise<boolean> {
  const found = await findEar(folder).catch(() => undefined); // a broken one may be replaced
  if (found?.own === undefined) return false;
  const { graph, figures } = found.own.file;
  return figures.after.right > right && measureProbe(readProbe(await readEarFile(found, graph)), heard).right > right;
}

export const trainPhones: Command = { help, run };
