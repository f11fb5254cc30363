// Sends each request of the page to the output with its name. The newest connection of a session gets the answers.
// Anybody can open the page, so only the properties that it may set are passed on, and long names and texts are refused.
const { topic, payload, voice, slow, recording, pin, _client } = msg;
const { session, language, text, attempt, seat, words } = msg.pronunciation ?? {};
const isShort = (value, limit) => value === undefined || (typeof value === 'string' && value.length <= limit);
if (typeof session !== 'string' || !/^[\w-]{1,64}$/.test(session)) return null;
if (!isShort(text, 2000) || !isShort(language, 35) || !isShort(recording, 100) || !isShort(attempt, 64) || !isShort(seat, 40)) return null;
if (!isShort(voice, 100) || !isShort(pin, 100)) return null;
const { socketId } = _client;
const connections = flow.get('connections') || {};
delete connections[session];
connections[session] = socketId;
const sessions = Object.keys(connections);
if (sessions.length > 200) delete connections[sessions[0]];
flow.set('connections', connections);

// The last output leads to the class. Nothing else may: a page could send it a made-up score.
const OUTPUTS = [
  ['hello'], ['say'], ['aloud'], ['record'], ['stop'], ['recording'], ['try'], ['preview'], ['save'], ['check'], ['keep'], ['delete'], ['join', 'leave'],
];
const facts = { session, language, text, ...(attempt !== undefined && { attempt }), ...(seat !== undefined && { seat }), ...(topic === 'keep' && words !== undefined && { words }) };
// Only the node that keeps voices sees the PIN, and the times of words.
const isKept = topic === 'keep' || topic === 'delete';
const asked = { topic, payload, voice, slow, recording, pronunciation: facts, ...(isKept && { pin }), _client };
return OUTPUTS.map((names) => (names.includes(topic) ? asked : null));
