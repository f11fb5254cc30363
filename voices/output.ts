import { phrase, PronError } from '../base/errors';
import type { WavHeader } from '../pipeline/wav-header';
import { readWavHeader } from '../pipeline/wav-header';

/**
 * The header of what a voice engine wrote, its bogus lengths repaired.
 * @throws PronError PRON_TTS_FAILED where it is no WAV: the text, not the user's audio, is at fault
 */
export function headerOf(engine: string, bytes: Uint8Array): WavHeader {
  try {
    return readWavHeader(bytes);
  } catch (error) {
    if (!(error instanceof PronError)) throw error;
    throw new PronError('PRON_TTS_FAILED', { engine, reason: phrase('wroteNoAudio') });
  }
}
