import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from '../lib/paths.mjs';
import { createReverseProxy } from './reverse-proxy.mjs';

const PAGE = '/dashboard/practice';
/** How often the network is looked at, ms: a router may give the machine another address, or a certificate end. */
const WATCH_MS = 60_000;

/** Compiled, like the command `pronunciation certificate` that has the same. */
const certificates = () => createRequire(import.meta.url)(inRoot('dist', 'cli', 'certificate', 'index.js'));

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve());
  });
}

/** The lines about the page: its address, the code for it where the output is a terminal, and what a phone asks. */
function linesAbout({ inUrl, qrCode, WHAT_THE_PHONE_ASKS, whyNew }, kept, { addresses }, port) {
  const [address] = addresses;
  const news = whyNew(kept);
  if (address === undefined) return [...(news ? [news] : []), 'This machine is in no network yet. As soon as it is, the address for phones stands here.'];
  const url = `https://${inUrl(address)}:${port}${PAGE}`;
  const isSeen = process.stdout.isTTY || process.env.FORCE_COLOR !== undefined;
  return [...(news ? [news] : []), `Open this address on a phone, or on this machine:\n\n  ${url}`, ...(isSeen ? [qrCode(url)] : []), WHAT_THE_PHONE_ASKS];
}

/**
 * Serves the practice page of the Node-RED at `nodeRedPort` to the network, by HTTPS on `port`, with the certificate of the
 * user directory. Prints how to open it, now and when the machine's address has changed. Resolves to a function that ends it.
 */
export async function serveHttps({ userDir, nodeRedPort, port, print }) {
  const made = certificates();
  const { ensureCertificate, machineNames } = made;
  let machine = machineNames();
  const load = async () => {
    const kept = await ensureCertificate(userDir, machine);
    return { kept, key: readFileSync(kept.keyFile), cert: readFileSync(kept.certFile) };
  };
  const { kept, key, cert } = await load();
  const server = createReverseProxy({ port: nodeRedPort, key, cert, start: PAGE });
  await listen(server, port);
  print(linesAbout(made, kept, machine, port));

  const look = async () => {
    const [before] = machine.addresses;
    machine = machineNames();
    const now = await load();
    if (now.kept.made !== undefined) server.setSecureContext({ key: now.key, cert: now.cert });
    if (now.kept.made !== undefined || machine.addresses[0] !== before) print(linesAbout(made, now.kept, machine, port));
  };
  const timer = setInterval(() => look().catch((error) => print([`Warning: the certificate can't be renewed: ${error.message}`])), WATCH_MS);
  return () => {
    clearInterval(timer);
    server.close();
    server.closeAllConnections();
  };
}
