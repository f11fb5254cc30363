const HEADER_BYTES = 44;

/**
 * Puts a WAV header before mono 16-bit little-endian samples, as programs write them to a pipe. The bytes of the
 * samples are copied as they are: nothing is decoded. A half sample at the end is dropped.
 * The Buffer has an ArrayBuffer of its own, of exactly its size.
 */
export function wavOfPcm16(pcm: Uint8Array, sampleRate: number): Buffer {
  const dataBytes = pcm.length - (pcm.length % 2);
  const wav = Buffer.from(new ArrayBuffer(HEADER_BYTES + dataBytes));
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(dataBytes, 40);
  wav.set(pcm.subarray(0, dataBytes), HEADER_BYTES);
  return wav;
}

/** The samples of a WAV file that `encodeWav` or `wavOfPcm16` wrote; the memory is the file's. */
export function pcmOfWav(wav: Uint8Array): Uint8Array {
  return wav.subarray(HEADER_BYTES);
}
