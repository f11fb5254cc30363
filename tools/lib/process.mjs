import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program in the checkout with this terminal's input and output.
 * With `held` its output is shown when it has ended. Resolves to its exit code, or to 1 if it can't be started or a signal
 * ended it.
 */
export function runHere(command, args, { held = false, ...options } = {}) {
  return new Promise((resolve) => {
    const stdio = held ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, { cwd: root, stdio, ...options });
    const written = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => written.push(bytes));
    child.on('error', (error) => {
      // An aborted program still emits `close`.
      if (error.name === 'AbortError') return;
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(written));
      resolve(code ?? 1);
    });
  });
}

/** Runs a JavaScript file with this same Node.js. */
export const runNode = (args, options) => runHere(process.execPath, args, options);
