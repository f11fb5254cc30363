import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fakeLoudspeaker } from '../../test/support/fake-loudspeaker';
import { defineDevices, microphoneOnFifo } from '../../test/support/fake-microphone';
import { syntheticWav } from '../../test/support/synthetic-speech';

/** A microphone that delivers an endless voice in real time, and a loudspeaker that never accepts a sample. */
export interface SoundDevices {
  readonly microphone: string;
  readonly loudspeaker: string;
  remove(): void;
}

const HEADER_BYTES = 44;
/** 125 ms at 16 kHz. */
const BLOCK_BYTES = 4000;
const BLOCK_MS = 125;

/** Creates devices for the programs that this process starts. They exist until `remove` is called. */
export function soundDevices(): SoundDevices {
  const microphone = microphoneOnFifo();
  const ofMicrophone = definitions();
  const loudspeaker = fakeLoudspeaker();
  const restore = defineDevices(microphone.folder, ofMicrophone + definitions());
  // Opened for both directions, so that opening does not block, and arecord never reaches the end.
  const fifo = openSync(microphone.path, constants.O_RDWR | constants.O_NONBLOCK);
  const sound = syntheticWav({ seconds: 10 }).subarray(HEADER_BYTES);
  let at = 0;
  const timer = setInterval(() => {
    at = (at + BLOCK_BYTES) % (sound.length - BLOCK_BYTES);
    try {
      writeSync(fifo, sound.subarray(at, at + BLOCK_BYTES));
    } catch {
      // Full: nobody records.
    }
  }, BLOCK_MS);
  return {
    microphone: microphone.device,
    loudspeaker: loudspeaker.stuckDevice,
    remove: () => {
      clearInterval(timer);
      closeSync(fifo);
      restore();
      loudspeaker.remove();
      microphone.remove();
    },
  };
}

/** The ALSA definitions of the devices that were created last. */
function definitions(): string {
  return readFileSync(join(dirname(process.env['ALSA_CONFIG_PATH'] ?? ''), 'asoundrc'), 'utf8');
}
