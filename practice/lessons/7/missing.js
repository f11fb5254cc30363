// Before the first recording there is no list. A list that exists but can't be read must not be overwritten.
if (!msg.error.message.includes('ENOENT')) return [null, msg];
msg.payload = '';
delete msg.error;
return [msg, null];
