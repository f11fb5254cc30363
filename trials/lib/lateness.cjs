'use strict';
const { readFileSync } = require('node:fs');

const PERIOD_MS = 5;
let late = [];
let timer;

/** How long the event loop's thread has waited for a core, ms (proc(5), schedstat: time on a core, time waiting for one, turns).
 *  Always 0 if the kernel does not count it. */
function waitedMs() {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** Each tick starts the timer for the next one, so that one long block is counted only once. */
function watch() {
  const waitedBefore = waitedMs();
  const due = performance.now() + PERIOD_MS;
  timer = setTimeout(() => {
    const ms = Math.max(0, performance.now() - due);
    late.push({ ms, own: Math.max(0, ms - (waitedMs() - waitedBefore)) });
    watch();
  }, PERIOD_MS);
}

/** With `begin=1`, begins to measure how late a 5 ms timer is. Without it, ends the measurement and returns each tick: `ms`, and
 *  `own`, which leaves out the time in which the thread waited for a core. */
exports.tool = ({ begin }) => {
  clearTimeout(timer);
  if (begin === undefined) return late;
  late = [];
  watch();
};
