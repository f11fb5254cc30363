'use strict';
// Loaded first by every Node.js process of a measured Node-RED (NODE_OPTIONS=--require). On SIGURG the process
// collects its garbage and writes what it holds into the folder that PRON_MEMORY_FOLDER names.
const { renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setImmediate: turn } = require('node:timers/promises');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

const folder = process.env.PRON_MEMORY_FOLDER;
/** A collection frees what the finalizers of the one before it have let go. */
const COLLECTIONS = 3;

async function answer() {
  for (let i = 0; i < COLLECTIONS; i++) {
    // Without options: with them Node.js 20 leaves array buffers that nothing refers to.
    globalThis.gc();
    await turn();
  }
  const file = join(folder, `${process.pid}.json`);
  // Renamed, so that nobody reads half of it.
  writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()));
  renameSync(`${file}.new`, file);
}

if (folder !== undefined && process.platform !== 'win32') {
  setFlagsFromString('--expose-gc');
  globalThis.gc = runInNewContext('gc');
  // Nobody else sends it, and a process without the probe ignores it; SIGUSR2 ends Node-RED.
  process.on('SIGURG', () => void answer());
}
