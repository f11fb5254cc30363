const rows = msg.payload;
const [quiet, louder, tooLoud] = rows;
const moved = (model, row) => (row[model] - quiet[model]).toFixed(1);
const of = (row) => ['default', 'picture-gray', 'picture-colour'].map((model) => moved(model, row)).join(', ');
msg.payload =
  `20 dB louder moves the scores by ${of(louder)} points (default model, gray pictures, colour pictures). ` +
  `So loud that ${tooLoud.clipped} % of it is cut off, it moves them by ${of(tooLoud)}.`;
return msg;
