import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNodeRed, type FlowNode, type RunningNodeRed } from '../../test/system/support/node-red';
import { syntheticWav } from '../../test/support/synthetic-speech';
import { insideSettings } from '../lib/inside';
import { descendantsOf, type ProcessFacts } from '../lib/processes';
import { busyFlow } from './busy-flow';
import { soundDevices } from './sound-devices';

/** A Node-RED with a microphone, a loudspeaker and a flow that uses them. */
export interface BusyNodeRed extends RunningNodeRed {
  readonly flow: readonly FlowNode[];
  /** Files that its processes have left in the temporary folder. */
  readonly temporaryFiles: () => string[];
  readonly processes: () => ProcessFacts[];
  /** The names of the flow's programs that are running. */
  readonly atWork: () => string[];
}

/** Programs, by a text in their command lines. */
const PROGRAMS: Readonly<Record<string, string>> = {
  engine: 'engine/child.js',
  recorder: 'arecord',
  player: 'aplay',
  voice: 'built-in-child.js',
};

export const PROGRAM_NAMES: readonly string[] = Object.keys(PROGRAMS);

export async function startBusyNodeRed(): Promise<BusyNodeRed> {
  const folder = mkdtempSync(join(tmpdir(), 'pron-busy-'));
  const temporary = mkdtempSync(join(tmpdir(), 'pron-busy-'));
  const wav = join(folder, 'learner.wav');
  writeFileSync(wav, syntheticWav({ seconds: 6 }));
  const devices = soundDevices();
  const remove = (): void => {
    devices.remove();
    for (const one of [folder, temporary]) rmSync(one, { recursive: true, force: true });
  };
  try {
    const flow = busyFlow(devices);
    const red = await runNodeRed({
      flows: flow,
      settings: `settings.functionGlobalContext = { wav: require('node:fs').readFileSync(${JSON.stringify(wav)}) };
${insideSettings({ census: 'redeploys/census.cjs', lateness: 'lib/lateness.cjs' })}`,
      env: { TMPDIR: temporary },
    });
    const processes = (): ProcessFacts[] => descendantsOf(red.process.pid ?? 0);
    return {
      ...red,
      flow,
      temporaryFiles: () => readdirSync(temporary),
      processes,
      atWork: () => {
        const commands = processes().map(({ command }) => command);
        return PROGRAM_NAMES.filter((name) => commands.some((command) => command.includes(PROGRAMS[name] ?? '')));
      },
      stop: async () => {
        await red.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
