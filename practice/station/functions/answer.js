// Sends to the browser of this session only. A browser that reconnects has a new socket.
const { session } = msg.pronunciation ?? {};
const socketId = (flow.get('connections') || {})[session];
if (!socketId) return null;
msg._client = { socketId };
return msg;
