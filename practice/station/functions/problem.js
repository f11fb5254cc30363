// Sends a failure to the page of the learner who caused it.
const { session, attempt } = msg.pronunciation ?? {};
const { message, code } = msg.error;
if (flow.get('recording')?.session === session && msg.error.source.type === 'pron-mic') flow.set('recording', undefined);
return { topic: 'error', payload: message, code, pronunciation: { session, attempt } };
