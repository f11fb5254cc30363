import { runMocha } from './mocha.mjs';
import { runNode } from './process.mjs';

const REASON_LINES = 12;
const SLOWEST = 8;

/** One run of many steps: each step says its name, is counted, and what failed is said again at the end. */
export class TestRun {
  #counts = { passed: 0, skipped: 0 };
  /** {part, title, file, reason} */
  #failures = [];
  #times = {};

  /** Counts the result of a part: {passed, skipped: numbers, failed: [{title, file, reason}], times: ms by file}. */
  count(part, { passed = 0, failed = [], skipped = 0, times = {} }) {
    this.#counts.passed += passed;
    this.#counts.skipped += skipped;
    Object.assign(this.#times, times);
    for (const failure of failed) this.#failures.push({ part, ...failure });
  }

  /** Runs a JavaScript file as one test. Resolves to whether it ended with exit code 0. */
  async step(name, args, options) {
    console.log(`\n== ${name}`);
    const code = await runNode(args, options);
    this.count(name, code === 0 ? { passed: 1 } : { failed: [{ title: `exit code ${code}` }] });
    return code === 0;
  }

  /** Runs mocha on files or patterns. The options are those of `runMocha`. */
  async tests(name, args, options) {
    console.log(`\n== ${name}`);
    this.count(name, await runMocha(args, options));
  }

  /** Says what failed and which files took longest, then the one plain line. Returns the exit code. */
  close() {
    const slowest = Object.entries(this.#times).sort(([, a], [, b]) => b - a).slice(0, SLOWEST);
    if (slowest.length > 0) console.log('\n== slowest files');
    for (const [file, ms] of slowest) console.log(`${(ms / 1000).toFixed(1).padStart(7)} s  ${file}`);
    if (this.#failures.length > 0) console.log('\n== failed');
    for (const { part, title, file, reason = '' } of this.#failures) {
      console.log(`\n${part}: ${title}${file === undefined ? '' : ` (${file})`}`);
      for (const line of reason.split('\n').slice(0, REASON_LINES)) console.log(`    ${line}`);
    }
    console.log(`\n${this.#counts.passed} passed, ${this.#failures.length} failed, ${this.#counts.skipped} skipped`);
    return this.#failures.length === 0 ? 0 : 1;
  }
}

/** Runs `parts` by two workers, as a small machine has two cores. What the second writes is shown when each of its parts
 *  has ended. @param parts functions of the options for `TestRun.tests` */
export async function inTwoRows(parts) {
  const queue = [...parts];
  const worker = async (options) => {
    for (let part = queue.shift(); part !== undefined; part = queue.shift()) await part(options);
  };
  await Promise.all([worker({ held: true }), worker({})]);
}
