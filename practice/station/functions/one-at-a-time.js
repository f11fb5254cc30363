// Many pages share one microphone. A page owns it until its recording arrives. A recording ends after 63 s at the latest, so
// a page that lost its recording in a deploy must not own the microphone for longer.
const LONGEST_MS = 66000;
const { session } = msg.pronunciation;
const holder = flow.get('recording');
if (msg.topic === 'stop') return holder?.session === session ? [msg, null] : null;
if (holder && holder.session !== session && Date.now() - holder.since < LONGEST_MS) {
    return [null, { topic: 'error', code: 'taken', payload: '', pronunciation: { session } }];
}
flow.set('recording', { session, since: Date.now() });
return [msg, null];
