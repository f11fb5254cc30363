// Passes one recording on at a time. A message without a file name, or with an error, says that the recording before is done
// or has failed. If no such message comes, the next recording goes after LONGEST_MS.
const LONGEST_MS = 30_000;
const waiting = context.get('waiting') || [];
const isRequest = msg.filename !== undefined && msg.error === undefined;
if (isRequest) waiting.push(msg);
if (!isRequest || Date.now() - (context.get('since') || 0) > LONGEST_MS) context.set('since', 0);

const next = context.get('since') ? null : waiting.shift() || null;
if (next !== null) {
  context.set('since', Date.now());
  flow.set('error', '');
}
context.set('waiting', waiting);
node.status(waiting.length > 0 ? { fill: 'blue', shape: 'ring', text: `${waiting.length} waiting` } : {});
return next;
