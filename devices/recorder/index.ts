export { shortName } from '../alsa/presence';
export { DEFAULT_ENDPOINT } from './endpoint';
export { keepListening } from './keep-listening';
export type { MeterLevel } from './meter';
export { probeDevices, probesEnded } from './probe';
export { record } from './record';
export type { Recording, RecordOptions } from './record';
export type { TakeOptions } from './take';
export { watchMicrophone } from './watch';
