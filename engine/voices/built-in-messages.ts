import type { ErrorDetails } from '../../pipeline/errors';
import type { Word } from '../../pipeline/types';

/** What the parent asks of the child. */
export interface BuiltInRequest {
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
  | { readonly kind: 'pron-error'; readonly code: string; readonly details: ErrorDetails }
  | { readonly kind: 'failed'; readonly reason: string };
