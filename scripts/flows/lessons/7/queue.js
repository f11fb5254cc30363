// One thing after the other, so that two never change the list at the same time.
const LONGEST_MS = 60_000;
const waiting = context.get('waiting') || [];
const isRequest = !msg.isDone;
if (isRequest) waiting.push(msg);
if (!isRequest || Date.now() - (context.get('since') || 0) > LONGEST_MS) context.set('since', 0);

const next = context.get('since') ? null : waiting.shift() || null;
if (next !== null) context.set('since', Date.now());
context.set('waiting', waiting);
if (next === null) return null;
next.filename = `${env.get('PRONUNCIATION_RECORDINGS')}/${next.ask.source}.wav`;
next.payload = true;
return next;
