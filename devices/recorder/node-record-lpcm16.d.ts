/** The parts of the package that are used here; it brings no types of its own. */
declare module 'node-record-lpcm16' {
  import type { ChildProcessByStdio } from 'node:child_process';
  import type { Readable, Writable } from 'node:stream';

  interface RecordingOptions {
    readonly recorder: 'sox';
    /** Hz. */
    readonly sampleRate: number;
    readonly channels: number;
    /** `raw` for samples without a header. */
    readonly audioType: string;
    /** SoX's AUDIODEV; the default device without it. */
    readonly device?: string;
  }

  export interface Recording {
    readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
    stream(): Readable;
    stop(): void;
  }

  export function record(options: RecordingOptions): Recording;
}
