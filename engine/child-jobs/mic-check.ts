import { checkMic, type MicCheck } from '../../pipeline/mic-check';
import { decodeWav } from '../../pipeline/wav';
import type { MicCheckJob } from '../jobs';

export function runMicCheck({ wav }: MicCheckJob): MicCheck {
  const { samples, sampleRate } = decodeWav(wav);
  return checkMic(samples, sampleRate);
}
