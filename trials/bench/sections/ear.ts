import type { BackendName } from '../../../engine/inference';
import { earFigures } from '../ear';
import { single, timed, type Figure, type Section, type Target } from '../figure';
import type { Plan } from '../plan';

const NAMES = { native: 'native', wasm: 'WebAssembly' } as const;
/** Milliseconds of CPU time on the reference machine, and MB. */
const TARGETS = {
  native: { loadMs: 1500, withEarMs: 150, withoutEarMs: 55, usedMb: 350, beforeMb: 150 },
  wasm: { loadMs: undefined, withEarMs: 500, withoutEarMs: undefined, usedMb: undefined, beforeMb: undefined },
} as const;

/** What the ear costs: its start, sentences of 4 s by the built-in voice, and the engine's memory. */
export async function earSection(backend: BackendName, { ear }: Plan): Promise<Section> {
  const on = NAMES[backend];
  const title = `The ear, sentences of 4 s, ${on}`;
  const found = await earFigures(backend, ear);
  if (found === null) return { title, figures: [], notes: ['This machine lacks the ear or the runtime.'] };
  const { load, first, right, leftOut, withEar, withoutEar, memory } = found;
  const targets = TARGETS[backend];
  const id = (what: string): string => `ear.${backend}.${what}`;
  const figures: Figure[] = [
    timed(id('load'), `the ear is loaded, ${on}`, load, cpuAtMost(targets.loadMs)),
    timed(id('first'), `the first sentence after that, ${on}`, first),
    timed(id('right'), `the ear hears a sentence as it should be said, ${on}`, right),
    timed(id('left-out'), `the same with one word left out, ${on}`, leftOut),
    timed(id('stop-to-score'), `noise, vad, hear, mel and score, ${on}`, withEar, cpuAtMost(targets.withEarMs)),
    timed(id('stop-to-score.without'), `the same without hear, ${on}`, withoutEar, cpuAtMost(targets.withoutEarMs)),
    single(`memory.${id('before')}`, `resident memory of the engine without the ear, ${on}`, 'MB', memory.before, targets.beforeMb),
    single(`memory.${id('loaded')}`, `with the ear loaded, ${on}`, 'MB', memory.loaded),
    single(`memory.${id('used')}`, `with the ear, after use, ${on}`, 'MB', memory.used, targets.usedMb),
    single(`memory.${id('peak')}`, `the most that it ever was, ${on}`, 'MB', memory.peak),
  ];
  return { title, figures };
}

function cpuAtMost(atMost: number | undefined): Target | undefined {
  return atMost === undefined ? undefined : { atMost, of: 'cpu' };
}
