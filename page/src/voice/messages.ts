import type { Word } from '../../../pipeline/types';

/** A teacher, and what there is of them. */
export interface TeacherVoice {
  readonly name: string;
  readonly recordings: readonly { readonly language: string; readonly text: string }[];
}

interface From<Topic extends string> {
  readonly topic: Topic;
  readonly pronunciation?: { readonly attempt?: string };
}

export interface VoicesMessage extends From<'voices'> {
  readonly payload: {
    readonly voices: readonly TeacherVoice[];
    /** Whether the flow has a teacher's PIN: without one nobody can record. */
    readonly hasPin: boolean;
  };
}

/** What is wrong with a take, the worst first. */
export type TakeFault = 'silent' | 'clipped' | 'quiet' | 'noisy' | 'otherText';

export interface CheckedMessage extends From<'checked'> {
  /** The take, without the silence around it. */
  readonly payload: ArrayBuffer;
  readonly faults: readonly TakeFault[];
  readonly words: readonly Word[];
  /** What was said, where the ear is sure of it; else ''. */
  readonly said: string;
  /** Whether an ear has listened. */
  readonly isHeard: boolean;
}

export interface KeptMessage extends From<'kept'> {
  /** The file's name. */
  readonly payload: string;
}

export interface DeletedMessage extends From<'deleted'> {
  readonly payload: { readonly left: number };
}

/** What the flow tells of teachers' voices. */
export type VoiceTold = VoicesMessage | CheckedMessage | KeptMessage | DeletedMessage;
