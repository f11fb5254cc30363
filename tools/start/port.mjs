import { findFreePort, tryPort } from '../lib/ports.mjs';

const MAX_PORT = 65535;

/** Node-RED's port, for this machine alone. */
export const NODE_RED_PORT = { variable: 'PORT', usual: 1880, isOpen: false };
/** The port of the practice page for other devices, by HTTPS. */
export const HTTPS_PORT = { variable: 'HTTPS_PORT', usual: 8443, isOpen: true };

/** Why a port can't be used. */
const REASONS = {
  EADDRINUSE: ({ variable, usual }) => `is in use by another program. Choose another one, such as ${variable}=${usual + 1}, or end that program.`,
  EACCES: ({ variable, usual }) => `may be used by an administrator only. Choose one from 1024 on, such as ${variable}=${usual + 1}.`,
};

/**
 * The port that the environment names (0: any free one), else the usual or the next free one.
 * Resolves to {port}, with a `note` where it is not the usual one, or to {fault}, a sentence.
 */
export async function choosePort(wanted, kind = NODE_RED_PORT) {
  const { variable, usual, isOpen } = kind;
  if (wanted === undefined || wanted.trim() === '') {
    const port = await findFreePort(usual, isOpen);
    return port === usual ? { port } : { port, note: `Port ${usual} is in use, so port ${port} is taken.` };
  }
  const number = Number(wanted);
  if (!/^\d+$/.test(wanted.trim()) || number > MAX_PORT) {
    return { fault: `${variable} is "${wanted}"; it must be a whole number from 1 to ${MAX_PORT}, or 0 for any free port.` };
  }
  const { port, code } = await tryPort(number, isOpen);
  return port === undefined ? { fault: `Port ${number} ${REASONS[code]?.(kind) ?? `can't be used (${code}).`}` } : { port };
}
