import { acquireEngine } from '../engine/engine';
import { quantile } from '../cli/metrics/quantile';
import type { ModelManifest } from '../pipeline/model-manifest';
import { watchTimer } from './timer';

/** How late a 5 ms timer of this process came, ms: what a GPIO pin or the dashboard would feel. */
export interface Lateness {
  readonly p99: number;
  readonly max: number;
  /** Time for one utterance through noise, vad, mel and score, ms. */
  readonly utteranceMs: number;
}

/** Sends `count` utterances one after the other through the engine and watches this process meanwhile. */
export async function latenessWhileScoring(
  manifest: ModelManifest,
  wav: Uint8Array,
  referenceWav: Uint8Array,
  count = 20,
): Promise<Lateness> {
  const engine = acquireEngine();
  try {
    const { features, name: model } = manifest;
    const { mel: reference } = await engine.run({ kind: 'mel', wav: referenceWav, features });
    const utterance = async (): Promise<void> => {
      const quiet = await engine.run({ kind: 'noise', wav, options: { stationary: true } });
      const speech = await engine.run({ kind: 'vad', wav: quiet.wav, options: {} });
      const { mel: learner, facts } = await engine.run({ kind: 'mel', wav: speech.wav, features });
      await engine.run({ kind: 'score', model, learner, reference, facts });
    };
    await utterance();
    const watch = watchTimer();
    const started = performance.now();
    for (let i = 0; i < count; i += 1) await utterance();
    const utteranceMs = (performance.now() - started) / count;
    const late = watch();
    return { p99: quantile(late, 0.99) ?? 0, max: Math.max(...late), utteranceMs };
  } finally {
    await engine.release();
  }
}
