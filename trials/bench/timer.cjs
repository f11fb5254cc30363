'use strict';
const PERIOD_MS = 5;

/**
 * Watches this process by a 5 ms timer until the returned function is called, which gives how late each tick
 * came, ms. A tick is asked for when the one before it came, so that one long block is counted once.
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
