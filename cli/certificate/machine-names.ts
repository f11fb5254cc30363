import { hostname, networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** How other devices reach this machine. */
export interface MachineNames {
  /** `raspberrypi`, `raspberrypi.local`, `localhost`. */
  readonly names: readonly string[];
  /** IPv4 first, the likeliest first; without those of this machine alone. */
  readonly addresses: readonly string[];
}

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Networks between programs of one machine, and tunnels: no phone is in them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|wg|tailscale|zt|utun|ifb)/i;
/** A browser can't open these: they count on one cable only. */
const LINK_LOCAL = /^(fe[89ab][0-9a-f]:|169\.254\.)/i;

/** What of this machine a certificate is for. */
export function machineNames(host = hostname(), interfaces: Interfaces = networkInterfaces()): MachineNames {
  const [short = 'localhost'] = host.toLowerCase().split('.');
  const found = Object.entries(interfaces).flatMap(([name, all = []]) =>
    all.filter(({ internal, address }) => !internal && !LINK_LOCAL.test(address)).map(({ address, family }) => ({
      address, rank: (VIRTUAL.test(name) ? 2 : 0) + (family === 'IPv4' ? 0 : 1),
    })));
  const addresses = found.sort((a, b) => a.rank - b.rank).map(({ address }) => address);
  return { names: [...new Set([host.toLowerCase(), `${short}.local`, 'localhost'])], addresses: [...new Set(addresses)] };
}

/** An address as it stands in a URL. */
export const inUrl = (address: string): string => (address.includes(':') ? `[${address}]` : address);
