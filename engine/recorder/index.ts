export { probeDevices, probesEnded } from './probe';
export { DEFAULT_ENDPOINT } from './endpoint';
export { record } from './record';
export type { Recording, RecordOptions } from './record';
