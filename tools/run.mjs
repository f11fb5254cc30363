// Runs a TypeScript program of this checkout that is not packed: `node tools/run.mjs trials/bench` runs
// trials/bench/main.ts. The program gets all further arguments.
import { ensureDependencies } from './lib/install.mjs';
import { needsBuild } from './lib/build-state.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/process.mjs';

const [folder, ...args] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: node tools/run.mjs FOLDER [ARGUMENTS]');
  process.exit(1);
}
if (!(await ensureDependencies())) process.exit(1);
if (needsBuild() && (await runNode([inRoot('tools', 'build.mjs')])) !== 0) process.exit(1);
process.exit(await runNode(['--require', 'tsx/cjs', inRoot(folder, 'main.ts'), ...args]));
