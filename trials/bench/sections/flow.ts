import type { BackendName } from '../../../engine/inference';
import { single, timed, type Figure, type Section } from '../figure';
import { bareFigures, flowFigures, type BareFigures } from '../flow/figures';
import type { Plan } from '../plan';

const NAMES = { native: 'native', wasm: 'WebAssembly' } as const;
const TARGETS = {
  stopToScore: { native: 60, wasm: 150 },
  beyondStartMs: 3000,
  latenessMs: 10,
  engineMb: 150,
} as const;

/** A real Node-RED with the flow mic, noise, vad, mel and score. */
export async function flowSections({ flow }: Plan): Promise<Section[]> {
  const bare = await bareFigures(flow);
  const sections: Section[] = [
    {
      title: 'Node-RED without our nodes',
      figures: [
        { id: 'node-red.start', name: 'start, until its flows run', unit: 'ms', wall: bare.startMs },
        single('memory.node-red.bare', 'resident memory', 'MB', bare.residentMb),
      ],
    },
  ];
  for (const backend of ['native', 'wasm'] as const) sections.push(await withBackend(backend, flow, bare));
  return sections;
}

async function withBackend(backend: BackendName, repeats: Plan['flow'], bare: BareFigures): Promise<Section> {
  const title = `A flow in Node-RED, ${NAMES[backend]}`;
  const found = await flowFigures(backend, repeats);
  if (found === null) return { title, figures: [], notes: ['This machine lacks the runtime.'] };
  const { stopToScoreMs, firstScoreMs, lateness, nodeRedMb, engineMb } = found;
  const wall = (id: string, name: string, times: Figure['wall'], atMost?: number): Figure => ({
    ...timed(id, name, times ? { cpu: null, wall: times } : null, atMost === undefined ? undefined : { atMost, of: 'wall' }),
  });
  const on = NAMES[backend];
  const isNative = backend === 'native';
  const beyond = firstScoreMs.median - bare.startMs.median;
  return {
    title,
    figures: [
      wall(`flow.${backend}.stop-to-score`, `stop of recording to score, 3 s, reference there, ${on}`, stopToScoreMs, TARGETS.stopToScore[backend]),
      wall(`flow.${backend}.first-score`, 'cold start of Node-RED to first score', firstScoreMs),
      single(`flow.${backend}.beyond-start`, `of that beyond Node-RED's own start, ${on}`, 'ms', beyond, TARGETS.beyondStartMs),
      single(`lateness.${backend}.idle`, 'lateness of a 5 ms timer of Node-RED, 99 %, idle', 'ms', lateness.idle),
      single(`lateness.${backend}.scoring`, 'the same while utterances are scored without a break', 'ms', lateness.scoring),
      single(`lateness.${backend}`, `lateness beyond the idle one, ${on}`, 'ms', lateness.scoring - lateness.idle, TARGETS.latenessMs),
      single(`memory.node-red.${backend}`, 'resident memory of Node-RED', 'MB', nodeRedMb),
      single(`memory.engine.${backend}`, `resident memory of the engine, ${on}`, 'MB', engineMb, isNative ? TARGETS.engineMb : undefined),
    ],
    ...(stopToScoreMs === null ? { notes: ['Without arecord and mkfifo there is no recording to be stopped.'] } : {}),
  };
}
