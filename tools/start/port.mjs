import { findFreePort, tryPort } from '../lib/ports.mjs';

const USUAL_PORT = 1880;
const MAX_PORT = 65535;

const REASONS = {
  EADDRINUSE: 'is in use by another program. Choose another one, such as PORT=1881, or end that program.',
  EACCES: 'may be used by an administrator only. Choose one from 1024 on, such as PORT=1881.',
};

/**
 * The port for Node-RED: the one that the environment names in PORT (0: any free one), else 1880 or the next free one.
 * Resolves to {port}, with a `note` where it is not the usual one, or to {fault}, a sentence.
 */
export async function choosePort(wanted) {
  if (wanted === undefined || wanted.trim() === '') {
    const port = await findFreePort(USUAL_PORT);
    return port === USUAL_PORT ? { port } : { port, note: `Port ${USUAL_PORT} is in use, so this Node-RED takes port ${port}.` };
  }
  const number = Number(wanted);
  if (!/^\d+$/.test(wanted.trim()) || number > MAX_PORT) {
    return { fault: `PORT is "${wanted}"; it must be a whole number from 1 to ${MAX_PORT}, or 0 for any free port.` };
  }
  const { port, code } = await tryPort(number);
  return port === undefined ? { fault: `Port ${number} ${REASONS[code] ?? `can't be used (${code}).`}` } : { port };
}
