// One microphone, many pages: who records has it until the recording is there. It ends by itself after 18 s, so a page
// whose recording was lost, by a deploy, does not keep it for ever.
const LONGEST_MS = 20000;
const { session } = msg.pronunciation;
const holder = flow.get('recording');
if (msg.topic === 'stop') return holder?.session === session ? [msg, null] : null;
if (holder && holder.session !== session && Date.now() - holder.since < LONGEST_MS) {
    return [null, { topic: 'error', code: 'taken', payload: '', pronunciation: { session } }];
}
flow.set('recording', { session, since: Date.now() });
return [msg, null];
