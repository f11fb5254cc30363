import { normalisedCorrelation } from '../../pipeline/correlation';
import { powerToDb } from '../../pipeline/decibel';
import { melPower } from '../../pipeline/mel';
import type { DecibelMatrix } from '../../pipeline/picture';
import { grayPicture } from '../../pipeline/picture';
import { resizePicture } from '../../pipeline/resize';
import { melSettings } from './mel-settings';

export interface VolumeChange {
  readonly maxAbsDb: number;
  readonly maxAbsGray: number;
  readonly tm: number;
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs((a[i] ?? NaN) - (b[i] ?? NaN)));
  return largest;
}

/** What a change of volume does to decibels and gray levels, by configuration and gain, named as in the manifest. */
export function volumeExperiment(at22050: Float32Array, at16000: Float32Array): Record<string, VolumeChange> {
  const changes: Record<string, VolumeChange> = {};
  for (const config of ['A', 'B', 'C512']) {
    const settings = melSettings({ config });
    const samples = config === 'C512' ? at16000 : at22050;
    const decibels = (scaled: Float32Array): DecibelMatrix => {
      const { data, bands, frames } = melPower(scaled, settings);
      return { data: powerToDb(data, settings.topDb), bands, frames };
    };
    const original = decibels(samples);
    const gray = grayPicture(original, settings.topDb);
    const compare = (name: string, changed: Float32Array): void => {
      const other = decibels(changed);
      const otherGray = grayPicture(other, settings.topDb);
      changes[`s1 ${config} ${name}`] = {
        maxAbsDb: largestDifference(original.data, other.data),
        maxAbsGray: largestDifference(gray.pixels, otherGray.pixels),
        tm: normalisedCorrelation(resizePicture(gray, 99, 250).pixels, resizePicture(otherGray, 99, 250).pixels),
      };
    };
    for (const gainDb of [20, -20, -40, -60]) {
      const gain = 10 ** (gainDb / 20);
      compare(`${gainDb > 0 ? '+' : ''}${gainDb} dB`, samples.map((sample) => sample * gain));
    }
    compare('+20 dB clipped to +-1', samples.map((sample) => Math.max(-1, Math.min(1, sample * 10))));
  }
  return changes;
}
