import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program in the checkout with this terminal's input and output.
 * Resolves to its exit code; a program that can't be started or that a signal ended counts as 1.
 */
export function runHere(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a JavaScript file with this same Node.js. */
export const runNode = (args, options) => runHere(process.execPath, args, options);
