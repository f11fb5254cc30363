'use strict';
const PERIOD_MS = 5;

/**
 * Measures how late a 5 ms timer of this process is, until the returned function is called. That function returns how late each
 * tick was, ms. Each tick starts the timer for the next one, so that one long block is counted only once.
 */
exports.watchTimer = () => {
  const late = [];
  let due = performance.now() + PERIOD_MS;
  let timer = setTimeout(tick, PERIOD_MS);
  function tick() {
    const now = performance.now();
    late.push(Math.max(0, now - due));
    due = now + PERIOD_MS;
    timer = setTimeout(tick, PERIOD_MS);
  }
  return () => {
    clearTimeout(timer);
    return late;
  };
};
