// To the browser of this session only; one that has come back has a new connection.
const { session } = msg.pronunciation ?? {};
const socketId = (flow.get('connections') || {})[session];
if (!socketId) return null;
msg._client = { socketId };
return msg;
