import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureOf, jsonOf } from './commands';
import { askYesNo, waitForEnter } from './question';
import type { Step, StepResult } from './step';

const SENTENCE = '만나서 반갑습니다, 날씨가 좋네요';
const SECONDS = '5';

/** As `pronunciation score --json` documents it. */
interface Score {
  readonly verdict: string;
  readonly value: number | null;
}

/** One recording through the USB microphone, heard again and scored. It is deleted afterwards. */
export const sound: Step = {
  title: 'Microphone and loudspeaker',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pron-hardware-'));
    try {
      return await recordAndScore(join(folder, 'learner.wav'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function recordAndScore(file: string): Promise<StepResult> {
  if (!(await waitForEnter(`  After Enter say within ${SECONDS} s: ${SENTENCE}.`))) {
    return { figures: [], missing: ['Nobody sits at a terminal to speak: run the script by hand.'] };
  }
  const failed = failureOf('arecord', '-q', '-f', 'S16_LE', '-r', '16000', '-c', '1', '-d', SECONDS, file);
  if (failed !== null) return { figures: [], missing: [`No recording: ${failed}. See docs/troubleshooting.md.`] };
  const score = jsonOf('bin/pronunciation.js', 'score', '--learner', file, '--text', SENTENCE, '--language', 'ko', '--json') as Score;
  const noSound = failureOf('aplay', '-q', file);
  const heard = noSound === null ? await askYesNo('  Did you hear yourself on the loudspeaker?') : 'no';
  return {
    figures: [
      { name: 'one sentence by the USB microphone: verdict', value: score.verdict, target: 'scored' },
      { name: 'one sentence by the USB microphone: points', value: score.value },
      { name: 'heard on the loudspeaker', value: heard, target: 'yes' },
    ],
    missing: noSound === null ? [] : [`No loudspeaker: ${noSound}.`],
  };
}
