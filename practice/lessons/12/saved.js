const files = new Set(flow.get('files') || []).add(msg.filename);
flow.set('files', [...files]);
return { said: `${files.size} recordings are gathered. Gather more, or train.` };
