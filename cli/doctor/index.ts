import { createSupervisor } from '../../engine/supervisor';
import type { Check, Machine } from './check';
import { calibrations } from './checks/calibrations';
import { certificate } from './checks/certificate';
import { ear } from './checks/ear';
import { nativeInference, wasmInference } from './checks/inference';
import { loudspeakers } from './checks/loudspeakers';
import { microphones } from './checks/microphones';
import { mixer } from './checks/mixer';
import { models } from './checks/models';
import { packages } from './checks/packages';
import { permissions } from './checks/permissions';
import { resources } from './checks/resources';
import { soundServer } from './checks/sound-server';
import { system } from './checks/system';
import { voices } from './checks/voices';
import { examineInTurn, type Examined } from './examine';

export type { Examined } from './examine';
export type { Condition, Finding } from './finding';

const SOUND: readonly Check[] = [microphones, loudspeakers, permissions, mixer, soundServer];
const FILES: readonly Check[] = [calibrations, certificate];
const MACHINE: readonly Check[] = [system, packages, resources];
const SPEECH: readonly Check[] = [voices];
/** The least important comes last: on a slow machine time may run out. */
const SCORING: readonly Check[] = [nativeInference, models, ear, wasmInference];
/** Rows side by side; within a row one after the other, so that a small machine's memory is enough. */
const ROWS = [MACHINE, SOUND, SPEECH, SCORING, FILES];

const ALL = ROWS.flat();
/** All checks together take less than ten seconds; checks that are asked for by name may take longer. */
const LIMIT_MS = { all: 8500, named: 60_000 };
const TIMES_NAMED = 4;

/** The names of the checks, in the order of the report. */
export const CHECK_NAMES: readonly string[] = ALL.map(({ name }) => name);

/**
 * Checks this machine. Never rejects: a check that fails or takes too long is one of the problems.
 * @param names of the checks; all, in less than ten seconds, without it
 */
export async function examineMachine({ userDir, voice }: Omit<Machine, 'engine'>, names?: readonly string[]): Promise<Examined[]> {
  const limitMs = names === undefined ? LIMIT_MS.all : LIMIT_MS.named;
  const timeLimit = { end: performance.now() + limitMs, times: names === undefined ? 1 : TIMES_NAMED };
  const rows = ROWS.map((row) => row.filter(({ name }) => names?.includes(name) ?? true));
  const engine = createSupervisor();
  try {
    return (await Promise.all(rows.map((row) => examineInTurn(row, { userDir, voice, engine }, timeLimit)))).flat();
  } finally {
    await engine.stop();
  }
}
