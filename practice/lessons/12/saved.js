const files = new Set(flow.get('files') || []).add(msg.filename);
flow.set('files', [...files]);
const now = { said: `${files.size} recordings are gathered. Gather more, or train.` };
return [now, msg.voice ? { voice: msg.voice } : null];
