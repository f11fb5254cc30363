// Only a list that is not there is begun: one that can't be read is the teacher's, and stays as it is. The page is told.
const { message } = msg.error;
delete msg.error;
if (message.includes('ENOENT')) return [msg, null];
const [, reason = message] = /^(?:Error: )?\w+: ([^,]+)/.exec(message) ?? [];
msg.topic = 'sentences';
msg.payload = {};
msg.problems = [{ kind: 'unreadable', text: reason }];
msg.earIsLoading = flow.get('earIsLoading') ?? false;
return [null, msg];
