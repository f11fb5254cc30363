import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { comparisonTimes } from '../../../trials/bench/comparison';
import { syllables } from '../../../trials/bench/speech-like';
import type { Context } from '../context';
import type { Measured } from '../row';

const SAMPLE_RATE = 16000;
/** Length of the synthetic speech. The 0.2 s of silence at each end are trimmed. */
const SECONDS = 4;
const REPEATS = { repeats: 30, warmUp: 10 };
const TARGETS_MS = { native: 25, wasm: 100 } as const;
const NAMES = { native: 'native', wasm: 'WebAssembly' } as const;

/** CPU time, on one thread, of comparing 4 s with 4 s without any cache, and the size of the graphs. */
export async function measureSpeed(context: Context): Promise<Measured> {
  const [learner, reference] = [1, 2].map((seed) =>
    context.melOf({ samples: syllables(SECONDS + 0.4, seed, SAMPLE_RATE), sampleRate: SAMPLE_RATE }),
  );
  if (learner === undefined || reference === undefined) throw new Error('There is nothing to compare.');
  const times: Record<keyof typeof TARGETS_MS, number | null> = { native: null, wasm: null };
  for (const backend of ['native', 'wasm'] as const) {
    const pair = { learner, reference, repeats: REPEATS };
    const [found] = (await comparisonTimes(backend, context.model, [pair], context.modelFolders)) ?? [];
    times[backend] = found?.fresh.cpu?.median ?? null;
  }
  const { graphs } = context.scoring.manifest;
  const sizes = await Promise.all(Object.values(graphs).map(async (file) => (await stat(join(context.folder, file))).size));
  const megabytes = sizes.reduce((sum, size) => sum + size, 0) / 1e6;
  return {
    rows: [
      ...(['native', 'wasm'] as const).map((backend) => ({
        title: `4 s against 4 s, ${NAMES[backend]}, CPU ms`,
        target: { atMost: TARGETS_MS[backend] },
        measured: times[backend],
        digits: 1,
      })),
      { title: 'ONNX files, MB', target: { atMost: 12 }, measured: megabytes, digits: 1 },
    ],
    figures: { speed: { nativeMs: times.native, wasmMs: times.wasm }, megabytes },
  };
}
