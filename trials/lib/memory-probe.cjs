'use strict';
// Loaded first by every Node.js process of a measured Node-RED (NODE_OPTIONS=--require). On SIGURG the process collects garbage
// and writes its memory figures into the folder PRON_MEMORY_FOLDER.
const { renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setImmediate: turn } = require('node:timers/promises');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

const folder = process.env.PRON_MEMORY_FOLDER;
/** Several collections: each frees what the finalizers of the one before have released. */
const COLLECTIONS = 3;

async function answer() {
  for (let i = 0; i < COLLECTIONS; i++) {
    // No options: with options, Node.js 20 does not free unreferenced array buffers.
    globalThis.gc();
    await turn();
  }
  const file = join(folder, `${process.pid}.json`);
  // Renamed at the end, so that nobody reads an incomplete file.
  writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()));
  renameSync(`${file}.new`, file);
}

if (folder !== undefined && process.platform !== 'win32') {
  setFlagsFromString('--expose-gc');
  globalThis.gc = runInNewContext('gc');
  // Nobody else sends SIGURG, and a process without the probe ignores it. SIGUSR2 would end Node-RED.
  process.on('SIGURG', () => void answer());
}
