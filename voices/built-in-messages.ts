import type { ErrorDetails } from '../base/errors';
import type { Word } from '../pipeline/types';
import type { VoiceCatalogue } from './voice-name';

/** What the parent asks of the child: an utterance, or which voices there are. */
export type BuiltInRequest = BuiltInUtterance | { readonly kind: 'list' };

export interface BuiltInUtterance {
  readonly kind: 'speak';
  readonly text: string;
  readonly language: string;
  readonly voice: string | undefined;
  readonly rate: number;
  readonly pitch: number;
}

/** What the child answers, once. */
export type BuiltInAnswer =
  | {
      readonly kind: 'speech';
      readonly pcm: Uint8Array;
      readonly sampleRate: number;
      readonly words: readonly Word[];
    }
  | { readonly kind: 'voices'; readonly catalogue: VoiceCatalogue }
  | { readonly kind: 'pron-error'; readonly code: string; readonly details: ErrorDetails }
  | { readonly kind: 'failed'; readonly reason: string };
