// One microphone, many pages: who records has it until the recording is there.
const { session } = msg.pronunciation;
const holder = flow.get('recordingSession');
if (msg.topic === 'stop') return holder === session ? [msg, null] : null;
if (holder !== undefined && holder !== session) {
    return [null, { topic: 'error', code: 'taken', payload: '', pronunciation: { session } }];
}
flow.set('recordingSession', session);
return [msg, null];
