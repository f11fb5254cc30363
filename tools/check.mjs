// `npm run check`: types, lint of changed files, arrows of imports, dead code, order of package.json.
import { runChecks } from './lib/checks.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { TestRun } from './lib/test-run.mjs';

if (!(await ensureDependencies())) process.exit(1);
const run = new TestRun();
await runChecks(run, { fast: true });
process.exit(run.close());
