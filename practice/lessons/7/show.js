// For the page and the sidebar. The second output frees the queue; a refused request was never in it.
if (msg.error) msg.said = `Not done: ${msg.error.message}`;
if (msg.table) flow.set('rows', msg.table.rows);
flow.set('said', msg.said);
return [{ payload: msg.said }, msg.ask ? {} : null];
