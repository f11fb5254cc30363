'use strict';
const { execFile } = require('node:child_process');
const { watchEngines } = require('./engine-watch.cjs');

/** Limit of an engine that is to run out of memory, bytes: less than it uses already. */
const NO_MEMORY = 1_000_000;
/** Bytes of a recording that needs new memory. A shorter one may fit into memory that the engine has freed before. */
const NEEDS_MEMORY = 500_000;

let random;
/** The kills that are left, in order. */
let ways = [];
let ordersBetween = 1;
let ordersLeft = 0;
let aimed;
const kills = [];
/** Engines that ran out of memory without a job, for example while a job arrived. */
let diedIdle = 0;
let orders = 0;
/** How long the last job of each kind took, ms. */
const lastMs = {};

/** Linear congruential, Numerical Recipes' constants: the same numbers for the same seed. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function count(way) {
  kills.push(way);
  ways.shift();
}

function end(engine, way) {
  if (way === 'memory') {
    // It ends when it next allocates memory; `onEnd` notices.
    execFile('prlimit', ['--pid', String(engine.pid), `--data=${NO_MEMORY}`], () => undefined);
  } else {
    count(way);
    process.kill(engine.pid, way);
  }
}

watchEngines({
  onAccepted: (engine) => {
    orders++;
    ordersLeft--;
    const [way] = ways;
    const { held: order } = engine;
    if (aimed !== undefined || way === undefined || ordersLeft > 0) return;
    if (way === 'memory' && order.bytes < NEEDS_MEMORY) return;
    aimed = { engine, way };
    setTimeout(() => {
      if (engine.held === order) end(engine, way);
      else aimed = undefined; // the engine was faster, so the next order is the target
    }, random() * (lastMs[order.kind] ?? 0) * (way === 'memory' ? 0.5 : 1));
  },
  onAnswer: (kind, ms) => {
    lastMs[kind] = ms;
  },
  onEnd: (engine) => {
    if (aimed?.engine !== engine) return;
    if (aimed.way === 'memory' && engine.held === undefined) diedIdle++;
    else if (aimed.way === 'memory') count('memory');
    aimed = undefined;
    ordersLeft = 1 + Math.floor(2 * ordersBetween * random());
  },
});

/** `ways=SIGKILL,memory,...&seed=1&every=20` begins; without `ways` it returns what has been done. */
exports.tool = (question) => {
  if (question.ways !== undefined) {
    random = seeded(Number(question.seed));
    ways = question.ways.split(',');
    ordersBetween = Number(question.every);
  }
  return { pid: process.pid, kills, diedIdle, orders };
};
