/** Whether this machine stores the lowest byte of a number first, as WAV files do. */
export const HOST_IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
