import { X509Certificate, createPrivateKey } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { daysLeft, factsOf, makeCertificate, type CertificateFacts } from './certificate';
import type { MachineNames } from './machine-names';

/** Where a user directory keeps its certificate. */
export interface CertificateFiles {
  readonly keyFile: string;
  readonly certFile: string;
}

/** A certificate that is ready to be used. */
export interface Kept extends CertificateFiles {
  readonly facts: CertificateFacts;
  /** Why it was made now; undefined where it was there. */
  readonly made?: 'first' | 'addresses' | 'ending' | 'unreadable' | 'wished';
}

/** A certificate is made again when it has no more than this left, so that a service that runs for a term never serves an old one. */
export const RENEWED_DAYS = 30;
const SECRET = 0o600;

export const certificateFiles = (userDir: string): CertificateFiles => ({
  keyFile: join(userDir, 'pronunciation-key.pem'),
  certFile: join(userDir, 'pronunciation-certificate.pem'),
});

/** The certificate of a user directory; undefined where there is none. @throws where it can't be read, or is none for its key */
export function readCertificate(userDir: string): CertificateFacts | undefined {
  const { keyFile, certFile } = certificateFiles(userDir);
  if ([keyFile, certFile].every((file) => statSync(file, { throwIfNoEntry: false }) === undefined)) return undefined;
  const cert = readFileSync(certFile, 'utf8');
  if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(readFileSync(keyFile)))) throw new Error('The key belongs to another certificate.');
  return factsOf(cert);
}

/**
 * Whether a certificate names this machine. IPv6 addresses change every day on many networks, and each new certificate makes
 * every phone ask again, so they count only where there is no other address.
 */
function covers(facts: CertificateFacts, { names, addresses }: MachineNames): boolean {
  const v4 = addresses.filter((address) => !address.includes(':'));
  const needed = v4.length > 0 ? v4 : addresses;
  return names.every((name) => facts.names.includes(name)) && needed.every((address) => facts.addresses.includes(address));
}

/** A certificate of the user's own, of a school's authority say, is never replaced, whatever is wrong with its key. */
function isOfOthers(userDir: string): boolean {
  try {
    return !factsOf(readFileSync(certificateFiles(userDir).certFile, 'utf8')).isOurs;
  } catch {
    return false;
  }
}

function whyMade(userDir: string, machine: MachineNames, now: Date): Kept['made'] {
  if (isOfOthers(userDir)) return undefined;
  let facts: CertificateFacts | undefined;
  try {
    facts = readCertificate(userDir);
  } catch {
    return 'unreadable';
  }
  if (facts === undefined) return 'first';
  if (daysLeft(facts, now) <= RENEWED_DAYS) return 'ending';
  return covers(facts, machine) ? undefined : 'addresses';
}

/** Written beside its place first: whoever reads meanwhile finds the old file or the new one. */
function replace(file: string, text: string, mode: number): void {
  writeFileSync(`${file}.new`, text, { mode });
  chmodSync(`${file}.new`, mode);
  renameSync(`${file}.new`, file);
}

/**
 * The certificate of a user directory. It is made where there is none, and made again where it does not name this machine, is
 * about to end or can't be read. Only the user may read its key.
 * @param isWished makes it again in any case
 */
export async function ensureCertificate(userDir: string, machine: MachineNames, { isWished = false, now = new Date() } = {}): Promise<Kept> {
  const files = certificateFiles(userDir);
  const made = isWished ? 'wished' : whyMade(userDir, machine, now);
  if (made !== undefined) {
    mkdirSync(userDir, { recursive: true });
    const { key, cert } = await makeCertificate(machine, now);
    replace(files.keyFile, key, SECRET);
    replace(files.certFile, cert, 0o644);
  }
  chmodSync(files.keyFile, SECRET);
  return { ...files, facts: factsOf(readFileSync(files.certFile, 'utf8')), ...(made !== undefined && { made }) };
}
