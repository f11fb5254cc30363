import type { Socket } from 'node:net';

import { pcmOfWav, wavOfPcm16 } from '../../pipeline/pcm16';
import { decodeWav } from '../../pipeline/wav';
import { audioEvents } from '../../voices/wyoming';
import { wyomingServer } from './voice-servers';

/** A satellite of the Wyoming protocol, without a wake word. */
export interface FakeSatellite {
  /** `host:port` */
  readonly address: string;
  /** Whether somebody has told it to run. */
  readonly isRunning: () => boolean;
  /** How many recordings it has played. */
  readonly played: () => number;
  /** Speaks into its microphone. @param wav a WAV file; silence follows */
  readonly say: (wav: Uint8Array) => void;
  readonly close: () => Promise<void>;
}

const SILENCE_S = 2;

export async function fakeSatellite(): Promise<FakeSatellite> {
  let flow: Socket | undefined;
  let played = 0;
  const server = await wyomingServer(({ type }, socket) => {
    if (type === 'run-satellite') flow = socket;
    if (type === 'audio-stop') played++;
  });
  return {
    address: server.address,
    close: () => server.close(),
    isRunning: () => flow !== undefined,
    played: () => played,
    say: (wav) => {
      const { sampleRate } = decodeWav(wav);
      const pcm = Buffer.concat([pcmOfWav(wav), Buffer.alloc(2 * SILENCE_S * sampleRate)]);
      // Its microphone stays open: the sound has no end.
      for (const bytes of [...audioEvents(wavOfPcm16(pcm, sampleRate), sampleRate)].slice(0, -1)) flow?.write(bytes);
    },
  };
}
