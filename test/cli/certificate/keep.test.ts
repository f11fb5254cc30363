import assert from 'node:assert/strict';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { daysLeft, makeCertificate } from '../../../cli/certificate/certificate';
import { certificateFiles, ensureCertificate, readCertificate, RENEWED_DAYS } from '../../../cli/certificate/keep';
import { inUrl, machineNames } from '../../../cli/certificate/machine-names';
import { temporaryFolder } from '../support';

const MACHINE = { names: ['pi', 'pi.local', 'localhost'], addresses: ['192.168.1.20', 'fd00::2'] };
const DAY_MS = 86_400_000;

describe('The names of a machine', () => {
  const of = (address: string, family: 'IPv4' | 'IPv6', internal = false) =>
    ({ address, family, internal, netmask: '', mac: '', cidr: null, ...(family === 'IPv6' && { scopeid: 0 }) }) as import('node:os').NetworkInterfaceInfo;

  it('are those by which a phone in its network reaches it, the likeliest address first', () => {
    const interfaces = {
      lo: [of('127.0.0.1', 'IPv4', true), of('::1', 'IPv6', true)],
      docker0: [of('172.17.0.1', 'IPv4')],
      wlan0: [of('fe80::1', 'IPv6'), of('fd00::2', 'IPv6'), of('192.168.1.20', 'IPv4')],
      eth0: [of('169.254.3.4', 'IPv4')],
    };
    assert.deepEqual(machineNames('RaspberryPi.fritz.box', interfaces), {
      names: ['raspberrypi.fritz.box', 'raspberrypi.local', 'localhost'], addresses: ['192.168.1.20', 'fd00::2', '172.17.0.1'],
    });
  });

  it('go into a URL', () => assert.deepEqual(['192.168.1.20', 'fd00::2'].map(inUrl), ['192.168.1.20', '[fd00::2]']));
});

describe('A certificate of this machine', () => {
  it('is for all its names and addresses, in a form that browsers and devices take', async () => {
    const { key, cert } = await makeCertificate(MACHINE);
    const certificate = new X509Certificate(cert);
    assert.equal(certificate.subjectAltName, 'DNS:pi, DNS:pi.local, DNS:localhost, IP Address:192.168.1.20, IP Address:FD00:0:0:0:0:0:0:2');
    assert.ok(certificate.checkHost('pi.local') && certificate.checkIP('192.168.1.20') && certificate.checkIP('fd00::2'));
    assert.ok(certificate.checkPrivateKey(createPrivateKey(key)) && certificate.verify(certificate.publicKey));
    assert.deepEqual(certificate.keyUsage, ['1.3.6.1.5.5.7.3.1'], 'for servers only');
    const days = (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / DAY_MS;
    assert.ok(days > 800 && days <= 825, `Apple's devices refuse ${days} days`);
    assert.ok(Date.parse(certificate.validFrom) < Date.now() - DAY_MS, 'good for a clock that is a day behind');
  });
});

describe('The certificate of a user directory', () => {
  const fresh = (() => {
    const folder = temporaryFolder();
    let count = 0;
    return () => join(folder, `user-${count++}`);
  })();
  const later = (days: number): Date => new Date(Date.now() + days * DAY_MS);

  it('is made once, and its key is for the user alone', async () => {
    const userDir = fresh();
    const { keyFile, certFile, made, facts } = await ensureCertificate(userDir, MACHINE);
    assert.equal(made, 'first');
    assert.equal(statSync(keyFile).mode & 0o777, 0o600);
    assert.deepEqual(facts.addresses, MACHINE.addresses);
    const before = readFileSync(certFile, 'utf8');
    chmodSync(keyFile, 0o644);
    assert.equal((await ensureCertificate(userDir, MACHINE)).made, undefined);
    assert.equal(readFileSync(certFile, 'utf8'), before);
    assert.equal(statSync(keyFile).mode & 0o777, 0o600);
  });

  it('is made anew where the machine has another address or name, and not for another IPv6 address beside an IPv4 one', async () => {
    const userDir = fresh();
    await ensureCertificate(userDir, MACHINE);
    const after = async (change: object) => (await ensureCertificate(userDir, { ...MACHINE, ...change })).made;
    assert.equal(await after({ addresses: ['192.168.1.20', 'fd00::3'] }), undefined);
    assert.equal(await after({ addresses: [] }), undefined, 'without a network');
    assert.equal(await after({ addresses: ['10.0.0.7'] }), 'addresses');
    assert.equal(await after({ addresses: ['fd00::3'] }), 'addresses');
    assert.equal(await after({ addresses: ['fd00::3'], names: ['other', 'localhost'] }), 'addresses');
  });

  it('is made anew before it ends, and on wish', async () => {
    const userDir = fresh();
    const { facts } = await ensureCertificate(userDir, MACHINE);
    const days = daysLeft(facts);
    assert.equal((await ensureCertificate(userDir, MACHINE, { now: later(days - RENEWED_DAYS - 1) })).made, undefined);
    assert.equal((await ensureCertificate(userDir, MACHINE, { now: later(days - RENEWED_DAYS + 1) })).made, 'ending');
    assert.equal((await ensureCertificate(userDir, MACHINE, { isWished: true })).made, 'wished');
  });

  it('is made anew where it is damaged or has the key of another one', async () => {
    const userDir = fresh();
    await ensureCertificate(userDir, MACHINE);
    const { keyFile, certFile } = certificateFiles(userDir);
    writeFileSync(keyFile, (await makeCertificate(MACHINE)).key);
    assert.throws(() => readCertificate(userDir), /another certificate/);
    assert.equal((await ensureCertificate(userDir, MACHINE)).made, 'unreadable');
    writeFileSync(certFile, 'nonsense');
    assert.equal((await ensureCertificate(userDir, MACHINE)).made, 'unreadable');
  });

  it('is left alone where the user has put another one there, whatever it is for', async () => {
    const userDir = fresh();
    await ensureCertificate(userDir, MACHINE);
    const { keyFile, certFile } = certificateFiles(userDir);
    writeFileSync(certFile, OTHER);
    writeFileSync(keyFile, 'a key with a password');
    assert.equal((await ensureCertificate(userDir, { names: ['x'], addresses: ['10.0.0.7'] })).made, undefined);
    assert.equal(readFileSync(certFile, 'utf8'), OTHER);
  });
});

/** By `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -subj /CN=pi.school.example`. */
const OTHER = `-----BEGIN CERTIFICATE-----
MIIBjDCCATOgAwIBAgIUXj2hMYyLx+IJ69B0fLF7tBqSfpcwCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRcGkuc2Nob29sLmV4YW1wbGUwHhcNMjYxMjAyMTA1NDQ0WhcN
MzYxMTI5MTA1NDQ0WjAcMRowGAYDVQQDDBFwaS5zY2hvb2wuZXhhbXBsZTBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABJ1frRViwDM7V9fHMZAhsxmelMjNgEt4K5Jh
TWIYVqz9YSRZL/E0b2QXXrxPD40z8t6r/LFS1snObxBAWdaHPgajUzBRMB0GA1Ud
DgQWBBTHmuIuSoRX6zw2eQ4PoVuZxhhU8zAfBgNVHSMEGDAWgBTHmuIuSoRX6zw2
eQ4PoVuZxhhU8zAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIFkA
GYEiCe628NoWTPw/aeOMQ6QTtDQr10C4vla019yPAiAM/5aOd0f/JZkLv/1mOc1k
6ibBtPFyPakZQFmrOo8+YQ==
-----END CERTIFICATE-----
`;
