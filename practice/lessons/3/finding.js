// The best is the way with the highest mean score; ways within one point of each other are compared by their
// length, for what is shorter has less in it that is not speech.
const MODELS = ['default', 'picture-gray', 'picture-colour'];
const TIE = 1;
const [untouched] = msg.payload;
// A refusal counts as no points.
const meanOf = (row) => MODELS.reduce((sum, model) => sum + (Number(row[model]) || 0), 0) / MODELS.length;
const top = Math.max(...msg.payload.map(meanOf));
const [best] = msg.payload.filter((row) => meanOf(row) >= top - TIE).sort((a, b) => a.seconds - b.seconds);
msg.payload =
  `Best here: ${best.way}. Mean of the three models ${meanOf(untouched).toFixed(1)} as it came, ${meanOf(best).toFixed(1)} then; ` +
  `default model ${untouched.default}, then ${best.default}; ${untouched.seconds} s long, then ${best.seconds} s.`;
return msg;
