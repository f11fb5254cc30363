'use strict';
const { readFileSync } = require('node:fs');

const PERIOD_MS = 5;
let late = [];
let timer;

/** How long the event loop's thread has been ready to run while other threads had the cores, ms (proc(5), schedstat:
 *  time on a core, time waiting for one, turns); 0 for ever where the kernel does not count it. */
function waitedMs() {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** Each tick is asked for when the one before it came, so that one long block is counted once. */
function watch() {
  const waitedBefore = waitedMs();
  const due = performance.now() + PERIOD_MS;
  timer = setTimeout(() => {
    const ms = Math.max(0, performance.now() - due);
    late.push({ ms, own: Math.max(0, ms - (waitedMs() - waitedBefore)) });
    watch();
  }, PERIOD_MS);
}

/** `begin=1` begins to watch how late a 5 ms timer comes; without it the watch ends and gives each tick: `ms`, and
 *  `own`, without the time in which the thread waited for a core. */
exports.tool = ({ begin }) => {
  clearTimeout(timer);
  if (begin === undefined) return late;
  late = [];
  watch();
};
