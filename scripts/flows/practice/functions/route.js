// What the page asks for leaves by the output of its name. The newest connection of a session gets the answers.
const { session } = msg.pronunciation;
const { socketId } = msg._client;
const connections = flow.get('connections') || {};
delete connections[session];
connections[session] = socketId;
const sessions = Object.keys(connections);
if (sessions.length > 200) delete connections[sessions[0]];
flow.set('connections', connections);

const OUTPUTS = ['hello', 'say', 'aloud', 'record', 'stop', 'recording', 'try'];
return OUTPUTS.map((topic) => (topic === msg.topic ? msg : null));
