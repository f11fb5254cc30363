/** The newest samples of an open microphone. */
export interface PreRoll {
  push(bytes: Buffer): void;
  /** Returns the samples and empties the pre-roll. */
  take(): Buffer;
}

/** Keeps the newest `bytes` of 16-bit samples in memory, a whole number of samples. */
export function createPreRoll(bytes: number): PreRoll {
  const limit = bytes - (bytes % 2);
  let chunks: Buffer[] = [];
  let size = 0;

  function dropOldest(): void {
    for (let first = chunks[0]; first !== undefined && size - first.length >= limit; first = chunks[0]) {
      chunks.shift();
      size -= first.length;
    }
  }

  return {
    push(chunk) {
      chunks.push(chunk);
      size += chunk.length;
      dropOldest();
    },
    take() {
      const kept = Buffer.concat(chunks, size);
      chunks = [];
      size = 0;
      return kept.subarray(Math.max(0, kept.length - limit));
    },
  };
}
