// Three recordings of one: as it was said, without its second word, and with that word twice. The hear node has found when the word
// was said. WAV, 16 bits, mono.
const PLACE = 1;
const wav = msg.payload;
const { session, language, text, heard } = msg.pronunciation;
const word = heard && heard.words[PLACE];
if (!word || word.endMs <= word.startMs) throw new Error('The ear did not find the second word. Is @makerspeech/pronunciation-ear installed?');

const start = wav.indexOf('data') + 8;
const perMs = wav.readUInt32LE(24) / 1000;
const at = (ms) => start + 2 * Math.round(ms * perMs);
const [from, to] = [at(word.startMs), at(word.endMs)];

/** A WAV file with the header of the recording. */
function withHeader(...pieces) {
  const made = Buffer.concat([wav.subarray(0, start), ...pieces]);
  made.writeUInt32LE(made.length - 8, 4);
  made.writeUInt32LE(made.length - start, start - 4);
  return made;
}

const recordings = {
  'as it was said': wav,
  'without a word': withHeader(wav.subarray(start, from), wav.subarray(to)),
  'a word twice': withHeader(wav.subarray(start, to), wav.subarray(from)),
};
// Each is a learner's recording of its own: nothing that was known of the first one holds for it.
const made = Object.entries(recordings).map(([way, payload]) => ({
  _msgid: msg._msgid, topic: msg.topic, way, word: word.text, payload, pronunciation: { session, language, text },
}));
return [made];
