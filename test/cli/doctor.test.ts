import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CHECK_NAMES, type Examined } from '../../cli/doctor';
import { checkSentences } from './doctor/examined';
import { pronunciation, temporaryFolder } from './support';

interface Report {
  readonly version: number;
  readonly counts: Readonly<Record<'ok' | 'warning' | 'problem' | 'notHere', number>>;
  readonly checks: readonly Examined[];
}

describe('The command doctor', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();

  it('looks at everything on this machine in time, each fault with its fix, and its exit code tells of problems', async () => {
    const began = Date.now();
    const { code, stdout, stderr } = await pronunciation(['doctor', '--json', '--user-dir', folder]);
    const ms = Date.now() - began;
    assert.equal(stderr, '');
    const { version, counts, checks } = JSON.parse(stdout) as Report;
    assert.equal(version, 1);
    assert.deepEqual(checks.map(({ check }) => check), CHECK_NAMES);
    const findings = checks.flatMap((each) => each.findings);
    checkSentences(findings);
    const counted = (condition: string): number => findings.filter((each) => each.condition === condition).length;
    assert.deepEqual(counts, {
      ok: counted('ok'), warning: counted('warning'), problem: counted('problem'), notHere: counted('not here'),
    });
    assert.equal(code, counts.problem > 0 ? 1 : 0);
    // Starting from the sources takes its time on a busy machine.
    assert.ok(checks.every(({ ms: taken }) => taken < 9500) && ms < 20_000, `${ms} ms`);
  });

  it('tells the same as text and as JSON', async () => {
    const options = ['doctor', '--only', 'system,packages,permissions,sound-server,calibrations', '--user-dir', folder];
    const [text, json] = await Promise.all([pronunciation(options), pronunciation([...options, '--json'])]);
    const { checks, counts } = JSON.parse(json.stdout) as Report;
    assert.equal(text.code, json.code);
    const words = text.stdout.replace(/\s+/g, ' ');
    for (const { title, findings } of checks) {
      assert.ok(text.stdout.split('\n').includes(title), title);
      for (const { condition, subject, says, fix } of findings) {
        assert.ok(words.includes(`${condition} ${subject} ${says}${fix === null ? '' : ` -> ${fix}`}`), `${subject}: ${says}`);
      }
    }
    const last = text.stdout.trimEnd().split('\n').at(-1) ?? '';
    assert.match(last, new RegExp(`^${counts.ok} ok, ${counts.warning} warnings?, ${counts.problem} problems?, ${counts.notHere} not here$`));
    assert.ok(text.stdout.split('\n').every((line) => line.length <= 100), text.stdout);
  });

  it('ends with 1 where there is a problem, here a missing recorder', async function () {
    if (process.platform !== 'linux') this.skip();
    const { code, stdout } = await pronunciation(['doctor', '--only', 'microphones', '--user-dir', folder], { PATH: '/nowhere' });
    assert.equal(code, 1);
    assert.match(stdout, /problem {2}arecord {2}The recorder arecord is not installed\.\n +-> Install it on Linux with: apt install alsa-utils\./);
    assert.match(stdout, /\n0 ok, 0 warnings, 1 problem, 1 not here\n$/);
  });

  it('names its checks where another is asked for', async () => {
    const { code, stderr } = await pronunciation(['doctor', '--only', 'microphones,ears']);
    assert.equal(code, 1);
    assert.match(stderr, /^There is no check "ears"; choose from system, .*certificate\.\n$/);
  });
});
