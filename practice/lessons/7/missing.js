// Before the first recording there is no list. One that can't be read must not be written either.
if (!msg.error.message.includes('ENOENT')) return [null, msg];
msg.payload = '';
delete msg.error;
return [msg, null];
