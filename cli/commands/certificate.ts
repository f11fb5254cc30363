import { resolve } from 'node:path';
import type { Command } from '../../base/command-line/command';
import { countOption, readOptions } from '../../base/command-line/options';
import { UsageError } from '../../base/command-line/usage-error';
import { ensureCertificate, inUrl, machineNames, qrCode, WHAT_THE_PHONE_ASKS, whyNew } from '../certificate';
import { usualUserDir } from '../user-dir';

const help = `pronunciation certificate [--user-dir DIR] [--name NAME]... [--port PORT] [--new]

Makes a certificate for the names and addresses of this machine, so that the practice page is served over HTTPS and phones
may use their own microphones. Prints the lines for settings.js, the address of the page as a QR code, and what a phone
asks. A certificate that is there and still good is kept.

  --user-dir DIR   Node-RED's user directory, default ~/.node-red (in a checkout: that of npm start); the key and
                   the certificate are written there, as pronunciation-key.pem and pronunciation-certificate.pem
  --name NAME      a further name of this machine, such as pi.school.example; may be given several times
  --port PORT      of Node-RED, default 1880
  --new            makes a new one in any case

Exit code 0; 1 for an error.
`;

/** Letters, digits and hyphens in parts (RFC 1123). */
const NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

function settingsLines(keyFile: string, certFile: string): string {
  return `    https: () => ({
        key: require('fs').readFileSync(${JSON.stringify(keyFile)}),
        cert: require('fs').readFileSync(${JSON.stringify(certFile)}),
    }),
    httpsRefreshInterval: 12,`;
}

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('certificate', argv, {
    'user-dir': { type: 'string', default: usualUserDir() },
    name: { type: 'string', multiple: true, default: [] },
    port: { type: 'string' },
    new: { type: 'boolean', default: false },
  });
  const port = countOption('port', options.port, 1880, 1, 65_535);
  const wrong = options.name.find((name) => !NAME.test(name));
  if (wrong !== undefined) throw new UsageError(`"${wrong}" is not a name of a machine, such as pi.school.example.`);
  const { names, addresses } = machineNames();
  const machine = { names: [...new Set([...options.name.map((name) => name.toLowerCase()), ...names])], addresses };
  const kept = await ensureCertificate(resolve(options['user-dir']), machine, { isWished: options.new });
  const { facts, keyFile, certFile } = kept;
  const host = options.name[0] ?? addresses[0] ?? names[0] ?? 'localhost';
  const page = `https://${inUrl(host)}:${port}/dashboard/practice`;
  process.stdout.write([
    `${whyNew(kept) || 'The certificate is there and still good.'} It is for ${[...facts.names, ...facts.addresses].join(', ')}, and ends on ${facts.ends.toISOString().slice(0, 10)}.`,
    'Write this into settings.js, in place of the lines on https that are commented out, and restart Node-RED once:',
    settingsLines(keyFile, certFile),
    'Protect the editor by adminAuth in the same file: whoever can open it can run programs on this machine.',
    `With the example "dashboard > Practice station" the page is then at ${page}`,
    ...(process.stdout.isTTY || process.env['FORCE_COLOR'] !== undefined ? [qrCode(page)] : []),
    WHAT_THE_PHONE_ASKS,
  ].join('\n\n') + '\n');
  return 0;
}

export const certificate: Command = { help, run };
