import { PronError } from '../../base/errors';
import { decodeWav, encodeWav } from '../../pipeline/wav';
import { faultsOfError } from '../bad-input/outcome';

/** Time limit, ms: more than decoding the largest of these inputs may take. */
const LIMIT_MS = 1000;

/**
 * What the reader does wrong with these bytes: an unexpected error, samples that are not numbers, more samples than bytes, or a
 * timeout. Undefined if the WAV is read correctly, or refused in one sentence.
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
