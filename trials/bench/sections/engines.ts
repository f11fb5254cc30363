import type { BackendName } from '../../../engine/inference';
import { engineFigures } from '../engines';
import { single, timed, type Figure, type Section } from '../figure';
import type { Plan } from '../plan';
import { growthFigure } from './growth';

const NAMES = { native: 'native', wasm: 'WebAssembly' } as const;

/** Whole utterances through one and two engine processes. */
export async function engineSection(backend: BackendName, { lengths, engines }: Plan): Promise<Section> {
  const found = await engineFigures(backend, lengths, engines);
  const title = `Whole utterances (noise, vad, mel, comparison with the reference kept) through engine processes, ${NAMES[backend]}`;
  if (found === null) return { title, figures: [], notes: ['This machine lacks the runtime.'] };
  const alone = new Map<number, Figure>();
  const figures = found.times.flatMap(({ seconds, engines: count, times, utterancesPerSecond }) => {
    const id = `engines.${backend}.${count}.${seconds}s`;
    const who = count === 1 ? 'one engine' : 'each of two engines';
    const whole = timed(id, `${seconds} s: ${who}`, times);
    if (count === 1) alone.set(seconds, whole);
    const all = count === 1 ? 'one engine' : 'two engines together';
    return [whole, single(`${id}.throughput`, `${seconds} s: ${all}`, 'utterances/s', utterancesPerSecond)];
  });
  const memory = single(`memory.engine.${backend}.all-lengths`, `resident memory after ${lengths.at(-1) ?? 0} s`, 'MB', found.residentMb);
  return { title, figures: [...figures, ...growthFigure(`engines.${backend}`, 'whole utterance', alone), memory] };
}
