export { probeDevices, probesEnded } from './probe';
export { DEFAULT_ENDPOINT } from './endpoint';
export type { MeterLevel } from './meter';
export { record } from './record';
export type { Recording, RecordOptions } from './record';
