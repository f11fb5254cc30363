import type { Supervisor } from '../../engine/supervisor';
import type { Finding } from './finding';

/** What the checks look at. */
export interface Patient {
  /** Node-RED's user directory. */
  readonly userDir: string;
  /** Runs jobs as a node's would be run; shared, so that models are loaded once. */
  readonly engine: Supervisor;
}

/** One part of the machine. */
export interface Check {
  /** A word, by which it can be asked for alone. */
  readonly name: string;
  readonly title: string;
  /** After this long it is given up, ms. */
  readonly limitMs: number;
  /** @param signal aborts when it is given up */
  run(patient: Patient, signal: AbortSignal): Promise<readonly Finding[]>;
}
