export { audioEvents, pcm16Rate } from './audio';
export { hostAndPort } from './conversation';
export { WyomingFault, wyomingBytes, wyomingReader } from './events';
export type { EventLimits, WyomingEvent } from './events';
