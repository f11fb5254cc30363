// For the page and the sidebar. The second output lets the next one pass; what was refused has never been in the queue.
if (msg.error) msg.said = `Not done: ${msg.error.message}`;
if (msg.table) flow.set('rows', msg.table.rows);
flow.set('said', msg.said);
return [{ payload: msg.said }, msg.ask ? {} : null];
