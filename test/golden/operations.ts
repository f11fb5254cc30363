import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalisedCorrelation } from '../../pipeline/correlation';
import { powerToDb } from '../../pipeline/decibel';
import { reduceNoise } from '../../pipeline/gate';
import { MAGMA, MAGMA_FLOAT } from '../../pipeline/magma';
import { melPower } from '../../pipeline/mel';
import { denseFilterBank, melFilterBank } from '../../pipeline/mel-filterbank';
import { grayPicture, magmaOfLevels, magmaPicture } from '../../pipeline/picture';
import { resample } from '../../pipeline/resample';
import type { Picture } from '../../pipeline/resize';
import { resizePicture } from '../../pipeline/resize';
import { stftMagnitude } from '../../pipeline/stft';
import { frameLevelsDb, trim } from '../../pipeline/trim';
import { decodeWav } from '../../pipeline/wav';
import { gateIntermediate } from './gate-intermediate';
import type { Entry, GoldenFolder } from './manifest';
import { melSettings } from './mel-settings';
import type { Values } from './stored';
import { readStored } from './stored';
import { volumeExperiment } from './volume';

/** The result of our code for an entry: an array, or something with named numbers. */
export interface Result extends Partial<Values> {
  readonly value?: unknown;
  readonly trim?: readonly number[];
}

type Operation = (golden: GoldenFolder, entry: Entry) => Result;

function entryById(golden: GoldenFolder, id: string): Entry {
  const entry = golden.manifest.entries.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`The manifest has no entry ${id}`);
  return entry;
}

/** An operand as the reference tools had it; one that is stored in part only is computed again. */
function operand(golden: GoldenFolder, id: string): Values {
  const entry = entryById(golden, id);
  const stored = entry.slice === undefined ? readStored(golden.root, entry) : undefined;
  if (stored !== undefined) return stored;
  const { data, shape } = recompute(golden, entry);
  if (data === undefined || shape === undefined) throw new Error(`${id} is no array`);
  return { data, shape };
}

function onlyOperand(golden: GoldenFolder, entry: Entry): Values {
  if (typeof entry.of !== 'string') throw new Error(`${entry.id} has no single operand`);
  return operand(golden, entry.of);
}

function signal(golden: GoldenFolder, entry: Entry): Float32Array {
  return Float32Array.from(onlyOperand(golden, entry).data);
}

function number(entry: Entry, name: string): number {
  const value = entry.params[name];
  if (typeof value !== 'number') throw new Error(`${entry.id}: ${name} is ${String(value)}`);
  return value;
}

function asValues(picture: Picture): Values {
  const { pixels, height, width, channels } = picture;
  return { data: pixels, shape: channels === 1 ? [height, width] : [height, width, channels] };
}

function asPicture({ data, shape }: Values): Picture {
  const [height = 0, width = 0, channels = 1] = shape;
  return { pixels: Uint8Array.from(data), height, width, channels };
}

function asMatrix({ data, shape }: Values): { data: Float32Array; bands: number; frames: number } {
  const [bands = 0, frames = 0] = shape;
  return { data: Float32Array.from(data), bands, frames };
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  decode_mono: (golden, entry) => {
    const input = golden.manifest.inputs[String(entry.input)];
    const { samples } = decodeWav(readFileSync(join(golden.root, input?.file ?? '')));
    return { data: samples, shape: [samples.length] };
  },
  resample: (golden, entry) => {
    const data = resample(signal(golden, entry), number(entry, 'from'), number(entry, 'to'));
    return { data, shape: [data.length] };
  },
  trim: (golden, entry) => {
    const samples = signal(golden, entry);
    const [frameLength, hopLength] = [number(entry, 'frame_length'), number(entry, 'hop_length')];
    const limits = entry.params['top_db'] as number[];
    const value = Object.fromEntries(
      limits.map((topDb) => {
        const { start, end } = trim(samples, { topDb, frameLength, hopLength });
        return [String(topDb), [start, end]];
      }),
    );
    return { value };
  },
  trim_frame_levels_dB: (golden, entry) => {
    const data = frameLevelsDb(signal(golden, entry), number(entry, 'frame_length'), number(entry, 'hop_length'));
    return { data, shape: [data.length] };
  },
  stft_magnitude: (golden, entry) => {
    const { data, bins, frames } = stftMagnitude(signal(golden, entry), {
      fftSize: number(entry, 'n_fft'),
      windowLength: number(entry, 'win_length'),
      hopLength: number(entry, 'hop_length'),
    });
    return { data, shape: [bins, frames] };
  },
  mel_filterbank: (_golden, entry) => {
    const settings = melSettings(entry.params);
    const bank = melFilterBank(settings);
    return { data: denseFilterBank(bank), shape: [bank.bands, bank.bins] };
  },
  melspectrogram: (golden, entry) => {
    const { data, bands, frames } = melPower(signal(golden, entry), melSettings(entry.params));
    return { data, shape: [bands, frames] };
  },
  power_to_db: (golden, entry) => {
    const { data, bands, frames } = melPower(signal(golden, entry), melSettings(entry.params));
    return { data: powerToDb(data, number(entry, 'top_db')), shape: [bands, frames] };
  },
  gray8: (golden, entry) => asValues(grayPicture(asMatrix(onlyOperand(golden, entry)), number(entry, 'top_db'))),
  resize_bilinear_antialias: (golden, entry) =>
    asValues(resizePicture(asPicture(onlyOperand(golden, entry)), number(entry, 'height'), number(entry, 'width'))),
  colormap_table: (_golden, entry) => ({
    data: entry.id.endsWith('float') ? MAGMA_FLOAT : MAGMA,
    shape: [256, 3],
  }),
  magma_rgb: (golden, entry) => {
    const source = onlyOperand(golden, entry);
    if (entry.params['index'] === 'gray8 value') return asValues(magmaOfLevels(asPicture(source)));
    const { topDb } = melSettings(entry.params);
    return asValues(magmaPicture(asMatrix(source), topDb));
  },
  TM_CCOEFF_NORMED: (golden, entry) => {
    const [image, template] = (entry.of as string[]).map((id) => operand(golden, id).data);
    return { value: normalisedCorrelation(image ?? [], template ?? []) };
  },
  noisereduce: (golden, entry) => {
    const data = reduceNoise(signal(golden, entry), number(entry, 'sr'), {
      stationary: entry.params['stationary'] === true,
      profile: entry.params['y_noise'] === null ? { from: 'whole' } : { from: 'lead-in', ms: 1000 },
      strength: number(entry, 'prop_decrease'),
      smoothHz: number(entry, 'freq_mask_smooth_hz'),
      smoothMs: number(entry, 'time_mask_smooth_ms'),
    });
    return { data, shape: [data.length] };
  },
  noisereduce_intermediate: (golden, entry) =>
    gateIntermediate(entry, Float32Array.from(operand(golden, `${String(entry.input)}/resampled_22050`).data)),
  end_to_end: (golden, entry) => {
    const settings = melSettings({ config: entry.id.includes('_A_') ? 'A' : 'B' });
    const filtered = reduceNoise(signal(golden, entry), settings.sampleRate);
    const { start, end } = trim(filtered, { topDb: 30 });
    const { data, bands, frames } = melPower(filtered.subarray(start, end), settings);
    const gray = grayPicture({ data: powerToDb(data, settings.topDb), bands, frames }, settings.topDb);
    return { ...asValues(resizePicture(gray, 99, 250)), trim: [start, end] };
  },
  volume_experiment: (golden) => ({
    value: volumeExperiment(
      Float32Array.from(operand(golden, 's1/resampled_22050').data),
      Float32Array.from(operand(golden, 's1/decoded').data),
    ),
  }),
};

/** Computes an entry with the pipeline, from the operand that the reference tools had. */
export function recompute(golden: GoldenFolder, entry: Entry): Result {
  const operation = OPERATIONS[entry.operation];
  if (operation === undefined) throw new Error(`Unknown operation ${entry.operation}`);
  return operation(golden, entry);
}
