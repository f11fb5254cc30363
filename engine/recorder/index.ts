export { listDevices } from './devices';
export { DEFAULT_ENDPOINT } from './endpoint';
export { record } from './record';
export type { Recording, RecordOptions } from './record';
