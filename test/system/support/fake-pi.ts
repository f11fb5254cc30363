import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { eventually, temporaryFolder } from './node-red';

/** A call of the Python library RPi.GPIO. */
export interface PinCall {
  /** BCM number. */
  readonly pin: number;
  readonly call: 'setup' | 'output' | 'pwm' | 'duty' | 'watch' | 'input' | 'cleanup';
  readonly value: number | string | null;
}

/** A Raspberry Pi's pins for the real node-red-node-pi-gpio, which drives them from Python. */
export interface FakePi {
  /** What Node-RED has to be started with. */
  readonly env: Readonly<Record<string, string>>;
  /** What has been done to the pins, from a number of calls on. */
  readonly calls: (from?: number) => PinCall[];
  /** The newest level or duty cycle of each pin; of a pin that nobody drives there is none. */
  readonly levels: () => Map<number, number>;
  /** Joins a pin to a level, as a button does; undefined lets go. */
  readonly join: (pin: number, level: 0 | 1 | undefined) => void;
  readonly remove: () => void;
}

/** Makes a Pi of a folder and the Python module beside this file. */
export function plugInPi(): FakePi {
  const folder = temporaryFolder();
  const log = join(folder, 'log');
  const calls = (from = 0): PinCall[] => {
    const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(0, -1) : [];
    return lines.slice(from).map((line) => JSON.parse(line) as PinCall);
  };
  const path = [join(__dirname, 'fake-pi'), process.env.PYTHONPATH].filter(Boolean).join(delimiter);
  return {
    env: { FAKE_PI: folder, PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: '1' },
    calls,
    levels: () => {
      const driven = calls().filter(({ call }) => ['output', 'duty', 'cleanup'].includes(call));
      const newest = new Map(driven.map((one) => [one.pin, one]));
      return new Map([...newest].filter(([, { call }]) => call !== 'cleanup').map(([pin, { value }]) => [pin, Number(value)]));
    },
    join: (pin, level) => {
      const file = join(folder, `level-${pin}`);
      if (level === undefined) {
        rmSync(file, { force: true });
        return;
      }
      // Renamed, so that nobody reads it half written.
      writeFileSync(`${file}.new`, String(level));
      renameSync(`${file}.new`, file);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Waits until pins have these levels or duty cycles. */
export async function waitForLevels(pi: FakePi, expected: Readonly<Record<number, number>>): Promise<void> {
  const wanted = Object.entries(expected).map(([pin, level]) => [Number(pin), level] as const);
  const found = (): boolean => wanted.every(([pin, level]) => pi.levels().get(pin) === level);
  await eventually(`the levels ${JSON.stringify(expected)}`, () => Promise.resolve(found() || undefined)).catch((error: unknown) => {
    throw new Error(`${String(error)} They are ${JSON.stringify([...pi.levels()])}`);
  });
}
