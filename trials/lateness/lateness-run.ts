import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from '../../evaluation/metrics/quantile';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { MAX_MEL_VALUES } from '../../pipeline/mel-size';
import { syntheticWav } from '../../test/support/synthetic-speech';
import { eventually, runNodeRed } from '../../test/system/support/node-red';
import { ask, insideSettings } from '../lib/inside';
import { soundDevices } from '../redeploys/sound-devices';
import { scoringFlow } from './flow';

const { bands } = DEFAULT_FEATURES;
const frames = Math.floor(MAX_MEL_VALUES / bands);
/** JavaScript for Node-RED's settings. */
const LARGEST_MEL = `{
  data: new Float32Array(${bands * frames}), bands: ${bands}, frames: ${frames}, startMs: 0, parameters: ${JSON.stringify(DEFAULT_FEATURES)},
}`;

/** How late a 5 ms timer comes at the 99th percentile, ms. */
export interface Late {
  readonly ms: number;
  /** Without the time in which the thread was ready and had to wait for a core. */
  readonly own: number;
}

/** Of Node-RED's own process, and what was done meanwhile. */
export interface LatenessRound {
  readonly idle: Late;
  /** The same while another process computes. On a machine with no free core, any other process makes this one late. */
  readonly crowded: Late;
  readonly working: Late;
  readonly scored: number;
}

export interface LatenessPlan {
  readonly atMostRounds: number;
  /** Of each measurement. */
  readonly ms: number;
  /** No more rounds are measured once this holds: other programs can make a round worse, but never better. */
  readonly isEnough: (rounds: readonly LatenessRound[]) => boolean;
}

/** The 99th percentile of a real Node-RED, when it is idle, and when it records and scores without a break. */
export async function latenessRounds({ atMostRounds, ms, isEnough }: LatenessPlan): Promise<LatenessRound[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pron-lateness-'));
  const wav = join(folder, 'learner.wav');
  writeFileSync(wav, syntheticWav({ seconds: 3 }));
  const devices = soundDevices();
  try {
    const flow = scoringFlow(devices.microphone);
    const red = await runNodeRed({
      flows: flow,
      settings: `const { scored } = require(${JSON.stringify(require.resolve('./scored.cjs'))});
settings.functionGlobalContext = { scored, wav: require('node:fs').readFileSync(${JSON.stringify(wav)}), largestMel: ${LARGEST_MEL} };
${insideSettings({ lateness: 'lib/lateness.cjs', scored: 'lateness/scored.cjs' })}`,
    });
    try {
      const during = async (): Promise<Late> => {
        await ask(red, 'lateness', { begin: '1' });
        await pause(ms);
        const ticks = await ask<Late[]>(red, 'lateness');
        const p99 = (of: (tick: Late) => number): number => quantile(ticks.map(of), 0.99) ?? Number.NaN;
        return { ms: p99((tick) => tick.ms), own: p99((tick) => tick.own) };
      };
      const scored = (): Promise<number> => ask<number>(red, 'scored');
      const results: LatenessRound[] = [];
      while (results.length < atMostRounds && !isEnough(results)) {
        const idle = await during();
        const neighbour = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
        const crowded = await during().finally(() => neighbour.kill('SIGKILL'));
        await red.press('go');
        const before = await scored();
        await eventually('a score', async () => ((await scored()) > before ? true : undefined));
        const first = await scored();
        const working = await during();
        results.push({ idle, crowded, working, scored: (await scored()) - first });
        await red.deploy(flow);
      }
      return results;
    } finally {
      await red.stop();
    }
  } finally {
    devices.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
