'use strict';
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

/** Mocha's spec reporter that also leaves its counts as JSON in the file named by PRON_TEST_COUNTS. */
module.exports = class CountingSpec extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      if (process.env.PRON_TEST_COUNTS) {
        writeFileSync(process.env.PRON_TEST_COUNTS, JSON.stringify({ passes, failures, pending }));
      }
    });
  }
};
