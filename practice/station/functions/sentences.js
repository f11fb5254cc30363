/* global decodeText, readSentenceList, BUNDLED */
// The teacher's list for the page, with what is not understood in it. The functions come from base/decode-text.ts and
// language/sentence-list/read.ts, BUNDLED from practice/flow/recordings.ts.
const decoded = decodeText(msg.payload);
const { sentences, problems } = 'fault' in decoded ? { sentences: {}, problems: [{ kind: decoded.fault }] } : readSentenceList(decoded.text);
msg.topic = 'sentences';
msg.payload = Object.fromEntries(Object.entries(sentences).map(([language, items]) => [language, items.map(({ text }) => text)]));
// The same with translations and lessons.
msg.list = sentences;
msg.problems = problems;
msg.bundled = BUNDLED;
msg.earIsLoading = flow.get('earIsLoading') ?? false;
return msg;
