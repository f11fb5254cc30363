import { join } from 'node:path';

import { seededRandom } from '../../base/random';
import { countOption, readOptions } from '../../base/command-line/options';
import { packageRoot } from '../../base/package-root';
import { record, RECORD_HELP, RECORD_OPTION } from '../lib/record';
import { oddWav } from '../bad-input/wavs/generate';
import { readInputs, writeInputs } from './folder';
import { fuzz } from './fuzz';
import { faultIn } from './verdict';

const HELP = `Coverage-guided fuzzing of the WAV reader: npm run fuzz [-- OPTIONS]
  --seconds N   how long (60)
  --seed N      another order of chances (1)
  --corpus DIR  where the inputs that reach new code are kept, and taken up again (trials/fuzz/corpus)
  ${RECORD_HELP}
`;

async function main(): Promise<boolean> {
  const options = { seconds: { type: 'string' }, seed: { type: 'string' }, corpus: { type: 'string' }, ...RECORD_OPTION, help: { type: 'boolean' } } as const;
  const given = readOptions('fuzz', process.argv.slice(2), options);
  if (given.help === true) {
    process.stdout.write(HELP);
    return true;
  }
  const seconds = countOption('seconds', given.seconds, 60, 1, 1_000_000);
  const random = seededRandom(countOption('seed', given.seed, 1, 0, 1_000_000));
  const folder = given.corpus ?? join(__dirname, 'corpus');
  const finds = join(packageRoot(), 'test', 'fixtures', 'wav-finds');
  // Whole recordings are too long to be mutated often, so the generated ones are cut.
  const made = Array.from({ length: 60 }, () => oddWav(random).bytes.subarray(0, 1000));
  const end = performance.now() + 1000 * seconds;
  const result = fuzz([...made, ...readInputs(folder), ...readInputs(finds)], faultIn, random, () => performance.now() > end);
  writeInputs(folder, result.corpus);
  writeInputs(finds, result.finds.map(({ bytes }) => bytes));
  const lines = [
    `${result.executions} executions in ${seconds} s`,
    `${result.features} blocks of code with how often they are run, ${result.newFeatures} of them reached by mutation`,
    `${result.corpus.length} inputs kept in ${folder}`,
    `${result.finds.length} finds${result.finds.length > 0 ? ` kept in ${finds}` : ''}`,
    ...result.finds.map(({ fault, bytes }) => `  ${bytes.length} bytes: ${fault}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (given.record) {
    await record('fuzz', [
      { name: 'executions', value: result.executions },
      { name: 'blocks of code reached', value: result.features },
      { name: 'finds', value: result.finds.length, target: '0' },
    ]);
  }
  return result.finds.length === 0;
}

main().then(
  (isGood) => process.exit(isGood ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
