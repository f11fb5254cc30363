import type { WavFormat } from './format';

/** Where the bytes of a sample lie: `bytes` of them from `offset` on, in every `stride` bytes. */
export interface SampleLayout {
  readonly stride: number;
  readonly offset: number;
  readonly bytes: number;
}

/** Samples that are looked at to tell how rough a reading is. */
const ROUGHNESS_SAMPLES = 200_000;

/**
 * How the samples of `data` are laid out. A frame that claims more bytes than its samples need is either padded (24
 * bits of a USB microphone in 4 bytes, at their upper or their lower end) or a mistake of the recorder's, whose samples
 * follow each other closely: only the samples tell. Where zeros, or the sign, stand above them, that is padding. Else the
 * reading with the smoothest sound is the right one: a wrong one is noise.
 */
export function sampleLayout(data: Uint8Array, format: WavFormat, littleEndian: boolean): SampleLayout {
  const bytes = Math.ceil(format.bitDepth / 8);
  const packed = { stride: bytes, offset: 0, bytes };
  if (format.encoding !== 'pcm') return packed;
  const validBytes = Math.ceil(format.validBits / 8);
  if (validBytes < bytes) {
    const low = lowerEnd(bytes, validBytes, littleEndian);
    return isPaddedAbove(data, low, littleEndian) ? low : packed;
  }
  const stride = format.blockAlign / format.channels;
  if (!Number.isInteger(stride) || stride <= bytes || stride > 4) return packed;
  const low = lowerEnd(stride, bytes, littleEndian);
  const high = { ...low, offset: stride - bytes - low.offset };
  if (isPaddedAbove(data, low, littleEndian)) return low;
  const byRoughness = [packed, high, low].map((layout) => ({ layout, roughness: roughness(data, layout, format, littleEndian) }));
  return byRoughness.reduce((best, next) => (next.roughness < best.roughness ? next : best)).layout;
}

/** Samples at the end of the container that counts least. */
function lowerEnd(stride: number, bytes: number, littleEndian: boolean): SampleLayout {
  return { stride, bytes, offset: littleEndian ? 0 : stride - bytes };
}

/** Whether what lies above the samples is zero everywhere, or the sign everywhere. */
function isPaddedAbove(data: Uint8Array, { stride, offset, bytes }: SampleLayout, littleEndian: boolean): boolean {
  const top = littleEndian ? offset + bytes - 1 : offset;
  let isZero = true;
  let isSign = true;
  for (let at = 0; at + stride <= data.length && (isZero || isSign); at += stride) {
    const sign = (data[at + top] as number) & 0x80 ? 0xff : 0;
    for (let i = 0; i < stride; i++) {
      if (i >= offset && i < offset + bytes) continue;
      isZero &&= data[at + i] === 0;
      isSign &&= data[at + i] === sign;
    }
  }
  return isZero || isSign;
}

/** Mean step from sample to sample of a channel, against the mean size of a sample: noise 1.3, speech 0.1 to 0.8. */
function roughness(data: Uint8Array, layout: SampleLayout, { channels }: WavFormat, littleEndian: boolean): number {
  const { stride, offset, bytes } = layout;
  const top = littleEndian ? offset + bytes - 1 : offset;
  const below = littleEndian ? top - 1 : top + 1;
  const valueOf = (at: number): number => (((data[at + top] as number) << 24) >> 16) + (bytes > 1 ? (data[at + below] as number) : 0);
  const end = Math.min(data.length, ROUGHNESS_SAMPLES * stride) - stride;
  let steps = 0;
  let sizes = 0;
  for (let at = channels * stride; at <= end; at += stride) {
    steps += Math.abs(valueOf(at) - valueOf(at - channels * stride));
    sizes += Math.abs(valueOf(at));
  }
  return sizes === 0 ? Infinity : steps / sizes;
}
