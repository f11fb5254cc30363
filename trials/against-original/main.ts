import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { countOption, readOptions } from '../../base/command-line/options';
import { packageRoot } from '../../base/package-root';
import { record, RECORD_HELP, RECORD_OPTION } from '../lib/record';
import { INSTALL, runOurs, runTheirs, type OurRun, type Run } from './chains';
import { figuresOf } from './figures';
import { tenTimes } from './ten-times';

const HELP = `The original's chain and ours, the same recording through both: npm run against-original [-- OPTIONS]
  --python FILE    a Python with librosa, noisereduce, matplotlib and torch (default python3)
  --rounds N       each round is a new process of the original, then one of ours (default 5)
  --repeats N      passes of each process (default 10)
  --learner WAV, --reference WAV   default: two bundled recordings
  --weights FILE   a checkpoint of training/experiments with the original's network: for the spread of its score
  ${RECORD_HELP}

All figures are for one thread, and the least of all rounds. The original is written anew from its description: librosa
resamples, noisereduce filters, librosa trims and computes the mel-spectrogram, matplotlib draws it, a network of 99 million
weights compares two pictures. Not measured: recording, playing and speaking. ${INSTALL}
`;

const BUNDLED = join(packageRoot(), 'practice', 'recordings');

async function main(): Promise<void> {
  const given = readOptions('against-original', process.argv.slice(2), {
    python: { type: 'string', default: 'python3' },
    rounds: { type: 'string' },
    repeats: { type: 'string' },
    learner: { type: 'string', default: join(BUNDLED, 'en-correct.wav') },
    reference: { type: 'string', default: join(BUNDLED, 'en-native.wav') },
    weights: { type: 'string' },
    ...RECORD_OPTION,
    help: { type: 'boolean', default: false },
  });
  if (given.help) {
    process.stdout.write(HELP);
    return;
  }
  const rounds = countOption('rounds', given.rounds, 5, 1, 100);
  const folder = mkdtempSync(join(tmpdir(), 'against-original-'));
  try {
    const ten = await tenTimes(folder);
    if (ten === undefined) process.stderr.write('Without espeak-ng nobody says a sentence ten times: install the Debian package espeak-ng.\n');
    const task = {
      learner: resolve(given.learner),
      reference: resolve(given.reference),
      repeats: countOption('repeats', given.repeats, 10, 1, 100),
      ...(ten ?? { said: [], saidReference: '' }),
    };
    const theirs: Run[] = [];
    const ours: OurRun[] = [];
    for (let round = 0; round < rounds; round += 1) {
      theirs.push(await runTheirs(given.python, task, given.weights));
      ours.push(await runOurs(task));
    }
    const figures = figuresOf(theirs, ours);
    for (const { name, value } of figures) process.stdout.write(`${name}: ${String(value)}\n`);
    if (given.record) await record('against-original', figures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
