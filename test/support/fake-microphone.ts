import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasProgram } from './programs';

/** A capture device made of a file, for the real arecord. */
export interface FakeMicrophone {
  /** The device to record from. */
  readonly device: string;
  /** A folder of the test's own. */
  readonly folder: string;
  /** Takes it away, as if it were pulled out; what is open goes on. */
  unplug(): void;
  plugIn(): void;
  remove(): void;
}

const SYSTEM_CONFIG = '/usr/share/alsa/alsa.conf';

/** Adds devices, as an asoundrc defines them, to those that ALSA knows, until the returned function is called. */
export function defineDevices(folder: string, asoundrc: string): () => void {
  const file = join(folder, 'asoundrc');
  writeFileSync(file, asoundrc);
  writeFileSync(join(folder, 'alsa.conf'), `<${SYSTEM_CONFIG}>\n<${file}>\n`);
  return withEnvironment('ALSA_CONFIG_PATH', join(folder, 'alsa.conf'));
}

/** Points ALSA to a device `fakemic` that reads raw 16-bit mono samples from `infile`, until `remove`. */
function fakeDevice(folder: string, infile: string, rate: number): FakeMicrophone {
  const raw = `pcm.fakemic_raw { type file slave.pcm "null" file "/dev/null" infile "${infile}" format "raw" }`;
  const plug = `pcm.fakemic { type plug slave { pcm "fakemic_raw" format S16_LE rate ${rate} channels 1 } }`;
  const asoundrc = `${raw}\n${plug}\n`;
  const restore = defineDevices(folder, asoundrc);
  return {
    device: 'fakemic',
    folder,
    unplug: () => writeFileSync(join(folder, 'asoundrc'), ''),
    plugIn: () => writeFileSync(join(folder, 'asoundrc'), asoundrc),
    remove: () => {
      restore();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'pronunciation-test-'));
}

/**
 * A microphone that hears `samples`, then silence. It delivers as fast as it is read, so only its content is real.
 * At the end of its file ALSA repeats the last buffer for ever, hence the silence.
 */
export function microphoneThatHears(samples: Int16Array, rate = 16000): FakeMicrophone {
  const folder = newFolder();
  const infile = join(folder, 'sound.raw');
  const silence = Buffer.alloc(2 * 2 * rate);
  writeFileSync(infile, Buffer.concat([Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength), silence]));
  return fakeDevice(folder, infile, rate);
}

/** A microphone that waits for someone to write into the FIFO `path`, and is as slow as the writer. */
export function microphoneOnFifo(rate = 16000): FakeMicrophone & { readonly path: string } {
  const folder = newFolder();
  const path = join(folder, 'fifo');
  if (spawnSync('mkfifo', [path]).status !== 0) throw new Error(`mkfifo ${path} failed`);
  return { ...fakeDevice(folder, path, rate), path };
}

/** Why the failing device of `failOpening` can't be made here, or undefined. */
export function whyNoFailingDevice(): string | undefined {
  if (process.platform !== 'linux') return 'needs Linux';
  return hasProgram('cc') ? undefined : 'needs cc (Debian package gcc)';
}

/** Compiles a library and has it preloaded into the programs that are started, until the returned function is called. */
function preload(folder: string, name: string, source: string): () => void {
  const file = join(folder, `${name}.c`);
  const library = join(folder, `${name}.so`);
  writeFileSync(file, source);
  const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-w', '-o', library, file, '-ldl'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`cc failed: ${stderr}`);
  return withEnvironment('LD_PRELOAD', library);
}

type Errno = keyof typeof constants.errno | 'EHOSTDOWN';

/** Node.js does not name it. */
const numberOf = (name: Errno): number => (name === 'EHOSTDOWN' ? 112 : constants.errno[name]);

/** Makes the real arecord fail as with a device that can't be opened, until the returned function is called. */
export function failOpening(folder: string, name: Errno): () => void {
  return preload(folder, `open-${name}`, `int snd_pcm_open(void **p, const char *n, int s, int m) { return -${numberOf(name)}; }\n`);
}

/** The same as with a device that is lost after so many frames. */
export function failReading(folder: string, name: Errno, frames: number): () => void {
  return preload(folder, `read-${name}`, `
    #define _GNU_SOURCE
    #include <dlfcn.h>
    static long heard;
    long snd_pcm_readi(void *pcm, void *buffer, unsigned long size) {
      long (*real)(void *, void *, unsigned long) = dlsym(RTLD_NEXT, "snd_pcm_readi");
      if (heard >= ${frames}) return -${numberOf(name)};
      long got = real(pcm, buffer, size);
      if (got > 0) heard += got;
      return got;
    }
  `);
}

/** Sets a variable until the returned function is called. */
export function withEnvironment(name: string, value: string): () => void {
  const before = process.env[name];
  process.env[name] = value;
  return () => {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  };
}
