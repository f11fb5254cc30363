/* global markedWords */
// One LED for each syllable in the colour of its tier, a dark one between words. A word whose syllables are not known has one LED,
// and so have words that were left out, in blue, and each word that was added, in violet. The message is what WLED's JSON
// interface takes.
const COLOURS = { green: '00C020', yellow: 'D0A000', orange: 'E05000', red: 'E00000' };
const BY_STATE = { left: '0030FF', added: 'A000C0', wrong: COLOURS.red };
const DARK = '000000';
const { score, heard, text = '' } = msg.pronunciation || {};
const colourOf = ({ state, colour }) => COLOURS[colour] || BY_STATE[state] || DARK;
const piecesOf = (word) => (word.syllables && word.syllables.length > 0 ? word.syllables : [word]);
const words = score ? markedWords(text, score, heard) : [];
const pixels = words.flatMap((word, i) => [...(i === 0 ? [] : [DARK]), ...piecesOf(word).map(colourOf)]);

// All LEDs are set, so that none stays lit from the try before.
const length = Number(env.get('STRIP_LEDS'));
const shown = pixels.slice(0, length);
node.status({ text: `${shown.filter((pixel) => pixel !== DARK).length} LEDs lit` });
return {
    url: `http://${env.get('STRIP_ADDRESS')}/json/state`,
    headers: { 'content-type': 'application/json' },
    payload: { on: true, seg: { id: 0, i: [...shown, ...(shown.length < length ? [shown.length, length, DARK] : [])] } },
};
