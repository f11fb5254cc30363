export { listDevices } from './devices';
export type { RecordingDevice } from './devices';
export { DEFAULT_ENDPOINT } from './endpoint';
export type { EndpointOptions } from './endpoint';
export { record } from './record';
export type { RecordedAudio, Recording, RecordingEnd, RecordOptions } from './record';
