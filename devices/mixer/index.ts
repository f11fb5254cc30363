export { readControls } from './amixer';
export { captureMixer, lookAfterMicrophone, SENSIBLE_PERCENT } from './look-after';
export type { CaptureMixer, MixerChange } from './look-after';
export { loweredControls, mutedControls } from './microphone-controls';
