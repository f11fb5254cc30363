import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../../../evaluation/metrics/quantile';
import type { BackendName } from '../../../engine/inference';
import { wavOfPcm16 } from '../../../pipeline/pcm16';
import { descendantsOf } from '../../lib/processes';
import { microphoneOnFifo } from '../../../test/support/fake-microphone';
import { hasProgram } from '../../../test/support/programs';
import { summaryOf, type Summary } from '../measure';
import { residentMb } from '../processes';
import { SAMPLE_RATE } from '../utterance';
import { emptyFlow, practiceFlow } from './flow';
import { speakInto } from './microphone';
import { startBenchNodeRed, type BenchNodeRed, type Outcome } from './node-red';

/** Figures of Node-RED without the nodes of this package. */
export interface BareFigures {
  /** Time from the start of the program until its flows run, ms. */
  readonly startMs: Summary;
  readonly residentMb: number | null;
}

/** Figures of Node-RED with the practice flow. */
export interface FlowFigures {
  /** Time from the start of the program to the first score, with nothing prepared, ms. */
  readonly firstScoreMs: Summary;
  /** Time from the message that stops the recording to the score, ms; null if there is no arecord. */
  readonly stopToScoreMs: Summary | null;
  readonly nodeRedMb: number | null;
  readonly engineMb: number | null;
  /** How late a 5 ms timer of Node-RED came at the 99th percentile, ms. */
  readonly lateness: { readonly idle: number; readonly scoring: number };
}

export interface FlowRepeats {
  readonly starts: number;
  readonly recordings: number;
  /** Number of utterances that are scored without a break while the timer is measured. */
  readonly utterances: number;
  readonly idleMs: number;
}

const SECONDS = 3;
/** Time for the other nodes to finish, and for the reference to be prepared, ms. */
const SETTLE_MS = 1500;
const RECORDING = join(__dirname, '..', '..', '..', 'practice', 'recordings', 'ko-correct.wav');

/** The first 3 s of a bundled recording, mono, 16 bits, 16 kHz. */
function speech(): Buffer {
  return readFileSync(RECORDING).subarray(44, 44 + 2 * SECONDS * SAMPLE_RATE);
}

export async function bareFigures({ starts }: FlowRepeats): Promise<BareFigures> {
  const times: number[] = [];
  let memory: number | null = null;
  for (let i = 0; i < starts; i += 1) {
    const red = await startBenchNodeRed(emptyFlow(), false);
    try {
      await red.next('started');
      times.push(performance.now() - red.startedAt);
      memory = residentMb(red.pid);
    } finally {
      await red.stop();
    }
  }
  return { startMs: summaryOf(times), residentMb: memory };
}

/** Null if this machine lacks the runtime. */
export async function flowFigures(backend: BackendName, repeats: FlowRepeats): Promise<FlowFigures | null> {
  const microphone = hasProgram('arecord') && hasProgram('mkfifo') ? microphoneOnFifo(SAMPLE_RATE) : undefined;
  const firstScores: number[] = [];
  let figures: Omit<FlowFigures, 'firstScoreMs'> | undefined;
  try {
    for (let i = 0; i < repeats.starts; i += 1) {
      const env = { PRONUNCIATION_BACKEND: backend };
      const red = await startBenchNodeRed(practiceFlow(microphone?.device ?? 'default'), true, env);
      try {
        const wav = wavOfPcm16(speech(), SAMPLE_RATE).toString('base64');
        await red.next('started');
        red.order({ order: 'reference', wav });
        red.order({ order: 'learner', wav });
        const first = await red.next('score');
        firstScores.push(performance.now() - red.startedAt);
        if (first.code === 'PRON_NO_INFERENCE') return null;
        mustBeScore(first, backend);
        // The Node-RED of the last start is used for the other figures.
        if (i === repeats.starts - 1) figures = await whileUp(red, backend, wav, microphone?.path, repeats);
      } finally {
        await red.stop();
      }
    }
  } finally {
    microphone?.remove();
  }
  if (figures === undefined) throw new Error('A flow has to be started at least once.');
  return { firstScoreMs: summaryOf(firstScores), ...figures };
}

async function whileUp(
  red: BenchNodeRed,
  backend: BackendName,
  wav: string,
  fifo: string | undefined,
  { recordings, utterances, idleMs }: FlowRepeats,
): Promise<Omit<FlowFigures, 'firstScoreMs'>> {
  await sleep(SETTLE_MS);
  const waits: number[] = [];
  for (let i = 0; fifo !== undefined && i < recordings; i += 1) {
    red.order({ order: 'command', payload: 'start' });
    await speakInto(fifo, speech(), SAMPLE_RATE, () => red.order({ order: 'command', payload: 'stop' }));
    const score = await red.next('score');
    mustBeScore(score, backend);
    waits.push(score.ms);
  }

  const lateWhile = async (work: () => Promise<unknown>): Promise<number> => {
    red.order({ order: 'watch' });
    await work();
    red.order({ order: 'end-watch' });
    return quantile((await red.next('late')).late, 0.99) ?? Number.NaN;
  };
  const idle = await lateWhile(() => sleep(idleMs));
  const scoring = await lateWhile(async () => {
    for (let i = 0; i < utterances; i += 1) {
      red.order({ order: 'learner', wav });
      mustBeScore(await red.next('score'), backend);
    }
  });
  // A recorder that has just ended may still exist. The engine is the child that uses most memory.
  const children = descendantsOf(red.pid).map(({ pid }) => residentMb(pid) ?? 0);
  return {
    stopToScoreMs: waits.length === 0 ? null : summaryOf(waits),
    nodeRedMb: residentMb(red.pid),
    engineMb: children.length === 0 ? null : Math.max(...children),
    lateness: { idle, scoring },
  };
}

/** Throws unless the outcome is a score: the time to a refusal or to an error does not count. */
function mustBeScore({ payload, backend }: Outcome, wanted: BackendName): void {
  if (!Number.isFinite(Number(payload)) || backend !== wanted) {
    throw new Error(`The flow gave "${payload}" (${String(backend)}) where a score by ${wanted} was expected.`);
  }
}
