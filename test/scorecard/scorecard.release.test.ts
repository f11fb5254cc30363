import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { skipFor } from '../support/programs';
import { ROOT, temporaryFolder } from '../system/support/node-red';
import { pack } from '../system/support/pack';

/** P02 (the name in the repository) is switched off in node-red-dev itself. */
const CHECKS = ['P01', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'N01', 'N02', 'D01', 'D02', 'D03'];
/** Whether each dependency is the newest there is: that changes with other people's releases, not with this package. */
const OF_OTHERS = 'D03';

type Scorecard = Readonly<Record<string, { readonly test: boolean; readonly nodes?: readonly string[]; readonly packages?: readonly string[] }>>;

/** Whether the registry that node-red-dev asks for versions can be reached. */
const reachesNpm = (): Promise<boolean> =>
  fetch('https://registry.npmjs.org/node-red', { method: 'HEAD', signal: AbortSignal.timeout(10_000) }).then(({ ok }) => ok, () => false);

describe('the scorecard of Node-RED\'s catalogue', function () {
  this.timeout(300_000);
  const folder = temporaryFolder();
  let scorecard: Scorecard;

  before(async function () {
    if (!(await reachesNpm())) skipFor(this, 'needs registry.npmjs.org');
    const { ensureDependencies } = await import('../../tools/lib/install.mjs');
    assert.ok(await ensureDependencies(__dirname), 'node-red-dev can be installed');
    const unpacked = join(folder, 'package');
    mkdirSync(unpacked);
    execFileSync('tar', ['xzf', pack(folder).tarball, '-C', folder]);
    const validate = [join(__dirname, 'node_modules', 'node-red-dev', 'bin', 'run'), 'validate'];
    const file = join(folder, 'scorecard.json');
    execFileSync(
      process.execPath,
      ['--require', join(ROOT, 'test', 'support', 'empty-catalogue.cjs'), ...validate, '--path', unpacked, '--output', file],
      { stdio: 'pipe' },
    );
    scorecard = JSON.parse(readFileSync(file, 'utf8')) as Scorecard;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has every check', () => {
    assert.deepEqual(Object.keys(scorecard).filter((name) => name !== 'package').sort(), [...CHECKS].sort());
  });

  it('has no check that failed', function () {
    const failed = CHECKS.filter((name) => scorecard[name]?.test !== true);
    const newer = scorecard[OF_OTHERS]?.packages?.join(', ');
    if (newer && this.test) this.test.title += ` (there is a newer ${newer})`;
    assert.deepEqual(failed.filter((name) => name !== OF_OTHERS), []);
  });

  it('finds every node of the package in an example', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { 'node-red': { nodes: Record<string, string> } };
    assert.deepEqual([...(scorecard.N02?.nodes ?? [])].sort(), Object.keys(manifest['node-red'].nodes).sort());
  });
});
