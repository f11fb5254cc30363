// What the page says in words, one sentence for each recording.
flow.set('findings', { ...flow.get('findings'), [msg.topic]: msg.payload });
return msg;
