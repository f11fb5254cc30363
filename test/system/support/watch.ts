import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { eventually } from './node-red';

/** What a process and all that it started did to files and to the network. */
export interface Watched {
  /** Files and folders that were opened for writing, made, renamed or removed. */
  readonly written: readonly string[];
  /** Where connections went, as strace writes it; also what was sent without one. */
  readonly connected: readonly string[];
  /** Where it listens for others in a network, as strace writes it. */
  readonly listened: readonly string[];
  readonly started: readonly string[];
}

const CALLS = [
  'open', 'openat', 'openat2', 'creat', 'mkdir', 'mkdirat', 'mknod', 'mknodat', 'rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink',
  'symlinkat', 'truncate', 'unlink', 'unlinkat', 'rmdir', 'connect', 'sendto', 'sendmsg', 'sendmmsg', 'execve', 'bind',
];

/** A library that sends reports may leave that where it takes the machine for one that only tests. */
const AT_HOME = Object.fromEntries(['CI', 'GITHUB_ACTIONS', 'TF_BUILD', 'BUILD_ID'].map((name) => [name, '']));

/** The environment of a Node-RED that is watched, with a home and a folder for temporary files that are looked at afterwards. */
export function watchedEnvironment(home: string): Readonly<Record<string, string>> {
  // Node-RED 5 lets Node.js keep its compiled code in the folder for temporary files.
  return { ...AT_HOME, HOME: home, TMPDIR: home, NODE_DISABLE_COMPILE_CACHE: '1' };
}

/** Whether a path is a terminal or the like, which keeps nothing. */
export const keepsNothing = (path: string): boolean => /^\/dev\/(null|tty|pts\/\d+)$/.test(path);

/** Whether a call asks a server of the machine's own for sound or for the names of users: the user database of a system may have a cache that answers through a socket. */
export const asksThisSystem = (call: string): boolean => /AF_UNIX.*(pulse\S*\/native|nscd\/socket|systemd\/userdb)/.test(call);

/** Whether a path below `home` is a folder that the client of a sound server makes, which espeak-ng and aplay bring. */
export const isOfSoundServer = (home: string, path: string): boolean => /^\.config(\/pulse)?$|^pulse-\w+$/.test(relative(home, path));

/** Watches a process by strace until the returned function is called; undefined where that is not allowed. */
export async function watch(pid: number, log: string): Promise<(() => Promise<Watched>) | undefined> {
  const child = spawn('strace', ['-f', '-y', '-s', '4096', '-o', log, '-e', `trace=${CALLS.join(',')}`, '-p', String(pid)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = once(child, 'exit');
  const isWatching = await eventually('strace', () => Promise.resolve(child.exitCode !== null ? false : said.includes('attached') || undefined));
  if (!isWatching) return undefined;
  return async () => {
    child.kill('SIGINT');
    await ended;
    return read(readFileSync(log, 'utf8'));
  };
}

function read(log: string): Watched {
  // A call that another one interrupts in the log stands in two parts.
  const begun = new Map<string, string>();
  const calls = log.split('\n').flatMap((line) => {
    const [, thread = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const [, start] = /^(.*) <unfinished \.\.\.>$/.exec(call) ?? [];
    if (start !== undefined) begun.set(thread, start);
    const [, rest] = /^<\.\.\. \w+ resumed>(.*)$/.exec(call) ?? [];
    if (start !== undefined) return [];
    return [rest === undefined ? call : (begun.get(thread) ?? '') + rest];
  });
  const done = calls.filter((call) => / = \d/.test(call) || /EINPROGRESS|EAGAIN/.test(call));
  const pathOf = (call: string): string => /"((?:[^"\\]|\\.)*)"/.exec(call)?.[1] ?? call;
  const changes = done.filter((call) => (/^open/.test(call) ? /O_WRONLY|O_RDWR|O_CREAT/.test(call) : !/^(connect|send|execve|bind)/.test(call)));
  return {
    written: [...new Set(changes.map(pathOf))],
    connected: [...new Set(done.filter((call) => /^connect|^send\w+\(.*(sin6?_addr|sun_path)/.test(call)))],
    listened: [...new Set(done.filter((call) => /^bind.*sin6?_port/.test(call)))],
    started: done.filter((call) => call.startsWith('execve')).map(pathOf),
  };
}
