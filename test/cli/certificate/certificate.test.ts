import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { create } from 'qrcode';
import { qrCode } from '../../../cli/certificate/qr-code';
import { pronunciation, temporaryFolder } from '../support';

describe('The command certificate', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const run = (...more: string[]) => pronunciation(['certificate', '--user-dir', folder, ...more]);

  it('writes lines for settings.js that give Node-RED the key and the certificate, and says what a phone asks', async () => {
    const { code, stdout, stderr } = await run('--name', 'pi.school.example', '--port', '1990');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^A certificate was made for this machine\. It is for pi\.school\.example, /);
    const lines = stdout.split('\n').filter((line) => line.startsWith('    ')).join('\n');
    const settings = runInNewContext(`({${lines}})`, { require: createRequire(__filename) }) as { https: () => { key: Buffer; cert: Buffer } };
    const { key, cert } = settings.https();
    assert.match(String(key), /^-----BEGIN PRIVATE KEY-----/);
    assert.match(String(cert), /^-----BEGIN CERTIFICATE-----/);
    assert.match(stdout, /https:\/\/pi\.school\.example:1990\/dashboard\/practice/);
    assert.match(stdout, /choose Allow/i);
    assert.match(stdout, /adminAuth/);
    assert.ok(!stdout.includes('\u001b'), 'no colours where the output is no terminal');
  });

  it('keeps a good one, and makes another one with --new', async () => {
    assert.match((await run()).stdout, /^The certificate is there and still good\./);
    assert.match((await run('--new')).stdout, /^A new certificate was made\./);
  });

  it('refuses a name that is none', async () => {
    const { code, stderr } = await run('--name', 'https://pi');
    assert.equal(code, 1);
    assert.match(stderr, /"https:\/\/pi" is not a name of a machine/);
  });

  it('is told by doctor, in the user directory that it names', async () => {
    const { stdout } = await pronunciation(['doctor', '--only', 'certificate', '--user-dir', folder]);
    assert.ok(stdout.startsWith(`User directory: ${folder}\n`));
    assert.match(stdout, / ok {7}HTTPS {2}The certificate is good until \d{4}-\d\d-\d\d\./);
  });
});

describe('A QR code in a terminal', () => {
  it('has each module of the code, and a margin of four', () => {
    const url = 'https://192.168.1.20:8443/dashboard/practice';
    const { modules } = create(url, { errorCorrectionLevel: 'L' });
    // eslint-disable-next-line no-control-regex -- the colours of a terminal
    const rows = qrCode(url).replace(/\u001b\[[\d;]*m/g, '').split('\n').flatMap((line) => ['▀█', '▄█'].map((dark) => [...line].map((mark) => dark.includes(mark))));
    const size = modules.size + 8;
    assert.ok(rows.every(({ length }) => length === size) && rows.length >= size);
    for (const [i, row] of rows.entries()) {
      for (const [j, isDark] of row.entries()) {
        const inside = Math.min(i, j) >= 4 && Math.max(i, j) < 4 + modules.size;
        assert.equal(isDark, inside && modules.get(i - 4, j - 4) === 1, `${i}, ${j}`);
      }
    }
  });
});
