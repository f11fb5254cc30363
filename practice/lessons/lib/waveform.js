// Draws a WAV file (16 bits, mono) as a picture of 300 columns, each from its lowest to its highest sample, and
// measures how loud it is (RMS, dB below full scale).
const COLUMNS = 300;
const HEIGHT = 60;
const wav = msg.payload;
const start = wav.indexOf('data') + 8;
const count = (wav.length - start) >> 1;
const at = (value) => (HEIGHT / 2) * (1 - value / 32768);

let path = '';
let squares = 0;
for (let column = 0; column < COLUMNS; column++) {
  let low = 0;
  let high = 0;
  const end = Math.floor(((column + 1) * count) / COLUMNS);
  for (let i = Math.floor((column * count) / COLUMNS); i < end; i++) {
    const value = wav.readInt16LE(start + 2 * i);
    squares += value * value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  path += `M${column + 0.5} ${at(high).toFixed(1)}V${(at(low) + 0.5).toFixed(1)}`;
}
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${COLUMNS} ${HEIGHT}" preserveAspectRatio="none"><path d="${path}" stroke="#3f93cf"/></svg>`;
msg.cells = {
  ...msg.cells,
  waveform: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
  loudness: Math.round(10 * Math.log10(squares / count / 32768 ** 2)),
};
return msg;
