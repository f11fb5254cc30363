import { constants, createWriteStream, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Length of a block, equal to the period in which the mic node's arecord reads, as from a real device. */
const BLOCK_MS = 10;
const OPEN_LIMIT_MS = 10_000;

/**
 * Writes 16-bit mono samples into a FIFO at the speed of a real microphone. It begins when a program opens the FIFO for
 * reading. `onEnd` is called after the last sample. After that, silence is written for a while.
 */
export async function speakInto(fifo: string, pcm: Uint8Array, sampleRate: number, onEnd: () => void): Promise<void> {
  const blockBytes = 2 * Math.round((sampleRate * BLOCK_MS) / 1000);
  const writer = createWriteStream(fifo, { fd: await openForReader(fifo) }).on('error', () => undefined);
  const started = performance.now();
  const blocks = Math.ceil(pcm.length / blockBytes);
  const silence = Buffer.alloc(blockBytes);
  for (let i = 0; i < blocks + SILENT_BLOCKS; i += 1) {
    await sleep(Math.max(0, started + (i + 1) * BLOCK_MS - performance.now()));
    writer.write(i < blocks ? pcm.subarray(i * blockBytes, (i + 1) * blockBytes) : silence);
    if (i === blocks - 1) onEnd();
  }
  writer.destroy();
}

const SILENT_BLOCKS = 20;

/** Opens a FIFO for writing. This works only after a program has opened it for reading. */
async function openForReader(fifo: string): Promise<number> {
  const end = performance.now() + OPEN_LIMIT_MS;
  for (;;) {
    try {
      return openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(2);
    }
  }
}
