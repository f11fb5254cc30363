// Adds noise to a WAV file (16 bits, mono), the same noise every time, and time before the speech:
// msg.leadMs (ms), msg.noise ('white', 'pink' or nothing) and msg.snrDb (dB that the noise lies below the recording).
const wav = msg.payload;
const start = wav.indexOf('data') + 8;
const rate = wav.readUInt32LE(24);
const lead = Math.round(((msg.leadMs || 0) * rate) / 1000);
const speech = new Int16Array((wav.length - start) >> 1).map((_, i) => wav.readInt16LE(start + 2 * i));
const rms = (values) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

/** A xorshift generator (Marsaglia 2003) and six of its numbers for one that is nearly normal. */
let state = 20240229;
function white() {
  let sum = -3;
  for (let k = 0; k < 6; k++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    sum += (state >>> 0) / 2 ** 32;
  }
  return sum;
}

/** Falls by 3 dB an octave: the sum of three low-passes (Paul Kellet's economy filter). */
const poles = [0, 0, 0];
function pink() {
  const value = white();
  poles[0] = 0.99765 * poles[0] + 0.099046 * value;
  poles[1] = 0.963 * poles[1] + 0.2965164 * value;
  poles[2] = 0.57 * poles[2] + 1.0526913 * value;
  return poles[0] + poles[1] + poles[2] + 0.1848 * value;
}

const noise = new Float64Array(lead + speech.length);
if (msg.noise) {
  const next = msg.noise === 'pink' ? pink : white;
  for (let i = 0; i < noise.length; i++) noise[i] = next();
  const gain = rms(speech) / 10 ** (msg.snrDb / 20) / rms(noise);
  for (let i = 0; i < noise.length; i++) noise[i] *= gain;
}

const out = Buffer.alloc(start + 2 * noise.length);
wav.copy(out, 0, 0, start);
out.writeUInt32LE(out.length - 8, 4);
out.writeUInt32LE(2 * noise.length, start - 4);
noise.forEach((value, i) => {
  const sum = Math.round(value + (speech[i - lead] || 0));
  out.writeInt16LE(Math.max(-32768, Math.min(32767, sum)), start + 2 * i);
});
msg.clean = wav;
msg.payload = out;
return msg;
