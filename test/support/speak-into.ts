import { closeSync, constants, openSync, writeSync } from 'node:fs';

/** Somebody who speaks into a FIFO in real time. */
export interface Speaker {
  /** Blocks spoken until now. */
  readonly blocks: number;
  stop(): void;
}

/** How much is spoken at once. */
export const BLOCK_MS = 25;
const RATE = 16000;

/** Speaks blocks of 25 ms into a FIFO, 16 bits at 16 kHz, each of one sample's value, given its number. */
export function speakInto(path: string, sampleOf: (block: number) => number): Speaker {
  // A write that waits for a reader that is gone would keep this process for ever.
  const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  const began = performance.now();
  let blocks = 0;
  const timer = setInterval(() => {
    while (blocks * BLOCK_MS < performance.now() - began) {
      try {
        writeSync(pipe, Buffer.from(new Int16Array((RATE * BLOCK_MS) / 1000).fill(sampleOf(blocks)).buffer));
      } catch {
        return; // the pipe is full
      }
      blocks++;
    }
  }, 5);
  return {
    get blocks() {
      return blocks;
    },
    stop: () => {
      clearInterval(timer);
      closeSync(pipe);
    },
  };
}
