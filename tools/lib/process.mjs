import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program in the checkout with this terminal's input and output.
 * `held` keeps what it writes until it has ended.
 * Resolves to its exit code; a program that can't be started or that a signal ended counts as 1.
 */
export function runHere(command, args, { held = false, ...options } = {}) {
  return new Promise((resolve) => {
    const stdio = held ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, { cwd: root, stdio, ...options });
    const written = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => written.push(bytes));
    child.on('error', (error) => {
      // A program that is called off still closes.
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
