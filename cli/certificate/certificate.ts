import { X509Certificate } from 'node:crypto';
import { vendored } from '../../base/vendored';
import type { MachineNames } from './machine-names';

/** A certificate with its private key, both PEM. */
export interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

/** What there is to know of a certificate. */
export interface CertificateFacts {
  /** Whether this package made it. */
  readonly isOurs: boolean;
  readonly names: readonly string[];
  /** IP addresses, as `net` writes them. */
  readonly addresses: readonly string[];
  readonly ends: Date;
}

interface SelfSigned {
  readonly generate: (attributes: readonly object[], options: object) => Promise<{ readonly private: string; readonly cert: string }>;
}

const MAKER = 'Pronunciation practice';
const DAY_MS = 86_400_000;
/** Apple's devices refuse a longer life: 825 days (support.apple.com/HT210176). */
const LIFE_DAYS = 820;
/** A clock that is behind must not find the certificate too new. */
const EARLIER_DAYS = 2;
const DNS = 2;
const IP = 7;

/**
 * A new key (EC, P-256) and a certificate that it has signed itself. It may also be installed on a device as one to be
 * trusted, which needs the mark of an authority (cA); it can stand for no other authority below it.
 */
export async function makeCertificate({ names, addresses }: MachineNames, now = new Date()): Promise<KeyPair> {
  const { generate } = vendored('selfsigned') as SelfSigned;
  const altNames = [...names.map((value) => ({ type: DNS, value })), ...addresses.map((ip) => ({ type: IP, ip }))];
  const { private: key, cert } = await generate(
    [{ name: 'commonName', value: names[0] }, { name: 'organizationName', value: MAKER }],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: new Date(now.getTime() - EARLIER_DAYS * DAY_MS),
      notAfterDate: new Date(now.getTime() + (LIFE_DAYS - EARLIER_DAYS) * DAY_MS),
      extensions: [
        { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
        { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames },
      ],
    },
  );
  return { key, cert };
}

/** @throws where the text is no certificate */
export function factsOf(cert: string): CertificateFacts {
  const { subject, subjectAltName = '', validTo } = new X509Certificate(cert);
  const valuesOf = (kind: string): string[] =>
    subjectAltName.split(', ').filter((part) => part.startsWith(`${kind}:`)).map((part) => part.slice(kind.length + 1));
  return {
    isOurs: subject.split('\n').includes(`O=${MAKER}`),
    names: valuesOf('DNS'),
    addresses: valuesOf('IP Address').map((address) => (address.includes(':') ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address)),
    ends: new Date(validTo),
  };
}

/** Whole days until a certificate ends; negative where it has. */
export const daysLeft = ({ ends }: Pick<CertificateFacts, 'ends'>, now = new Date()): number => Math.floor((ends.getTime() - now.getTime()) / DAY_MS);
