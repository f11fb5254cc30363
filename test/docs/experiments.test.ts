import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { needsPython, PYTHON } from '../support/python';

const PAGE = join(packageRoot(), 'docs', 'experiments.md');
const RUN = join(packageRoot(), 'training', 'experiments', 'run.py');
const NEXT_SECTION = '\n\n## Louder';

describe('docs/experiments.md', () => {
  it('has the tables and conclusions that run.py prints from the results that are checked in', function () {
    needsPython(this, 'json');
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
    const { status, stdout, stderr } = spawnSync(PYTHON, [RUN, '--table', '--markdown'], { encoding: 'utf8', env });
    assert.equal(status, 0, stderr);
    const page = readFileSync(PAGE, 'utf8');
    const section = page.slice(page.indexOf('\n### ') + 1, page.indexOf(NEXT_SECTION));
    assert.equal(section, stdout.trim(), 'run `run.py --table --markdown` and put what it prints below "## Figures"');
  });
});
