'use strict';
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

const { EVENT_HOOK_BEGIN, EVENT_HOOK_END, EVENT_RUN_END, EVENT_TEST_BEGIN, EVENT_TEST_END, EVENT_TEST_FAIL } = Mocha.Runner.constants;

/** While the event loop runs, mocha's own limits hold: the parent need not judge. */
const HEARTBEAT_MS = 5000;

/**
 * Mocha's spec reporter that also writes what it knows as JSON into the file named by PRON_TEST_RESULTS, at every step, so
 * that it is there after a run that was killed:
 * {passes, failures, pending, ended, atWork: {title, limitMs} | undefined, failed: [{title, file, reason}], times: {file: ms}}.
 */
module.exports = class RecordingSpec extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const failed = [];
    const times = {};
    let atWork;
    let begun = Date.now();
    const write = (ended) => {
      const { passes, failures, pending } = this.stats;
      if (!process.env.PRON_TEST_RESULTS) return;
      writeFileSync(process.env.PRON_TEST_RESULTS, JSON.stringify({ passes, failures, pending, ended, atWork, failed, times }));
    };
    const begin = (runnable) => {
      begun = Date.now();
      // A test may set its limit when it has begun.
      atWork = { title: runnable.fullTitle(), get limitMs() { return runnable.timeout(); } };
      write(false);
    };
    const heartbeat = setInterval(() => write(false), HEARTBEAT_MS).unref();
    const end = ({ file }) => {
      times[file] = (times[file] ?? 0) + Date.now() - begun;
    };
    for (const event of [EVENT_TEST_BEGIN, EVENT_HOOK_BEGIN]) runner.on(event, begin);
    for (const event of [EVENT_TEST_END, EVENT_HOOK_END]) runner.on(event, end);
    runner.on(EVENT_TEST_FAIL, (test, error) => {
      failed.push({ title: test.fullTitle(), file: test.file, reason: String(error?.stack ?? error) });
      write(false);
    });
    runner.once(EVENT_RUN_END, () => {
      clearInterval(heartbeat);
      write(true);
    });
  }
};
