'use strict';
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

const { EVENT_HOOK_BEGIN, EVENT_RUN_END, EVENT_TEST_BEGIN, EVENT_TEST_FAIL } = Mocha.Runner.constants;

/**
 * Mocha's spec reporter that also leaves what it knows as JSON in the file named by PRON_TEST_RESULTS, from time to time, so
 * that it is there after a run that was killed:
 * {passes, failures, pending, ended, atWork: {title, limitMs} | undefined, failed: [{title, file, reason}]}.
 */
module.exports = class RecordingSpec extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const failed = [];
    let atWork;
    const write = (ended) => {
      const { passes, failures, pending } = this.stats;
      if (!process.env.PRON_TEST_RESULTS) return;
      writeFileSync(process.env.PRON_TEST_RESULTS, JSON.stringify({ passes, failures, pending, ended, atWork, failed }));
    };
    const begin = (runnable) => {
      atWork = { title: runnable.fullTitle(), limitMs: runnable.timeout() };
      write(false);
    };
    runner.on(EVENT_TEST_BEGIN, begin);
    runner.on(EVENT_HOOK_BEGIN, begin);
    runner.on(EVENT_TEST_FAIL, (test, error) => {
      failed.push({ title: test.fullTitle(), file: test.file, reason: String(error?.stack ?? error) });
      write(false);
    });
    runner.once(EVENT_RUN_END, () => write(true));
  }
};
