// How far the noise lies below the speech, in two ways. The bundled recordings begin with 400 ms of pause and end
// with 500 ms of it, so that the pause is known; and what the noise was added to is in msg.clean.
const PAUSE_BEFORE_MS = 350;
const SPEECH_FROM_MS = 400;
const SPEECH_UNTIL_END_MS = 500;
const samplesOf = (wav) => {
  const start = wav.indexOf('data') + 8;
  return new Int16Array((wav.length - start) >> 1).map((_, i) => wav.readInt16LE(start + 2 * i));
};
const power = (values) => values.reduce((sum, value) => sum + value * value, 0) / values.length;
const decibels = (ratio) => Math.round(100 * Math.log10(ratio)) / 10;

const samples = samplesOf(msg.payload);
const clean = samplesOf(msg.clean);
const perMs = msg.payload.readUInt32LE(24) / 1000;
const pause = samples.subarray(0, PAUSE_BEFORE_MS * perMs);
const speech = samples.subarray(SPEECH_FROM_MS * perMs, samples.length - SPEECH_UNTIL_END_MS * perMs);

// The clean recording at the level at which it is in this one; all else is noise (scale-invariant SNR).
const product = samples.reduce((sum, value, i) => sum + value * clean[i], 0);
const gain = product / (power(clean) * clean.length);
const difference = Float64Array.from(samples, (value, i) => value - gain * clean[i]);

msg.cells = {
  ...msg.cells,
  pause: decibels(power(speech) / Math.max(1e-3, power(pause))),
  clean: msg.payload.equals(msg.clean) ? 'the same' : decibels((gain * gain * power(clean)) / power(difference)),
};
delete msg.clean;
return msg;
