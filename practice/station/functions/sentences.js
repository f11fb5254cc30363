/* global decodeText, readSentenceList, editingOf, fnv1a, BUNDLED */
// The teacher's list for the page, with what is not understood in it. The functions come from base/decode-text.ts and
// language/sentence-list/read.ts, editingOf from
// practice/station/editing.ts, BUNDLED from practice/flow/recordings.ts.
msg.version = fnv1a(msg.payload);
const decoded = decodeText(msg.payload);
const { sentences, problems } = 'fault' in decoded ? { sentences: {}, problems: [{ kind: decoded.fault }] } : readSentenceList(decoded.text);
msg.topic = 'sentences';
msg.payload = Object.fromEntries(Object.entries(sentences).map(([language, items]) => [language, items.map(({ text }) => text)]));
// The same with translations and lessons.
msg.list = sentences;
msg.problems = problems;
msg.bundled = BUNDLED;
msg.earIsLoading = flow.get('earIsLoading') ?? false;
const { pronunciation, _client } = msg;
// A list that was changed goes to every page.
if (!pronunciation) return [null, msg];
msg.editing = editingOf({ pin: env.get('PRONUNCIATION_PIN') || '', ip: _client?.socketIp, isPassedOn: Boolean(env.get('PRONUNCIATION_PASSED_ON')) });
return [msg, null];
