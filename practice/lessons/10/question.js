// Bends the end of what was said upwards: its samples are read faster and faster. The vad node has found the end. WAV, 16 bits, mono.
const BEND_MS = 450;
const RISE = 1.8;
const wav = msg.payload;
const { speech } = msg.pronunciation;
if (!speech) throw new Error('The vad node found no speech to bend.');
const start = wav.indexOf('data') + 8;
const count = (wav.length - start) >> 1;
const perMs = wav.readUInt32LE(24) / 1000;
const end = Math.min(count - 2, Math.round(speech.endMs * perMs));
const from = Math.max(0, end - Math.round(BEND_MS * perMs));
const at = (i) => wav.readInt16LE(start + 2 * i);

const bent = [];
for (let place = from; place < end; place += 1 + ((RISE - 1) * (place - from)) / (end - from)) {
  const i = Math.floor(place);
  bent.push(at(i) + (place - i) * (at(i + 1) - at(i)));
}
const middle = Buffer.alloc(2 * bent.length);
bent.forEach((value, i) => middle.writeInt16LE(Math.round(value), 2 * i));
const made = Buffer.concat([wav.subarray(0, start + 2 * from), middle, wav.subarray(start + 2 * end)]);
made.writeUInt32LE(made.length - 8, 4);
made.writeUInt32LE(made.length - start, start - 4);
msg.payload = made;
return msg;
