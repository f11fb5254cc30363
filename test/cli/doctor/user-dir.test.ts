import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from '../../../cli/certificate/certificate';
import { certificateFiles } from '../../../cli/certificate/keep';
import { packageRoot } from '../../../base/package-root';
import { pronunciation, temporaryFolder } from '../support';
import { about, findingsOf } from './examined';

const DAY_MS = 86_400_000;

describe('The user directory that the doctor looks at', function () {
  this.timeout(60_000);
  const report = async (env: NodeJS.ProcessEnv) =>
    JSON.parse((await pronunciation(['doctor', '--only', 'packages', '--json'], env)).stdout) as
      { readonly userDir: string; readonly checks: readonly { readonly findings: Parameters<typeof about>[0] }[] };

  it('is in a checkout that of npm start, from which the nodes are loaded', async () => {
    const { userDir, checks } = await report({ PRON_PRACTICE_DIR: undefined });
    assert.equal(userDir, join(packageRoot(), '.node-red'));
    const { condition, says } = about(checks[0]?.findings ?? [], 'the nodes in Node-RED');
    assert.deepEqual([condition, says], ['ok', `npm start loads them from ${packageRoot()}.`]);
  });

  it('is the one that npm start was given', async () => {
    assert.equal((await report({ PRON_PRACTICE_DIR: '/tmp/practice' })).userDir, '/tmp/practice');
  });
});

describe('What the doctor finds of the certificate', () => {
  const folder = temporaryFolder();
  /** A certificate that ends in so many days. */
  async function withDays(days: number): Promise<void> {
    const life = 818;
    const { key, cert } = await makeCertificate({ names: ['localhost'], addresses: [] }, new Date(Date.now() + (days - life + 0.5) * DAY_MS));
    const { keyFile, certFile } = certificateFiles(folder);
    writeFileSync(keyFile, key);
    writeFileSync(certFile, cert);
  }
  const found = async () => about(await findingsOf('certificate', folder), 'HTTPS');

  it('is nothing where there is none, with the command that makes it', async () => {
    const { condition, fix } = await found();
    assert.deepEqual([condition, fix], ['not here', `Make one: npx pronunciation certificate --user-dir ${folder}.`]);
  });

  it('is a warning in the month before it ends, and a problem from then on', async () => {
    for (const [days, condition, says] of [
      [31, 'ok', /good until/], [30, 'warning', /in 30 days\.$/], [1, 'warning', /in 1 day\.$/], [-1, 'problem', /^The certificate ended on/],
    ] as const) {
      await withDays(days);
      const finding = await found();
      assert.equal(finding.condition, condition, String(days));
      assert.match(finding.says, says);
    }
  });

  it('is a problem where the key is damaged', async () => {
    writeFileSync(certificateFiles(folder).keyFile, 'nonsense');
    assert.equal((await found()).condition, 'problem');
  });
});
