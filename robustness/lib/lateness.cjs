'use strict';
const PERIOD_MS = 5;
let late = [];
let timer;

/** Each tick is asked for when the one before it came, so that one long block is counted once. */
function watch() {
  const due = performance.now() + PERIOD_MS;
  timer = setTimeout(() => {
    late.push(Math.max(0, performance.now() - due));
    watch();
  }, PERIOD_MS);
}

/** `begin=1` begins to watch how late a 5 ms timer comes, ms; without it the watch ends and gives all values. */
exports.tool = ({ begin }) => {
  clearTimeout(timer);
  if (begin === undefined) return late;
  late = [];
  watch();
};
