import { accessSync, constants, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../check';
import { notHere, ok, problem, type Finding } from '../finding';
import { textOf } from '../machine-files';

const DEVICES = '/dev/snd';

function soundFiles(): string[] {
  try {
    return readdirSync(DEVICES).filter((name) => /^(?:pcm|control)C/.test(name)).map((name) => join(DEVICES, name));
  } catch {
    return [];
  }
}

function mayUse(file: string): boolean {
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether the user is in the group that owns sound devices on Debian; null where there is no such group. */
function isInAudio(): boolean | null {
  const id = /^audio:[^:]*:(\d+):/m.exec(textOf('/etc/group') ?? '')?.[1];
  return id === undefined ? null : (process.getgroups?.() ?? []).includes(Number(id));
}

function finding(): Finding {
  const { username } = userInfo();
  const inAudio = isInAudio();
  const files = soundFiles();
  const forbidden = files.filter((file) => !mayUse(file));
  const facts = { user: username, inAudio, forbidden };
  const subject = 'sound devices';
  if (forbidden.length > 0) {
    const fix = `Add the user to the group audio, then log in again: sudo usermod -aG audio ${username}.`;
    return problem(subject, `${username} may not use ${forbidden.join(', ')}.`, fix, facts);
  }
  if (files.length > 0) return ok(subject, `${username} may use all ${files.length} in ${DEVICES}.`, facts);
  return notHere(subject, `There are none in ${DEVICES}: no sound card.`, null, facts);
}

export const permissions: Check = {
  name: 'permissions',
  title: 'Permissions',
  limitMs: 2000,
  run: () => Promise.resolve([process.platform === 'linux' ? finding() : notHere('sound devices', 'Only Linux has a group for them.')]),
};
