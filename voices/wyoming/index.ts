export { audioEvents, pcm16Rate } from './audio';
export { WyomingFault, wyomingBytes, wyomingReader } from './events';
export type { EventLimits, WyomingEvent } from './events';
