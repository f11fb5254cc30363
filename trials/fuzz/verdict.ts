import { PronError } from '../../base/errors';
import { decodeWav, encodeWav } from '../../pipeline/wav';
import { faultsOfError } from '../bad-input/outcome';

/** More than decoding the largest of these inputs may take, ms. */
const LIMIT_MS = 1000;

/**
 * What is wrong with how the reader meets these bytes: an error that is none of ours, samples that are no numbers, more
 * samples than there are bytes, or no end. Undefined where all is well: the WAV is read, or refused in one sentence.
 */
export function faultIn(bytes: Uint8Array): string | undefined {
  const started = performance.now();
  const fault = faultOfReading(bytes);
  return performance.now() - started > LIMIT_MS ? 'it takes too long' : fault;
}

function faultOfReading(bytes: Uint8Array): string | undefined {
  try {
    const audio = decodeWav(bytes);
    if (audio.samples.length > bytes.length) return `${audio.samples.length} samples from ${bytes.length} bytes`;
    if (!audio.samples.every(Number.isFinite)) return 'samples that are no numbers';
    const again = decodeWav(encodeWav(audio).wav);
    return again.samples.length === audio.samples.length ? undefined : 'what is written again has another length';
  } catch (error) {
    return error instanceof PronError ? faultsOfError(error)[0] : `an error that is none of ours: ${String(error)}`;
  }
}
