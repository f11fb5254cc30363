import type { Supervisor } from '../../engine/supervisor';
import type { VoiceChoice } from '../../engine/offline/voice-options';
import type { Finding } from './finding';

/** What the checks examine. */
export interface Machine {
  /** Node-RED's user directory. */
  readonly userDir: string;
  /** A voice to try besides those that are installed. */
  readonly voice?: VoiceChoice | undefined;
  /** Runs jobs as for a node. Shared, so that models are loaded once. */
  readonly engine: Supervisor;
}

/** One part of the machine. */
export interface Check {
  /** The word after `--only`. */
  readonly name: string;
  readonly title: string;
  /** The check is stopped after this long, ms. */
  readonly limitMs: number;
  /** @param signal aborts when the check is stopped */
  run(machine: Machine, signal: AbortSignal): Promise<readonly Finding[]>;
}
