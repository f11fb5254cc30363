/** The parts of the package that are used here; it brings no types of its own. */
declare module '@echogarden/espeak-ng-emscripten' {
  interface EspeakEvent {
    readonly type: string;
    /** Code points, 1-based. */
    readonly text_position: number;
    /** Milliseconds. */
    readonly audio_position: number;
    readonly id: string | number | undefined;
  }

  export interface EspeakWorker {
    /** 0 on success. */
    set_voice(name: string): number;
    set_rate(wordsPerMinute: number): void;
    set_pitch(pitch: number): void;
    get_samplerate(): number;
    list_voices(): { identifier: string; languages: { name: string }[] }[];
    synthesize(text: string, onAudio: (samples: Int16Array, events: EspeakEvent[]) => boolean): void;
  }

  interface EspeakModule {
    readonly eSpeakNGWorker: new () => EspeakWorker | Promise<EspeakWorker>;
    readonly FS: { readdir(path: string): string[] };
  }

  export default function load(): Promise<EspeakModule>;
}
