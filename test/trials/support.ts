import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../system/support/node-red';

export interface ProgramEnd {
  readonly code: number | null;
  /** Both outputs, as they came. */
  readonly output: string;
}

/** Runs `trials/NAME/main.ts` as `npm run NAME -- ARGS` does, on the built package. */
export function runProgram(name: string, args: readonly string[]): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const main = join(ROOT, 'trials', name, 'main.ts');
    const child = spawn(process.execPath, ['--require', 'tsx/cjs', main, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
