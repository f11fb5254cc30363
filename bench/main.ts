import { cpus } from 'node:os';
import { findModel } from '../engine/models';
import { melSpectrogram } from '../pipeline/mel';
import { decodeWav, encodeWav } from '../pipeline/wav';
import { comparisonTimes } from './comparison';
import { latenessWhileScoring } from './lateness';
import { syllables } from './speech-like';
import { stageTimes } from './stages';
import { figuresTable, type Figure } from './table';
import { yardstickMs } from './yardstick';

const MODEL = 'default';
const SAMPLE_RATE = 16000;
const SECONDS = 3;

/** Measures what the design promises and prints it beside its target. */
async function main(): Promise<void> {
  const { manifest } = await findModel(MODEL);
  const [wav, referenceWav] = [1, 2].map((seed) => {
    const samples = syllables(SECONDS, seed, SAMPLE_RATE);
    return encodeWav({ samples: samples.map((value, i) => value + 0.001 * Math.sin(i * i)), sampleRate: SAMPLE_RATE }).wav;
  }) as [Buffer, Buffer];
  const melOf = (bytes: Buffer) => melSpectrogram(decodeWav(bytes), manifest.features);

  const yardstick = await yardstickMs();
  const stages = await stageTimes(wav);
  const figures: Figure[] = [
    { name: 'noise', value: stages.noise },
    { name: 'vad', value: stages.vad },
    { name: 'mel', value: stages.mel },
    { name: 'noise, vad and mel together', value: stages.together, target: 40 },
  ];
  for (const backend of ['native', 'wasm'] as const) {
    const times = await comparisonTimes(backend, MODEL, melOf(wav), melOf(referenceWav));
    const target = backend === 'native' ? { target: 60 } : {};
    figures.push(
      { name: `comparison, ${backend}, reference kept`, value: times?.kept ?? null },
      { name: `comparison, ${backend}, reference new`, value: times?.fresh ?? null, ...target },
    );
  }
  const lateness = await latenessWhileScoring(manifest, wav, referenceWav);

  process.stdout.write(
    [
      `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node.js ${process.version}`,
      `Yardstick: 10,000 real FFTs of 1,024 points by fft.js: ${yardstick.toFixed(1)} ms CPU.`,
      '',
      `CPU ms for an utterance of ${SECONDS} s at ${SAMPLE_RATE / 1000} kHz (median), and as a multiple of the yardstick:`,
      figuresTable(figures, yardstick),
      'Lateness in ms of a 5 ms timer while 20 utterances are scored in a row through the engine:',
      figuresTable(
        [
          { name: '99th percentile', value: lateness.p99, target: 20 },
          { name: 'largest', value: lateness.max },
        ],
        yardstick,
      ),
      `An utterance took ${lateness.utteranceMs.toFixed(0)} ms from message to score, four jobs one after the other.`,
      '',
    ].join('\n'),
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
