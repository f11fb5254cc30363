import { spawnSync } from 'node:child_process';
import { hasProgram } from './programs';

/** Why SoX can't record here, or undefined. */
export function whyNoSox(): string | undefined {
  if (process.platform !== 'linux') return 'needs Linux';
  if (!hasProgram('sox')) return 'needs sox';
  if (!hasProgram('mkfifo')) return 'needs mkfifo';
  const { stdout } = spawnSync('sox', ['--help'], { encoding: 'utf8' });
  return /AUDIO DEVICE DRIVERS:.*\balsa\b/.test(stdout) ? undefined : 'needs the Debian package libsox-fmt-alsa';
}
