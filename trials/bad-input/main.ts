import { countOption, readOptions } from '../../base/command-line/options';
import { record, RECORD_HELP, RECORD_OPTION } from '../lib/record';
import { decodedShare, report } from './tally';
import { KINDS, tryBadInputs, type Kind } from './run';

const HELP = `Bad input: npm run bad-input [-- OPTIONS]
  --count N    how many inputs of all kinds together (10000)
  --seed N     another corpus (1)
  --only KIND  one kind, all N of it: ${KINDS.join(', ')}
  --from N     index of the first input: with --only and --count 1 a single one again
  ${RECORD_HELP}
`;
/** With fewer the corpus would test only the header. */
const LEAST_DECODED = 0.3;

async function main(): Promise<boolean> {
  const options = { count: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' }, from: { type: 'string' }, ...RECORD_OPTION, help: { type: 'boolean' } } as const;
  const given = readOptions('bad-input', process.argv.slice(2), options);
  if (given.help === true) {
    process.stdout.write(HELP);
    return true;
  }
  const only = KINDS.find((kind) => kind.toLowerCase() === given.only?.toLowerCase());
  if (given.only !== undefined && only === undefined) throw new Error(`--only is "${given.only}"; it must be one of ${KINDS.join(', ')}.`);
  const count = countOption('count', given.count, 10_000, 1, 10_000_000);
  const seed = countOption('seed', given.seed, 1, 0, 1_000_000);
  const from = countOption('from', given.from, 0, 0, 100_000_000);
  const started = performance.now();
  const tally = await tryBadInputs({ count, seed, only, from, onProgress: progress() });
  process.stdout.write(`${report(tally)}\nSeed ${seed}, ${((performance.now() - started) / 1000).toFixed(0)} s.\n`);
  // By chance a few inputs may all fail in the header.
  const enoughDecoded = (tally.kinds.get('WAVs')?.tried ?? 0) < 100 || decodedShare(tally) >= LEAST_DECODED;
  if (given.record) {
    await record('bad-input', [
      { name: 'bad inputs', value: [...tally.kinds.values()].reduce((sum, { tried }) => sum + tried, 0) },
      { name: 'with a fault (crash, hang, NaN, or not one clear error)', value: tally.faulty.length, target: '0' },
      { name: 'WAVs whose samples were decoded', value: 100 * decodedShare(tally), unit: '%', target: `at least ${100 * LEAST_DECODED} %` },
    ]);
  }
  return tally.faulty.length === 0 && enoughDecoded;
}

/** A line every ten seconds, on stderr. */
function progress(): (kind: Kind, done: number, count: number) => void {
  let last = performance.now();
  return (kind, done, count) => {
    if (performance.now() - last < 10_000) return;
    last = performance.now();
    process.stderr.write(`${kind}: ${done} of ${count}\n`);
  };
}

main().then(
  (isGood) => process.exit(isGood ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
