flow.set('error', `${msg.error.source.name || msg.error.source.type}: ${msg.error.message}`);
return msg;
